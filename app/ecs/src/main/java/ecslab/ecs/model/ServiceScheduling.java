package ecslab.ecs.model;

/// How a service decides how many tasks there are, and where they go.
public record ServiceScheduling(
        SchedulingStrategy schedulingStrategy,
        PlacementRules placement,
        AvailabilityZoneRebalancing availabilityZoneRebalancing) {

    /// Of a service that was told nothing about it, and isn't rebalanced.
    public static final ServiceScheduling REPLICA =
            new ServiceScheduling(
                    SchedulingStrategy.REPLICA,
                    PlacementRules.NONE,
                    AvailabilityZoneRebalancing.DISABLED);

    public boolean isDaemon() {
        return schedulingStrategy == SchedulingStrategy.DAEMON;
    }

    public boolean isRebalanced() {
        return availabilityZoneRebalancing == AvailabilityZoneRebalancing.ENABLED;
    }
}
