package ecslab.docker;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.WindowRow;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The requests that aren't told one by one, counted for a while and told together.
final class Windows {

    static final Duration LENGTH = Duration.ofMillis(500);

    private record Users(String traffic, String loadBalancer) {}

    private record End(Route route, int status, RequestCause cause) {}

    private Map<Users, Map<End, int[]>> counted = new LinkedHashMap<>();

    /// On any thread.
    synchronized void count(
            Passage passage, Route route, int status, RequestCause cause, Duration took) {
        counted.computeIfAbsent(
                        new Users(passage.traffic(), passage.loadBalancer()),
                        _ -> new LinkedHashMap<>())
                .computeIfAbsent(new End(route, status, cause), _ -> Latencies.empty())[
                Latencies.bucket(took.toNanos() / 1_000)]++;
    }

    /// What was counted since the last time.
    List<Event> take(SimInstant now) {
        var all = new ArrayList<Event>();
        taken().forEach((users, ends) -> {
            var rows = new ArrayList<WindowRow>();
            var sent = 0L;
            for (var end : ends.entrySet()) {
                var latencies = Latencies.of(end.getValue());
                var how = end.getKey();
                var count = (int) latencies.count();
                sent += count;
                rows.add(new WindowRow(how.route(), how.status(), how.cause(), count, latencies));
            }
            all.add(
                    new RequestWindow(
                            now, LENGTH, users.traffic(), users.loadBalancer(), sent, rows));
        });
        return all;
    }

    private synchronized Map<Users, Map<End, int[]>> taken() {
        var taken = counted;
        counted = new LinkedHashMap<>();
        return taken;
    }
}
