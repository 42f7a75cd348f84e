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

    /// The program in a container begins to answer requests.
    record Answers(TaskId task, String container) implements Work {}

    /// The next image of a task is pulled, or the containers start.
    ///
    /// @param machine as in [Machine]
    record NextPull(TaskId task, int machine) implements Work {}

    /// The load balancer checks a target's health.
    ///
    /// @param task who the target was when its checks began
    record Probe(TargetId target, TaskId task) implements Work {}

    /// A user sends the `n`th request of a traffic.
    record Send(int traffic, long n) implements Work {}

    /// Somebody sends one request by hand.
    record SendOne(String loadBalancer, String path) implements Work {}

    /// A request that a task works on is done.
    record Serve(long request) implements Work {}

    /// The scenario does something.
    record Script(Command command) implements Work {}
}
