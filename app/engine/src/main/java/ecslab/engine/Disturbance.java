package ecslab.engine;

import ecslab.ecs.model.TaskId;
import java.time.Duration;

/// What somebody breaks, or mends, where tasks run.
///
/// `of` is an image's URI, or `task/ID`.
public sealed interface Disturbance {

    /// The program in a container ends.
    record Kill(TaskId task, String container, int exitCode) implements Disturbance {}

    /// A registry answers no more, not that often, or again.
    ///
    /// @param host [#EVERYWHERE] for all registries
    record Registry(String host, Answers how) implements Disturbance {}

    /// Somebody else takes all addresses of a subnet, or gives them back.
    record Subnet(String subnetId, boolean full) implements Disturbance {}

    /// How a registry answers.
    enum Answers {
        EVERYBODY,
        NOTHING,
        TOO_MANY_REQUESTS
    }

    /// Programs grow by another rate.
    ///
    /// @param mibPerMinute 0 for programs that grow no more
    record Leak(String of, int mibPerMinute) implements Disturbance {}

    record SlowStart(String image, Duration startsIn) implements Disturbance {}

    record NormalStart(String image) implements Disturbance {}

    record Health(String of, boolean broken) implements Disturbance {}

    /// What breaks between users and answers.
    sealed interface Outage extends Disturbance {}

    /// Requests take so many times as long; 1 is as usual.
    record Slow(String of, int times) implements Outage {}

    /// A task takes no more connections, or does again.
    record Connections(String task, boolean exhausted) implements Outage {}

    /// Nothing arrives at a task, or does again.
    record Route(String task, boolean dropped) implements Outage {}

    /// The programs of a task stand still, or go on.
    record Standstill(String task, boolean frozen) implements Outage {}

    /// Something keeps all the CPU busy that programs may have, or no more.
    record Burn(String of, boolean burning) implements Outage {}

    /// An Availability Zone is cut off, or back.
    record Zone(String name, boolean out) implements Outage {}

    String EVERYWHERE = "*";
}
