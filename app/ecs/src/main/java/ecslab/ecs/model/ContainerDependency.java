package ecslab.ecs.model;

/// One of a container's `dependsOn`: it starts only once another container has come so far. When
/// the task stops, the order is reversed.
public record ContainerDependency(String containerName, Condition condition) {

    /// How far the other container must have come, as AWS writes it.
    public enum Condition {
        /// Created and started.
        START,
        /// Ended, with any exit code.
        COMPLETE,
        /// Ended with exit code 0.
        SUCCESS,
        /// Its container health check has passed.
        HEALTHY
    }
}
