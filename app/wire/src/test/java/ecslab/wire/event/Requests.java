package ecslab.wire.event;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.event.TaskUse;
import ecslab.ecs.event.WindowRow;
import ecslab.ecs.model.Latencies;
import ecslab.wire.describe.World;
import java.time.Duration;
import java.util.List;

/// Events that count.
final class Requests {

    private static final Latencies THREE =
            Latencies.of(
                    counts(Duration.ofMillis(40), Duration.ofMillis(41), Duration.ofMillis(90)));

    private Requests() {}

    private static int[] counts(Duration... spans) {
        var counts = Latencies.empty();
        for (var span : spans) {
            Latencies.of(span).addTo(counts);
        }
        return counts;
    }

    static Event window() {
        return new RequestWindow(
                World.AT,
                Duration.ofMillis(100),
                "users",
                "web",
                7,
                List.of(
                        new WindowRow(
                                Event.Route.NOWHERE,
                                503,
                                RequestCause.NO_REGISTERED_TARGETS,
                                1,
                                Latencies.of(Duration.ZERO)),
                        new WindowRow(
                                new Event.Route.To(World.TARGET, World.RUNNING),
                                200,
                                RequestCause.SERVED,
                                3,
                                THREE)));
    }

    static Event utilization() {
        return new UtilizationReport(
                World.AT,
                Duration.ofSeconds(10),
                World.WEB,
                812,
                250,
                THREE,
                List.of(new TaskUse(World.RUNNING, 812, 128, 250, 3, 1)));
    }
}
