package ecslab.ecs.model;

/// When a rolling deployment has failed, and what then.
///
/// @param resetOnHealthyTask whether a healthy task sets the count back to 0; else it only grows
public record DeploymentCircuitBreaker(
        boolean enable, boolean rollback, boolean resetOnHealthyTask, Threshold threshold) {

    public static final DeploymentCircuitBreaker OFF =
            new DeploymentCircuitBreaker(false, false, true, Threshold.USUAL);

    /// How many failures are too many.
    ///
    /// @param value percent of the desired count, or the count itself
    public record Threshold(Type type, int value) {

        public static final Threshold USUAL = new Threshold(Type.BOUNDED_PERCENT, 50);

        /// Developer Guide, *How the Amazon ECS deployment circuit breaker detects failures*.
        public static final int LEAST = 3;

        public static final int MOST = 200;

        private static final int PERCENT = 100;

        /// The deployment has failed when the count equals this.
        public int failures(int desiredCount) {
            return switch (type) {
                case BOUNDED_PERCENT -> Math.clamp(percent(desiredCount), LEAST, MOST);
                case UNBOUNDED_PERCENT -> percent(desiredCount);
                case COUNT -> value;
            };
        }

        private int percent(int desiredCount) {
            return Math.ceilDiv(value * desiredCount, PERCENT);
        }
    }

    /// How a [Threshold] is counted.
    public enum Type {
        BOUNDED_PERCENT,
        UNBOUNDED_PERCENT,
        COUNT
    }
}
