package ecslab.simulator;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.event.TaskUse;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reports how busy each service's tasks were. A service that does nothing and has done nothing
/// before isn't worth a report.
final class Usage {

    static final long PERIOD_MICROS = 10_000_000;

    private static final int WHOLE = 1_000;

    private final PlaneState state;
    private final SimAgenda agenda;
    private final Fleet fleet;
    private final Consumer<Event> events;

    Usage(PlaneState state, SimAgenda agenda, Fleet fleet, Consumer<Event> events) {
        this.state = state;
        this.agenda = agenda;
        this.fleet = fleet;
        this.events = events;
    }

    /// What is gathered of one service.
    private static final class Sum {

        final List<TaskUse> tasks = new ArrayList<>();
        final int[] latencies = Latencies.empty();
        double cpu;
        double cpuReserved;
        double memory;
        double memoryReserved;

        boolean isIdle() {
            return cpu == 0 && memory == 0 && Latencies.of(latencies).count() == 0;
        }
    }

    void report() {
        state.reportAt += PERIOD_MICROS;
        var sums = new LinkedHashMap<ServiceName, Sum>();
        var byTask = new LinkedHashMap<TaskId, List<Station>>();
        for (var number : state.stationOf.values()) {
            var station = state.stations.get(number);
            byTask.computeIfAbsent(station.task, _ -> new ArrayList<>()).add(station);
        }
        fleet.running((service, task) ->
                add(sums.computeIfAbsent(service, _ -> new Sum()), task, byTask));
        for (var stations : byTask.values()) {
            stations.forEach(one -> one.report(agenda.now().micros()));
        }
        sums.forEach((service, sum) -> {
            if (!sum.isIdle() || state.busy.contains(service)) {
                tell(service, sum);
            }
            if (sum.isIdle()) {
                state.busy.remove(service);
            } else {
                state.busy.add(service);
            }
        });
        state.forgetStationsOf(task -> !fleet.knows(task));
    }

    private void add(Sum sum, TaskId task, Map<TaskId, List<Station>> byTask) {
        var now = agenda.now().micros();
        var size = fleet.doors().size(task);
        var answered = 0L;
        var waiting = 0;
        var cpu = 0.0;
        for (var station : byTask.getOrDefault(task, List.of())) {
            answered += station.answered;
            waiting += station.inside(now);
            for (var i = 0; i < sum.latencies.length; i++) {
                sum.latencies[i] += station.latencies[i];
            }
            cpu += station.used(now);
        }
        var reserved = size.vcpus() * PERIOD_MICROS;
        if (fleet.doors().burns(task)) {
            cpu = Math.max(cpu, reserved);
        }
        var memory = fleet.doors().memoryMib(task);
        sum.cpu += cpu;
        sum.cpuReserved += reserved;
        sum.memory += memory;
        sum.memoryReserved += size.memoryMib();
        sum.tasks.add(
                new TaskUse(
                        task,
                        permille(cpu, reserved),
                        (int) Math.round(memory),
                        permille(memory, size.memoryMib()),
                        answered,
                        waiting));
    }

    private void tell(ServiceName service, Sum sum) {
        events.accept(
                new UtilizationReport(
                        agenda.now(),
                        Duration.ofNanos(PERIOD_MICROS * 1_000),
                        service,
                        permille(sum.cpu, sum.cpuReserved),
                        permille(sum.memory, sum.memoryReserved),
                        Latencies.of(sum.latencies),
                        List.copyOf(sum.tasks)));
    }

    private static int permille(double used, double reserved) {
        return reserved == 0 ? 0 : (int) Math.round(WHOLE * used / reserved);
    }
}
