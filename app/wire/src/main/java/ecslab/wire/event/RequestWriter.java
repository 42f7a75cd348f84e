package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.model.Latencies;
import java.io.IOException;

/// Writes what is counted of requests and of tasks at work.
class RequestWriter extends BalancerWriter {

    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final double NEARLY_ALL = 99;

    RequestWriter(JsonGenerator out) {
        super(out);
    }

    void window(RequestWindow window) throws IOException {
        span("length", window.length());
        text("traffic", window.traffic());
        text("loadBalancer", window.loadBalancer());
        number("sent", window.sent());
        openList("rows");
        for (var row : window.rows()) {
            open();
            switch (row.route()) {
                case Route.Nowhere() -> {}
                case Route.To(var target, var task) -> {
                    text("target", target);
                    text("task", task);
                }
            }
            number("status", row.status());
            text("cause", row.cause().word());
            number("count", row.count());
            text("latencies", row.latencies());
            close();
        }
        closeList();
    }

    void utilization(UtilizationReport report) throws IOException {
        span("period", report.period());
        text("service", report.service());
        number("cpuPermille", report.cpuPermille());
        number("memoryPermille", report.memoryPermille());
        latencies(report.latencies());
        openList("tasks");
        for (var use : report.tasks()) {
            open();
            text("task", use.task());
            number("cpuPermille", use.cpuPermille());
            number("memoryMib", use.memoryMib());
            number("memoryPermille", use.memoryPermille());
            number("requests", use.requests());
            number("waiting", use.waiting());
            close();
        }
        closeList();
    }

    private void latencies(Latencies latencies) throws IOException {
        open("latencies");
        number("count", latencies.count());
        span("p50", latencies.percentile(MEDIAN));
        span("p95", latencies.percentile(MOST));
        span("p99", latencies.percentile(NEARLY_ALL));
        close();
    }
}
