package ecslab.simulator;

import java.time.Duration;

/// How long simulated Fargate capacity takes for its steps: shorter than AWS's, so that a lesson
/// isn't spent waiting. The scenes declare it as simplified.
///
/// @param provision a machine and a network interface; AWS takes 10 to 30 s
/// @param pullOverhead resolving a tag and checking layers
/// @param pullMibPerSecond AWS pulls about 100 MB in 3 to 10 s
/// @param createContainer creating and starting one container
/// @param pullGivesUp retrying a pull that fails; 5 attempts
/// @param storageTimes how much room an image takes on Fargate, as a multiple of its compressed
///   size: it lies there compressed and unpacked (behaviour reference §13); the factor is a guess
/// @param hangsOnInstance until an agent gives up a container that doesn't start (agent source)
/// @param hangsOnFargate the same on Fargate
/// @param instanceRuns from an EC2 instance's launch until it is `running`
/// @param release giving a network interface back; AWS took 16 s in the one sample seen
record FleetTimings(
        Duration provision,
        Duration pullOverhead,
        int pullMibPerSecond,
        Duration createContainer,
        Duration pullGivesUp,
        Duration release,
        Duration instanceRuns,
        int storageTimes,
        Duration hangsOnInstance,
        Duration hangsOnFargate) {

    static final FleetTimings TEACHING =
            new FleetTimings(
                    Duration.ofSeconds(3),
                    Duration.ofMillis(500),
                    40,
                    Duration.ofMillis(800),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    3,
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(1));

    /// Of a pull that nothing comes in the way of.
    Duration pull(int sizeMib) {
        return pullOverhead.plus(Duration.ofMillis(1_000L * sizeMib / pullMibPerSecond));
    }
}
