package ecslab.ecs.model;

/// Where a strategy's tasks get their capacity, as DescribeCapacityProviders shows it.
///
/// @param status `ACTIVE`, or `INACTIVE` once it is deleted
/// @param autoScalingGroup the name of its Auto Scaling group; empty for Fargate's own
public record CapacityProvider(
        String name,
        String arn,
        String status,
        String updateStatus,
        String autoScalingGroup,
        ManagedScaling managedScaling,
        boolean managedTerminationProtection,
        boolean managedDraining) {

    public static final String FARGATE = "FARGATE";
    public static final String FARGATE_SPOT = "FARGATE_SPOT";
    public static final String ACTIVE = "ACTIVE";

    public static boolean isFargate(String name) {
        return name.equals(FARGATE) || name.equals(FARGATE_SPOT);
    }

    /// Whether ECS moves the group's desired capacity, and by how much.
    ///
    /// @param targetCapacity 1 to 100 per cent
    /// @param instanceWarmupPeriod in seconds
    public record ManagedScaling(
            boolean enabled,
            int targetCapacity,
            int minimumScalingStepSize,
            int maximumScalingStepSize,
            int instanceWarmupPeriod) {

        /// ECS's defaults (API model), but for `status`, which is ENABLED where it is left out.
        public static final ManagedScaling DEFAULT = new ManagedScaling(true, 100, 1, 10_000, 300);

        public static final ManagedScaling DISABLED =
                new ManagedScaling(false, 100, 1, 10_000, 300);
    }
}
