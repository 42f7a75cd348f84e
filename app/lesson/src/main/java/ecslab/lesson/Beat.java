package ecslab.lesson;

import ecslab.lesson.predicate.Query;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The smallest part of a lesson: one thing happens, and one thing is looked at.
public sealed interface Beat {

    Focus focus();

    /// As lesson files write it.
    Kind kind();

    /// Key of what is said or asked.
    String say();

    /// The kinds of beats.
    enum Kind {
        WATCH("watch"),
        PREDICT("predict"),
        DO("do"),
        CHECK("check"),
        SORT("sort"),
        MATCH("match"),
        ORDER("order"),
        LABEL("label"),
        SCHEDULE("schedule");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }
    }

    /// The run plays, and the learner looks on.
    ///
    /// @param from the run is brought there first, unseen
    /// @param to where it holds
    /// @param speed run seconds a second
    record Watch(Focus focus, String say, Moment from, Moment to, double speed) implements Beat {
        @Override
        public Kind kind() {
            return Kind.WATCH;
        }
    }

    /// The learner commits to an answer; only then the run passes its gate.
    ///
    /// @param gate where the run holds until then
    /// @param reveal where the run goes then, to show the outcome beside the prediction
    /// @param speed run seconds a second on the way there
    record Predict(
            Focus focus, String say, Question question, Moment gate, Moment reveal, double speed)
            implements Beat {
        @Override
        public Kind kind() {
            return Kind.PREDICT;
        }
    }

    /// The learner acts. A [Check] follows, and says when it is done.
    ///
    /// @param hints keys, given one by one
    /// @param drafts what is begun for the learner: one command, or none
    /// @param solution the model solution
    /// @param accepted other ways that are known to be right; ways not known are right, too, if the
    ///   check says so
    /// @param within how long the run goes on after the beat's beginning and after each command
    /// @param live whether it may be done with real containers as well
    record Do(
            Focus focus,
            String say,
            List<String> hints,
            List<Draft> drafts,
            List<Act> solution,
            List<List<Act>> accepted,
            List<WrongPath> wrong,
            Duration within,
            boolean live)
            implements Beat {

        @Override
        public Kind kind() {
            return Kind.DO;
        }
    }

    /// What must hold, and what is said when it does.
    record Check(Focus focus, String say, List<Goal> all) implements Beat {
        @Override
        public Kind kind() {
            return Kind.CHECK;
        }
    }

    /// Cards are sorted into groups.
    ///
    /// @param groups keys
    record Sort(Focus focus, String say, List<String> groups, List<Card> cards) implements Beat {
        @Override
        public Kind kind() {
            return Kind.SORT;
        }
    }

    /// A card and the group it belongs to.
    ///
    /// @param because key of why
    record Card(String key, String group, String because) {}

    /// What belongs together is put together.
    record Match(Focus focus, String say, List<Pair> pairs) implements Beat {
        @Override
        public Kind kind() {
            return Kind.MATCH;
        }
    }

    /// Two keys that belong together.
    ///
    /// @param because key of why
    record Pair(String left, String right, String because) {}

    /// Things are put in order.
    ///
    /// @param items keys in the right order; they are offered in another one
    /// @param because key of why this order
    record Order(Focus focus, String say, List<String> items, String because) implements Beat {
        @Override
        public Kind kind() {
            return Kind.ORDER;
        }
    }

    /// Names are put on things.
    ///
    /// @param extras keys of names that belong nowhere
    record Label(Focus focus, String say, List<Blank> blanks, List<String> extras) implements Beat {
        @Override
        public Kind kind() {
            return Kind.LABEL;
        }
    }

    /// A thing without its name.
    ///
    /// @param at the thing
    /// @param key of its name
    /// @param because key of why
    record Blank(Focus at, String key, String because) {}

    /// The learner is the scheduler: says for each task where it goes; then the run does it.
    ///
    /// @param that asks the run for the list of places, one for each task
    /// @param at when the run has placed them
    /// @param places as `that` names them
    /// @param because key of why
    record Schedule(
            Focus focus, String say, Query that, Moment at, List<String> places, String because)
            implements Beat {
        @Override
        public Kind kind() {
            return Kind.SCHEDULE;
        }
    }
}
