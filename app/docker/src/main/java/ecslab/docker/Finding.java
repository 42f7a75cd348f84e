package ecslab.docker;

/// A place where a Docker engine is, or could be, and what is known of it.
///
/// @param kind how it was found
/// @param endpoint such as `unix:///var/run/docker.sock`
public record Finding(Kind kind, String endpoint, State state) {

    /// How it was found, best first.
    public enum Kind {
        /// The environment variable.
        DOCKER_HOST("dockerHost"),
        /// The context that `docker context use` has chosen.
        CONTEXT("context"),
        /// The usual socket.
        SOCKET("socket"),
        DESKTOP("desktop"),
        COLIMA("colima"),
        RANCHER("rancher"),
        ORBSTACK("orbstack"),
        ROOTLESS("rootless"),
        PODMAN("podman"),
        /// Windows.
        NAMED_PIPE("pipe");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The text `live.found.WORD` says it.
        public String word() {
            return word;
        }
    }

    /// What came of asking it.
    public sealed interface State {

        record Answers(EngineInfo info) implements State {}

        /// Somebody was there once: the socket is, but nobody answers.
        ///
        /// @param words as the system puts it
        record Silent(String words) implements State {}

        /// Only others may ask it.
        record Forbidden() implements State {}

        /// It isn't on this computer, where its ports would have to be.
        record Elsewhere() implements State {}
    }

    public boolean answers() {
        return state instanceof State.Answers;
    }
}
