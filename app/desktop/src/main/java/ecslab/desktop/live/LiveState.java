package ecslab.desktop.live;

import ecslab.docker.Finding;
import ecslab.docker.LiveRun;
import java.util.List;
import java.util.Map;

/// How far live mode has come.
public sealed interface LiveState {

    /// Looking for engines, and asking them.
    record Looking() implements LiveState {}

    /// Nothing runs.
    ///
    /// @param found engines, best first; none if there is no sign of Docker
    record Ready(List<Finding> found) implements LiveState {

        /// Those that could be used.
        public List<Finding> usable() {
            return found.stream().filter(Finding::answers).toList();
        }
    }

    record Starting(Finding engine, LivePlan plan) implements LiveState {}

    /// A live cluster runs.
    ///
    /// @param urls where a browser finds each load balancer, by name
    record Running(Finding engine, LiveRun run, Map<String, String> urls, LivePlan plan)
            implements LiveState {}

    /// The cluster is being removed.
    record Ending() implements LiveState {}

    /// It couldn't be started.
    ///
    /// @param words the engine's or the system's own
    record Failed(Finding engine, String words) implements LiveState {}
}
