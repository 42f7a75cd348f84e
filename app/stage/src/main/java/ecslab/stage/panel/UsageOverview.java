package ecslab.stage.panel;

import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.event.TaskUse;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.stage.log.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How busy a service or a task was in the ten seconds before, as its last report has it.
final class UsageOverview {

    private static final double PERCENT = 10;
    private static final double WHOLE = 1_000;
    private static final int BUSY = 700;
    private static final int FULL = 950;
    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final double NEARLY_ALL = 99;

    private UsageOverview() {}

    static List<Block> of(Sight sight, Service service) {
        var report = sight.state().utilization().get(service.name());
        if (report == null) {
            return List.of();
        }
        var latencies = report.latencies();
        return List.of(
                sight.heading("usage"),
                meter(sight, "usage.cpu", report.cpuPermille()),
                meter(sight, "usage.memory", report.memoryPermille()),
                sight.fact("usage.rate", rate(latencies.count(), report.period())),
                sight.fact(
                        "usage.latency",
                        millis(latencies.percentile(MEDIAN))
                                + " / "
                                + millis(latencies.percentile(MOST))
                                + " / "
                                + millis(latencies.percentile(NEARLY_ALL))));
    }

    static List<Block> of(Sight sight, Task task) {
        return task.service()
                .map(name -> sight.state().utilization().get(new ServiceName(task.cluster(), name)))
                .flatMap(report -> use(sight, task, report))
                .orElse(List.of());
    }

    private static Optional<List<Block>> use(Sight sight, Task task, UtilizationReport report) {
        return report.tasks().stream()
                .filter(use -> use.task().equals(task.id()))
                .findFirst()
                .map(use -> use(sight, use, report.period()));
    }

    private static List<Block> use(Sight sight, TaskUse use, Duration period) {
        return List.of(
                sight.heading("usage"),
                meter(sight, "usage.cpu", use.cpuPermille()),
                meter(sight, "usage.memory", use.memoryPermille()),
                sight.fact("usage.rate", rate(use.requests(), period)),
                new Block.Fact(
                        sight.say("inspector.usage.waiting"),
                        Integer.toString(use.waiting()),
                        use.waiting() > 1 ? Tone.WARNING : Tone.MUTED));
    }

    private static Block meter(Sight sight, String key, int permille) {
        return new Block.Progress(
                sight.say("inspector." + key),
                permille / PERCENT + " %",
                Math.min(1, permille / WHOLE),
                permille >= FULL ? Tone.DANGER : permille >= BUSY ? Tone.WARNING : Tone.SUCCESS);
    }

    private static String rate(long count, Duration period) {
        return count / (double) Math.max(1, period.toSeconds()) + "/s";
    }

    private static String millis(Duration span) {
        return span.toMillis() + " ms";
    }
}
