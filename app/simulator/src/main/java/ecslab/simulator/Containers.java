package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.RestartPolicy;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.engine.Dependencies;
import ecslab.engine.Dependencies.Verdict;
import ecslab.engine.Observation;
import ecslab.engine.OurWords;
import ecslab.simulator.ContainerState.Program;
import ecslab.simulator.Work.InContainer;
import ecslab.simulator.Work.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The containers on a simulated machine: they start in the order of their dependencies, run, end,
/// are started again in place, and stop in the reverse order.
final class Containers {

    private static final String CANNOT_START = "CannotStartContainerError: ";
    private static final String HANGS =
            "DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s";

    /// How often it is looked whether programs that stand still go on.
    private static final Duration STANDSTILL = Duration.ofMillis(100);

    private final FleetState state;
    private final SimAgenda agenda;
    private final Registry registry;
    private final FleetTimings timings;
    private final HealthChecks health;
    private final Memory memory;
    private final HostPorts ports;

    Containers(
            FleetState state,
            SimAgenda agenda,
            Registry registry,
            FleetTimings timings,
            Memory memory) {
        this.state = state;
        this.agenda = agenda;
        this.registry = registry;
        this.timings = timings;
        this.memory = memory;
        ports = new HostPorts(state);
        health = new HealthChecks(state, agenda);
    }

    /// Starts every container that may start by now.
    void startReady(TaskId task) {
        var machine = machine(task);
        if (machine.stopping || !machine.isPulled()) {
            return;
        }
        var definition = definition(machine);
        var order = new Dependencies(definition, machine.containers);
        for (var container : definition.containerDefinitions()) {
            var own = machine.container(container.name());
            if (own.program == Program.WAITING) {
                switch (order.mayStart(container)) {
                    case Verdict.Ready() -> create(task, own, container);
                    case Verdict.Waits() -> {}
                    case Verdict.Never(var why) -> giveUp(task, own, container, why, false);
                }
            }
        }
    }

    private void create(TaskId task, ContainerState own, ContainerDefinition container) {
        own.program = Program.CREATING;
        var name = container.name();
        switch (behaviour(container).end()) {
            case ProgramEnd.CannotStart(var error) ->
                    tell(
                            task,
                            timings.createContainer(),
                            new Observation.ContainerNotStarted(
                                    task,
                                    name,
                                    CANNOT_START + "Error response from daemon: " + error,
                                    false));
            case ProgramEnd.HangsAtStart() -> hang(task, name);
            case ProgramEnd.Never _, ProgramEnd.After _ ->
                    tell(
                            task,
                            timings.createContainer(),
                            new Observation.ContainerStarted(
                                    task, name, ports.bind(task, container)));
        }
    }

    /// Somebody waits for as long as they wait for a container (behaviour reference §3.3, §3.4).
    private void hang(TaskId task, String name) {
        var onInstance = !machine(task).host.isEmpty();
        tell(
                task,
                onInstance ? timings.hangsOnInstance() : timings.hangsOnFargate(),
                new Observation.ContainerNotStarted(
                        task, name, onInstance ? HANGS : OurWords.FARGATE_HANGS, false));
    }

    private void giveUp(
            TaskId task,
            ContainerState own,
            ContainerDefinition container,
            String why,
            boolean always) {
        own.end(Exit.NONE);
        tell(
                task,
                Duration.ZERO,
                new Observation.ContainerNotStarted(
                        task, container.name(), CANNOT_START + why, always));
    }

    /// A container was started, as [#create] had promised.
    void started(TaskId task, String name) {
        var machine = machine(task);
        var container = definition(machine).container(name);
        var own = machine.container(name);
        begin(task, own, container);
        var patience = container.settings().startTimeout();
        if (patience.isPositive()) {
            at(task, name, own, patience, new Moment.StartTimeout());
        }
        startReady(task);
    }

