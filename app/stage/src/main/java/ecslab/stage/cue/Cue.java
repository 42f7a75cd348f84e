package ecslab.stage.cue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;

/// What an event looks like for a while: an interval on the run's clock.
///
/// A cue is looked up by time and never started or ended, so a picture is the same whether the run
/// was played, sought or branched to its moment.
public sealed interface Cue {

    SimInstant start();

    Duration length();

    default boolean isAliveAt(SimInstant at) {
        return !at.isBefore(start()) && at.isBefore(start().plus(length()));
    }

    /// How much of it has passed by `at`, from 0 to 1.
    default double progressAt(SimInstant at) {
        var whole = Math.max(1, length().toNanos());
        return Math.clamp((double) at.since(start()).toNanos() / whole, 0, 1);
    }

    /// Something goes from one thing to another.
    ///
    /// @param lane which of several like flights it is, so that they needn't cover each other
    record Flight(Cargo cargo, Ref from, Ref to, int lane, SimInstant start, Duration length)
            implements Cue {}

    /// Something arrives at a thing, or happens in it.
    record Ripple(Ref on, Tone tone, SimInstant start, Duration length) implements Cue {}

    /// Words beside the thing they are about: AWS's own, and so not translated.
    record Caption(Ref on, String words, Tone tone, SimInstant start, Duration length)
            implements Cue {}

    /// What flies.
    enum Cargo {
        REQUEST("request"),
        ERROR("error"),
        LAYER("layer"),
        KEY("key"),
        NETWORK_INTERFACE("eni"),
        REGISTRATION("registration"),
        PROBE("probe"),
        SIGNAL("signal");

        private final String word;

        Cargo(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// How it is meant.
    enum Tone {
        NEWS("news"),
        GOOD("good"),
        CAUTION("caution"),
        BAD("bad");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
