package ecslab.stage.log;

import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.event.WindowRow;
import ecslab.ecs.model.Latencies;
import ecslab.wire.text.Texts;

/// What is counted of requests, and of tasks at work.
final class TrafficText {

    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final double NEARLY_ALL = 99;
    private static final double PERCENT = 10;

    private final Texts texts;

    TrafficText(Texts texts) {
        this.texts = texts;
    }

    Line line(RequestWindow window) {
        var failed =
                window.rows().stream()
                        .filter(row -> row.isFailure())
                        .mapToLong(WindowRow::count)
                        .sum();
        var ended = window.rows().stream().mapToLong(WindowRow::count).sum();
        return new Line(
                Topic.REQUEST,
                failed > 0 ? Tone.WARNING : Tone.MUTED,
                window.loadBalancer(),
                texts.of("event.window", "sent", window.sent(), "ended", ended, "failed", failed),
                "");
    }

    Line line(UtilizationReport report) {
        return new Line(
                Topic.SERVICE,
                Tone.MUTED,
                texts.of("event.source.service", "name", report.service().service()),
                texts.of(
                        "event.utilization",
                        "cpu",
                        percent(report.cpuPermille()),
                        "memory",
                        percent(report.memoryPermille()),
                        "requests",
                        report.latencies().count()),
                report.latencies().count() == 0 ? "" : latencies(report.latencies()));
    }

    private String latencies(Latencies latencies) {
        return texts.of(
                "event.latencies",
                "p50",
                latencies.percentile(MEDIAN).toMillis(),
                "p95",
                latencies.percentile(MOST).toMillis(),
                "p99",
                latencies.percentile(NEARLY_ALL).toMillis());
    }

    private static String percent(int permille) {
        return String.valueOf(permille / PERCENT);
    }
}