    private void begin(TaskId task, ContainerState own, ContainerDefinition container) {
        var image = behaviour(container);
        own.start(
                agenda.now(),
                image.memory().startsAtMib(),
                state.troubles.mibPerMinute(task, image));
        var built = machineArchitecture(task);
        if (!image.architectures().contains(built)) {
            tell(
                    task,
                    Duration.ZERO,
                    new Observation.WrongArchitecture(
                            task, container.name(), built, image.architectures()));
            at(task, container.name(), own, Duration.ZERO, new Moment.Exits(Exit.WRONG_FORMAT));
            return;
        }
        var startsIn = state.troubles.startsIn(image);
        at(task, container.name(), own, startsIn, new Moment.Answers());
        if (image.end() instanceof ProgramEnd.After(var ranFor, int exitCode)) {
            at(task, container.name(), own, ranFor, new Moment.Exits(exitCode));
        }
        health.begin(task, container, own);
        memory.reckon(task);
    }

    private String machineArchitecture(TaskId task) {
        var host = state.hosts.get(machine(task).host);
        return host == null ? definition(task).runtimePlatform().architecture() : host.architecture;
    }

    /// It never came to start.
    void notStarted(TaskId task, String name) {
        machine(task).container(name).end(Exit.NONE);
        startReady(task);
    }

    /// What is due, unless the container has ended or was started again meanwhile.
    ///
    /// @return what there is to tell, and whether the program has ended
    List<Observation> due(InContainer due) {
        var machine = state.machines.get(due.task());
        if (machine == null || machine.container(due.container()).run != due.run()) {
            return List.of();
        }
        var own = machine.container(due.container());
        var isTheAgents = due.what() instanceof Moment.StartTimeout;
        if (!isTheAgents && state.troubles.isFrozen(due.task())) {
            agenda.after(STANDSTILL, due);
            return List.of();
        }
        return switch (due.what()) {
            case Moment.Answers() -> {
                own.program = own.program == Program.STARTING ? Program.ANSWERING : own.program;
                yield List.of();
            }
            case Moment.Exits(int exitCode) ->
                    own.isUp() ? ended(due.task(), due.container(), exitCode, "") : List.of();
            case Moment.Check() -> {
                var image = behaviour(container(due.task(), due.container()));
                var told = health.check(due, own, container(due.task(), due.container()), image);
                startReady(due.task());
                yield told;
            }
            case Moment.Checked checked -> {
                var told =
                        health.checked(due, checked, own, container(due.task(), due.container()));
                startReady(due.task());
                yield told;
            }
            case Moment.StartTimeout() -> timedOut(due);
        };
    }

    private List<Observation> timedOut(InContainer due) {
        var machine = machine(due.task());
        var order = new Dependencies(definition(due.task()), machine.containers);
        if (!machine.stopping) {
            for (var target : order.waitingFor(due.container())) {
                giveUp(
                        due.task(),
                        machine.container(target.name()),
                        target,
                        Dependencies.timedOut(due.container(), target),
                        true);
            }
        }
        return List.of();
    }

    /// The memory of a machine is full: somebody is killed.
    List<Observation> memoryFull(Work.MemoryFull due) {
        var victim = memory.victim(due);
        if (victim.isEmpty()) {
            return List.of();
        }
        var full = victim.get();
        var told = new java.util.ArrayList<Observation>();
        told.add(full);
        told.addAll(
                ended(
                        due.task(),
                        full.container(),
                        Exit.KILLED,
                        "OutOfMemoryError: Container killed due to memory usage"));
        return told;
    }

    /// A program has ended, and nobody had told it to.
    List<Observation> ended(TaskId task, String name, int exitCode, String reason) {
        var machine = machine(task);
        var own = machine.container(name);
        var container = definition(machine).container(name);
        var policy = container.settings().restartPolicy();
        var ranFor = agenda.now().since(own.startedAt);
        if (!machine.stopping && restarts(policy, exitCode, ranFor)) {
            own.restarts++;
            begin(task, own, container);
            return List.of(
                    new Observation.ContainerRestarted(
                            task, name, exitCode, reason, own.restarts, ranFor));
        }
        own.end(new Exit.Code(exitCode));
        memory.reckon(task);
        startReady(task);
        return List.of(new Observation.ContainerStopped(task, name, exitCode, reason, ranFor));
    }

