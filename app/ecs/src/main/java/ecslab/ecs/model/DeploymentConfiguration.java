package ecslab.ecs.model;

/// How far a service may stray from its desired count while tasks are replaced.
///
/// @param minimumHealthyPercent rounded up when applied
/// @param maximumPercent rounded down when applied
public record DeploymentConfiguration(int minimumHealthyPercent, int maximumPercent) {

    /// ECS's default for the replica strategy.
    public static final DeploymentConfiguration REPLICA_DEFAULT =
            new DeploymentConfiguration(100, 200);

    private static final int PERCENT = 100;

    /// The fewest healthy tasks: `ceil(desiredCount × minimumHealthyPercent / 100)`.
    public int least(int desiredCount) {
        return Math.ceilDiv(desiredCount * minimumHealthyPercent, PERCENT);
    }

    /// The most running and pending tasks: `floor(desiredCount × maximumPercent / 100)`.
    public int most(int desiredCount) {
        return desiredCount * maximumPercent / PERCENT;
    }
}
