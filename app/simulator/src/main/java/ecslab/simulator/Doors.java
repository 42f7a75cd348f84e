package ecslab.simulator;

import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.simulator.ContainerState.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who answers at tasks' addresses and ports.
final class Doors {

    private static final int UNITS_PER_CPU = 1_024;

    private final FleetState state;
    private final Registry registry;
    private final SimAgenda agenda;

    Doors(FleetState state, Registry registry, SimAgenda agenda) {
        this.state = state;
        this.registry = registry;
        this.agenda = agenda;
    }

    /// A port: somebody listens, or nobody.
    sealed interface Door {

        Door CLOSED = new Closed();

        /// Connections are refused.
        record Closed() implements Door {}

        /// Nobody says anything at all.
        ///
        /// @param why what this comes to for a request
        record Silent(RequestCause why) implements Door {}

        /// Somebody listens.
        ///
        /// @param cpuUnits what the container has of the CPU
        /// @param broken whether somebody has broken its health path
        record Open(String container, ImageBehaviour behaviour, int cpuUnits, boolean broken)
                implements Door {}
    }

    Door at(TaskId task, int port) {
        var machine = state.machines.get(task);
        var definition = state.definition(task);
        if (machine == null && task.equals(TaskId.NOBODY)) {
            return new Door.Silent(RequestCause.NO_ROUTE);
        }
        if (machine == null || definition == null) {
            return Door.CLOSED;
        }
        if (state.troubles.isCutOff(task, machine.subnet.availabilityZone())) {
            return new Door.Silent(RequestCause.NO_ROUTE);
        }
        for (var container : definition.containerDefinitions()) {
            if (listens(machine, container, port)) {
                if (state.troubles.isFrozen(task)) {
                    return new Door.Silent(RequestCause.TOO_SLOW);
                }
                return state.troubles.isExhausted(task)
                        ? new Door.Silent(RequestCause.NO_ROOM)
                        : open(task, definition, container);
            }
        }
        return Door.CLOSED;
    }

    private static boolean listens(Machine machine, ContainerDefinition container, int port) {
        if (machine.container(container.name()).program != Program.ANSWERING) {
            return false;
        }
        var bound = machine.bindings.get(container.name());
        if (bound != null) {
            return bound.stream().anyMatch(b -> b.hostPort() == port);
        }
        for (var mapping : container.portMappings()) {
            if (mapping.containerPort() == port) {
                return true;
            }
        }
        return false;
    }

    private Door open(TaskId task, TaskDefinition definition, ContainerDefinition container) {
        var image = registry.find(container.image()).orElseThrow();
        return new Door.Open(
                container.name(),
                image,
                cpuUnits(definition, container),
                state.troubles.isHealthBroken(task, image));
    }

    /// A task's containers share its CPU. Without a limit of the task's, a container is taken to
    /// get what it reserves, and a whole vCPU if it reserves nothing.
    private static int cpuUnits(TaskDefinition definition, ContainerDefinition container) {
        if (definition.cpuUnits() > 0) {
            return definition.cpuUnits();
        }
        return container.cpuUnits() > 0 ? container.cpuUnits() : UNITS_PER_CPU;
    }

    /// What is known of the programs behind a port.
    List<Fact> facts(TaskId task) {
        var machine = state.machines.get(task);
        var definition = state.definition(task);
        if (machine == null || definition == null) {
            return List.of(Fact.of("program", "gone"));
        }
        var facts = new ArrayList<Fact>();
        for (var container : definition.containerDefinitions()) {
            var program = machine.container(container.name()).program;
            facts.add(
                    Fact.of(
                            "program " + container.name(),
                            program.name().toLowerCase(Locale.ROOT)));
        }
        if (state.troubles.isCutOff(task, machine.subnet.availabilityZone())) {
            facts.add(Fact.of("route", "none"));
        }
        if (state.troubles.isFrozen(task)) {
            facts.add(Fact.of("frozen", "yes"));
        }
        return facts;
    }

    /// How many times as long as usual everything takes.
    int slowness(TaskId task, ImageBehaviour image) {
        return state.troubles.slowness(task, image);
    }

    /// Whether something beside a task's programs takes all the CPU that is left.
    boolean burns(TaskId task, ImageBehaviour image) {
        return state.troubles.burns(task, image.uri());
    }

    /// The same of any of its containers.
    boolean burns(TaskId task) {
        var machine = state.machines.get(task);
        var definition = state.definition(task);
        return machine != null
                && definition != null
                && !state.troubles.isFrozen(task)
                && definition.containerDefinitions().stream()
                        .anyMatch(one ->
                                machine.container(one.name()).isUp()
                                        && state.troubles.burns(
                                                task,
                                                registry.find(one.image()).orElseThrow().uri()));
    }

    /// Whether an Availability Zone is out.
    boolean isDark(String zone) {
        return state.troubles.darkZones.contains(zone);
    }

    /// What a task reserves: its own size, or that of its containers together.
    record Size(double vcpus, int memoryMib) {}

    Size size(TaskId task) {
        var definition = state.definition(task);
        if (definition == null) {
            return new Size(0, 0);
        }
        var containers = definition.containerDefinitions();
        var units =
                definition.cpuUnits() > 0
                        ? definition.cpuUnits()
                        : containers.stream().mapToInt(ContainerDefinition::cpuUnits).sum();
        var memory =
                definition.memoryMib() > 0
                        ? definition.memoryMib()
                        : containers.stream()
                                .mapToInt(c -> Math.max(c.memoryMib(), c.memoryReservationMib()))
                                .sum();
        return new Size((double) units / UNITS_PER_CPU, memory);
    }

    /// What a task's containers have of the memory now, in MiB.
    double memoryMib(TaskId task) {
        var machine = state.machines.get(task);
        var definition = state.definition(task);
        var used = 0.0;
        if (machine != null && definition != null) {
            for (var container : definition.containerDefinitions()) {
                if (machine.container(container.name()).isUp()) {
                    used += machine.container(container.name()).memoryMib(agenda.now());
                }
            }
        }
        return used;
    }
}
