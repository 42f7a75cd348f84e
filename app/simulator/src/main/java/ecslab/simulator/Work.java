package ecslab.simulator;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Observation;
import ecslab.engine.Wake;

/// What can be due in a simulation. Data, not closures, so that it can be saved, compared and
/// forked with the rest of the state.
sealed interface Work {

    /// The control plane asked to be woken.
    record ControlPlane(Wake wake) implements Work {}

    /// A machine has something to tell.
    ///
    /// @param machine the number of the machine's life that this belongs to: what an earlier life
    ///   had begun is void
    record Machine(TaskId task, int machine, Observation observation) implements Work {}

    /// Something is due in a container.
    ///
    /// @param run the container's run that this belongs to: what an earlier run had begun is void
    record InContainer(TaskId task, String container, int run, Moment what) implements Work {}

    /// What can be due in a container.
    sealed interface Moment {

        /// The program begins to answer requests.
        record Answers() implements Moment {}

        /// The program ends by itself.
        record Exits(int exitCode) implements Moment {}

        /// Its health is checked.
        record Check() implements Moment {}

        /// A health check has come to its end.
        ///
        /// @param counts whether it would count if it failed
        record Checked(boolean passed, boolean counts) implements Moment {}

        /// Those that depend on it have waited for so long.
        record StartTimeout() implements Moment {}
    }

    /// Somebody kills the program in a container.
    record Kill(TaskId task, String container, int exitCode) implements Work {}

    /// A machine's memory is full.
    ///
    /// @param turn the reckoning that this belongs to
    record MemoryFull(TaskId task, int turn) implements Work {}

    /// Something becomes of an EC2 instance.
    record OfHost(String instanceId, Observation observation) implements Work {}

    /// ECS hears an agent again.
    record AgentBack(String instanceId) implements Work {}

    /// A health check has had no answer for as long as the load balancer waits.
    record ProbeTimedOut(TargetId target, TaskId task) implements Work {}

    /// The next image of a task is pulled, or the containers start.
    ///
    /// @param machine as in [Machine]
    record NextPull(TaskId task, int machine) implements Work {}

    /// The load balancer checks a target's health.
    ///
    /// @param task who the target was when its checks began
    record Probe(TargetId target, TaskId task) implements Work {}

    /// Somebody sends one request by hand.
    record SendOne(String loadBalancer, String path) implements Work {}

    /// The scenario does something.
    record Script(Command command) implements Work {}
}
