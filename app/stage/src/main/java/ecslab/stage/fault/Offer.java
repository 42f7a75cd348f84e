package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import java.util.List;

/// Something that can be done to a thing in the picture.
public sealed interface Offer {

    Phrase says();

    /// At once, with nothing left to ask.
    ///
    /// @param tone how it is meant
    record Act(Phrase says, Command command, Tone tone) implements Offer {}

    /// By a form that is half filled in.
    ///
    /// @param call such as `ecs:RunTask`
    /// @param with its fields so far, as JSON
    record Form(Phrase says, String call, String with) implements Offer {}

    /// Several of a kind.
    record Group(Phrase says, List<Offer> offers) implements Offer {}

    /// How an act is meant.
    enum Tone {
        MENDS("mends"),
        BREAKS("breaks"),
        PLAIN("plain");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
