package ecslab.engine;

import ecslab.ecs.model.LifecycleStage;
import java.time.Duration;
import java.util.List;

/// What ECS does but doesn't publish. Everything here is a guess of ours in one place, and the
/// scenes that show it declare it as simplified.
final class Guesses {

    /// The growth of the start throttle isn't published; only its end, 27 minutes, is (Developer
    /// Guide, *Service throttle logic*). We double.
    static final Duration THROTTLE_FIRST = Duration.ofMinutes(1);

    static final Duration THROTTLE_MAX = Duration.ofMinutes(27);

    /// The first round of failed starts is tried again at once; the second one is `consistently`.
    static final int THROTTLE_FROM_ROUND = 2;

    /// How soon the scheduler tries again where ECS can't act as one of the revision's roles.
    static final Duration LAUNCH_AGAIN_AFTER = Duration.ofMinutes(1);

    /// How often ECS looks whether a revision in DELETE_IN_PROGRESS is still used.
    static final Duration DELETE_LOOKS_EVERY = Duration.ofMinutes(1);

    /// From an instance's launch until its agent has registered it: 90 to 180 seconds are usual.
    static final Duration REGISTERS_IN = Duration.ofSeconds(90);

    /// From the start of a stopped instance until its agent is heard again.
    static final Duration REGISTERS_AGAIN_IN = Duration.ofSeconds(30);

    /// How often an agent tries again that wasn't let in.
    static final Duration AGENT_RETRIES = Duration.ofSeconds(30);

    /// From `shutting-down` to `terminated`.
    static final Duration SHUTS_DOWN_IN = Duration.ofSeconds(20);

    /// From `stopping` to `stopped`.
    static final Duration STOPS_IN = Duration.ofSeconds(20);

    /// How long a trunk interface takes to be attached or detached.
    static final Duration TRUNK_TAKES = Duration.ofSeconds(5);

    /// How long an INACTIVE container instance can be described.
    static final Duration INACTIVE_KEPT = Duration.ofHours(1);

    /// How often CloudWatch hears CapacityProviderReservation; the alarm is taken to act at once.
    static final Duration METRIC_EVERY = Duration.ofMinutes(1);

    /// How long a cluster's capacity providers are being updated.
    static final Duration PROVIDERS_UPDATED_IN = Duration.ofSeconds(5);

    /// The agent's defaults: SSH, Docker's two, its own two (agent source).
    static final List<Integer> RESERVED_PORTS = List.of(22, 2375, 2376, 51678, 51679);

    /// The ECS-optimized image that instances are started from; its id differs by Region and week.
    static final String AMI_X86_64 = "ami-0c6f2a1d9b3e47580";

    static final String AMI_ARM64 = "ami-0e81b7d4a25c9f036";

    /// How long a rolling deployment with alarms is watched where no time is given: ECS computes it
    /// from the alarms.
    static final Duration ALARM_BAKE = Duration.ofMinutes(5);

    /// The most failures that a threshold of type COUNT may name.
    static final int BREAKER_COUNT_MAX = 1_000;

    /// How soon ECS calls a lifecycle hook's function again that says IN_PROGRESS and names no
    /// `callBackDelay`.
    static final Duration HOOK_CALLED_AGAIN_AFTER = Duration.ofSeconds(30);

    /// What a service deployment says that another has taken the place of.
    static final String SUPERSEDED = "A new service deployment has started.";

    /// What a deployment says that an alarm has failed.
    static final String ALARM_DETECTED = "alarm detected.";

    /// What a deployment says that StopServiceDeployment has ended.
    static final String STOP_REQUESTED = "stop requested.";

    /// What a deployment says that lasts longer than it may.
    static String timedOut(LifecycleStage stage) {
        return stage == LifecycleStage.NONE
                ? "timed out."
                : "lifecycle stage " + stage + " timed out.";
    }

    /// What a deployment says that is rolled back to for another reason than the circuit breaker.
    static final String ROLLING_BACK = "ECS deployment rolling back to deploymentId ";

    /// What CodeDeploy says of a hook whose function has told that something is wrong.
    static final String HOOK_FAILED = "The deployment failed because a hook function failed: ";

    /// What CodeDeploy says of a hook whose function hasn't told in its hour how it went.
    static final String HOOK_LATE =
            "The deployment failed because a hook function did not report its status in time: ";

    /// What CodeDeploy says of a deployment whose service was deleted.
    static final String SERVICE_GONE = "The Amazon ECS service is not active.";

    /// What CodeDeploy says of a deployment that StopDeployment has ended.
    static final String STOPPED_BY_USER = "The deployment was stopped by a user.";

    /// What CodeDeploy says of a deployment that waited in vain for ContinueDeployment. It is
    /// rolled back as one that a user has stopped.
    static final String NOT_CONTINUED =
            "The deployment was stopped because traffic rerouting was not started in time.";

    /// What an agent registers of an instance's memory: the operating system takes the rest. Real
    /// instances of 8 GiB register 7.7 to 7.9.
    private static final int REGISTERED_PERCENT = 97;

    /// Which instance is `the closest matching` isn't published: the one that fails the fewest
    /// checks, and of the checks ports before memory before CPU before network interfaces.
    ///
    /// @param failed the checks, each by its bit
    static boolean isCloser(int failed, int than) {
        var fewer = Integer.compare(Integer.bitCount(failed), Integer.bitCount(than));
        return fewer != 0
                ? fewer < 0
                : Integer.numberOfTrailingZeros(failed) < Integer.numberOfTrailingZeros(than);
    }

    static int registeredMemory(int nominalMib) {
        return nominalMib * REGISTERED_PERCENT / 100;
    }

    /// How long somebody tries to reach a service to which no way leads. AWS takes minutes.
    static final Duration NO_ROUTE_GIVES_UP = Duration.ofSeconds(4);

    /// Three attempts of 15 seconds each.
    static final Duration MOUNT_GIVES_UP = Duration.ofSeconds(45);

    /// From RegisterTargets until the reason changes from `Elb.RegistrationInProgress` to
    /// `Elb.InitialHealthChecking`. Neither has a published length.
    static final Duration TARGET_REGISTERS_IN = Duration.ofMillis(500);

    private Guesses() {}
}
