package ecslab.ecs.model;

/// Whether a service moves tasks until its Availability Zones have equally many.
public enum AvailabilityZoneRebalancing {
    ENABLED,
    DISABLED
}