    private static boolean restarts(RestartPolicy policy, int exitCode, Duration ranFor) {
        return policy.enabled()
                && !policy.ignoredExitCodes().contains(exitCode)
                && ranFor.compareTo(policy.restartAttemptPeriod()) >= 0;
    }

    /// Gives up what hasn't started, and tells the others in order.
    void stop(TaskId task) {
        var machine = machine(task);
        machine.stopping = true;
        for (var container : definition(machine).containerDefinitions()) {
            var own = machine.container(container.name());
            if (own.program == Program.WAITING || own.program == Program.CREATING) {
                own.end(Exit.NONE);
                tell(
                        task,
                        Duration.ZERO,
                        new Observation.ContainerAbandoned(task, container.name()));
            }
        }
        terminateReady(task);
    }

    /// SIGTERM to those that nobody depends on any more.
    private void terminateReady(TaskId task) {
        var machine = machine(task);
        var order = new Dependencies(definition(machine), machine.containers);
        for (var container : definition(machine).containerDefinitions()) {
            if (machine.container(container.name()).isUp() && order.mayStop(container.name())) {
                terminate(task, machine.container(container.name()), container);
            }
        }
    }

    /// SIGTERM. A program that isn't up yet has nothing to finish and ends at once; one that goes
    /// on for longer than its `stopTimeout` meets SIGKILL.
    private void terminate(TaskId task, ContainerState own, ContainerDefinition container) {
        var onSigterm = behaviour(container).onSigterm();
        var drains = own.program == Program.STARTING ? Duration.ZERO : onSigterm.drainsFor();
        own.program = Program.DRAINING;
        own.run++;
        memory.reckon(task);
        var timeout = stopTimeout(task, container);
        var killed = onSigterm.ignores() || drains.compareTo(timeout) > 0;
        var wait = killed ? timeout : drains;
        tell(
                task,
                wait,
                new Observation.ContainerStopped(
                        task,
                        container.name(),
                        killed ? Exit.KILLED : onSigterm.exitCode(),
                        "",
                        agenda.now().plus(wait).since(own.startedAt)));
    }

    /// What a container says itself, or else what its agent says.
    private Duration stopTimeout(TaskId task, ContainerDefinition container) {
        var host = state.hosts.get(machine(task).host);
        return container.stopTimeoutOr(
                host == null ? ContainerDefinition.STOP_TIMEOUT_DEFAULT : host.stopTimeout);
    }

    /// A container has ended after SIGTERM: others may have waited for it.
    void stopped(TaskId task, String name, int exitCode) {
        machine(task).container(name).end(new Exit.Code(exitCode));
        if (machine(task).stopping) {
            terminateReady(task);
        }
    }

    private void at(TaskId task, String name, ContainerState own, Duration wait, Moment what) {
        agenda.after(wait, new InContainer(task, name, own.run, what));
    }

    private void tell(TaskId task, Duration wait, Observation what) {
        agenda.after(wait, new Work.Machine(task, machine(task).life, what));
    }

    private Machine machine(TaskId task) {
        return Objects.requireNonNull(state.machines.get(task), "no machine runs the task");
    }

    private TaskDefinition definition(TaskId task) {
        return definition(machine(task));
    }

    private static TaskDefinition definition(Machine machine) {
        return Objects.requireNonNull(machine.definition);
    }

    private ContainerDefinition container(TaskId task, String name) {
        return definition(task).container(name);
    }

    private ImageBehaviour behaviour(ContainerDefinition container) {
        return registry.find(container.image()).orElseThrow();
    }
}
