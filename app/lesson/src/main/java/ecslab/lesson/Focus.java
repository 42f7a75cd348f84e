package ecslab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The one thing that a beat is about; the rest of the window is dimmed.
public sealed interface Focus {

    /// How the selector of a place on the map begins.
    String MAP = "map/";

    List<String> MAP_PLACES =
            List.of(
                    "developer",
                    "registry",
                    "taskDefinition",
                    "service",
                    "fargate",
                    "ec2",
                    "loadBalancer",
                    "user");

    /// A thing of the run, by its selector, such as `service/web` or `task/web#2`, or a place on
    /// the map: `map/` and one of [#MAP_PLACES].
    record Thing(String selector) implements Focus {
        @Override
        public String toString() {
            return selector;
        }
    }

    /// A part of the window, written `panel/cli`.
    record Panel(Part part) implements Focus {
        @Override
        public String toString() {
            return "panel/" + part.word();
        }
    }

    /// The parts of the window that a beat can be about.
    enum Part {
        /// The whole picture: nothing of it is dimmed.
        STAGE("stage"),
        INSPECTOR("inspector"),
        JSON("json"),
        CLI("cli"),
        EVENTS("events"),
        TRANSPORT("transport"),
        /// The whole way from a developer's image to a user's answer, drawn on one page.
        MAP("map");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Part> of(String word) {
            return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Part::word).toList();
        }
    }
}
