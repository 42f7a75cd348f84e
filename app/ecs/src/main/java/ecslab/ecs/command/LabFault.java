package ecslab.ecs.command;

import java.time.Duration;

/// Breaks something on purpose, or mends it.
public sealed interface LabFault extends Command {

    @Override
    default String api() {
        return "lab";
    }

    /// `lab:KillContainer`: the program in a container ends.
    ///
    /// @param task an id or ARN, or what stands for one
    /// @param exitCode 0 to 255
    record LabKillContainer(String task, String container, int exitCode) implements LabFault {}

    /// `lab:RegistryDown`: nobody answers there. Images that were pulled stay where they are.
    ///
    /// @param registry its host; all registries if it is left out
    /// @param throttles somebody answers, but only that there were too many requests
    record LabRegistryDown(Given<String> registry, boolean throttles) implements LabFault {

        /// Nobody answers.
        public LabRegistryDown(Given<String> registry) {
            this(registry, false);
        }
    }

    /// `lab:RegistryUp`
    record LabRegistryUp(Given<String> registry) implements LabFault {}

    /// `lab:FillSubnet`: somebody else takes every address that is left.
    record LabFillSubnet(String subnet) implements LabFault {}

    /// `lab:EmptySubnet`: they give them back.
    record LabEmptySubnet(String subnet) implements LabFault {}

    /// `lab:LeakMemory`: programs take more and more memory.
    ///
    /// @param of `image/NAME` or `task/NAME`
    record LabLeakMemory(String of, int mibPerMinute) implements LabFault {}

    /// `lab:StopLeak`: they take no more, but keep what they have.
    record LabStopLeak(String of) implements LabFault {}

    /// `lab:SlowStart`: programs that are started from now on take longer until they answer.
    ///
    /// @param of `image/NAME`
    record LabSlowStart(String of, Duration startsIn) implements LabFault {}

    /// `lab:NormalStart`
    record LabNormalStart(String of) implements LabFault {}

    /// `lab:BreakHealth`: health checks find nothing good, from outside and from inside.
    ///
    /// @param of `image/NAME` or `task/NAME`
    record LabBreakHealth(String of) implements LabFault {}

    /// `lab:MendHealth`
    record LabMendHealth(String of) implements LabFault {}
}
