package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// When memory runs out, and whose: a container's at its hard limit, a task's when its containers
/// together reach the task's size. Then the kernel kills the container, or the largest of them.
///
/// Programs grow evenly, so that the moment can be reckoned. It is reckoned anew whenever a
/// container starts, ends or grows at another rate.
final class Memory {

    /// In microseconds: what adding up fractions may have added.
    private static final double ROUNDING = 0.001;

    private static final double MINUTE_MICROS = 60_000_000;

    private final FleetState state;
    private final SimAgenda agenda;

    Memory(FleetState state, SimAgenda agenda) {
        this.state = state;
        this.agenda = agenda;
    }

    void reckon(TaskId task) {
        var machine = machine(task);
        machine.memoryTurn++;
        var first = Double.POSITIVE_INFINITY;
        for (var limit : limits(task)) {
            first = Math.min(first, microsUntil(limit, machine));
        }
        if (first < Duration.ofDays(3_650).toMillis() * 1_000.0) {
            var wait = Duration.ofNanos((long) Math.ceil(first - ROUNDING) * 1_000);
            agenda.after(wait, new Work.MemoryFull(task, machine.memoryTurn));
        }
    }

    /// Whoever is killed; empty if it was reckoned anew meanwhile.
    Optional<Observation.OutOfMemory> victim(Work.MemoryFull due) {
        var machine = state.machines.get(due.task());
        if (machine == null || machine.memoryTurn != due.turn()) {
            return Optional.empty();
        }
        for (var limit : limits(due.task())) {
            if (microsUntil(limit, machine) <= 1) {
                var largest = largest(limit, machine);
                return Optional.of(
                        new Observation.OutOfMemory(
                                due.task(),
                                largest.name(),
                                (int) Math.round(used(limit.of(), machine)),
                                limit.mib(),
                                limit.of().size() > 1));
            }
        }
        return Optional.empty();
    }

    /// A limit, and who together must stay below it.
    private record Limit(int mib, List<ContainerDefinition> of) {}

    private List<Limit> limits(TaskId task) {
        var definition = definition(task);
        var machine = machine(task);
        var up = new ArrayList<ContainerDefinition>();
        var all = new ArrayList<Limit>();
        for (var container : definition.containerDefinitions()) {
            if (machine.container(container.name()).isUp()) {
                up.add(container);
                if (container.memoryMib() > 0) {
                    all.add(new Limit(container.memoryMib(), List.of(container)));
                }
            }
        }
        if (definition.memoryMib() > 0 && !up.isEmpty()) {
            all.add(new Limit(definition.memoryMib(), up));
        }
        return all;
    }

    private double microsUntil(Limit limit, Machine machine) {
        var used = used(limit.of(), machine);
        var rate = 0;
        for (var one : limit.of()) {
            rate += machine.container(one.name()).mibPerMinute();
        }
        if (used > limit.mib()) {
            return 0;
        }
        return rate > 0 ? (limit.mib() - used) / rate * MINUTE_MICROS : Double.POSITIVE_INFINITY;
    }

    private double used(List<ContainerDefinition> containers, Machine machine) {
        if (containers.size() == 1) {
            return mib(containers.getFirst(), machine);
        }
        return containers.stream()
                .mapToDouble(one -> machine.container(one.name()).memoryMib(agenda.now()))
                .sum();
    }

    private ContainerDefinition largest(Limit limit, Machine machine) {
        var largest = limit.of().getFirst();
        for (var one : limit.of()) {
            if (mib(one, machine) > mib(largest, machine)) {
                largest = one;
            }
        }
        return largest;
    }

    private double mib(ContainerDefinition container, Machine machine) {
        return machine.container(container.name()).memoryMib(agenda.now());
    }

    private Machine machine(TaskId task) {
        return Objects.requireNonNull(state.machines.get(task), "no machine runs the task");
    }

    private TaskDefinition definition(TaskId task) {
        return Objects.requireNonNull(state.definition(task));
    }
}
