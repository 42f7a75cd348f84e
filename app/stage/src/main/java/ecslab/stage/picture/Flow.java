package ecslab.stage.picture;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.model.TaskId;
import ecslab.stage.play.Frame;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Requests as they flow at a moment: of the last second how many were sent and to whom; of the
/// last seconds how long they took, and how they failed.
///
/// @param sent in the last second
/// @param perSecond by task, only of requests that are told in windows: the others fly by one by
///   one
/// @param latencies of those answered well
/// @param failures by status, 0 for those that nobody answered
record Flow(
        long sent, Map<TaskId, Long> perSecond, Latencies latencies, Map<Integer, Long> failures) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    /// Of more rows, latencies are counted of the newest only.
    private static final int ROWS_MAX = 4_000;

    static Flow at(Frame frame) {
        var count = new Count();
        var second = frame.at().minus(SECOND);
        var earliest = frame.at().minus(A_WHILE);
        for (var i = frame.position() - 1; i >= 0; i--) {
            var event = frame.events().get(i);
            if (!event.at().isAfter(earliest)) {
                break;
            }
            count.add(event, event.at().isAfter(second));
        }
        return new Flow(count.sent, count.perSecond, Latencies.of(count.latencies), count.failures);
    }

    /// What has been counted so far, from the newest event backwards.
    private static final class Count {

        private final Map<TaskId, Long> perSecond = new HashMap<>();
        private final Map<Integer, Long> failures = new HashMap<>();
        private final int[] latencies = Latencies.empty();
        private long sent;
        private int rows;

        void add(Event event, boolean isNew) {
            switch (event) {
                case Event.RequestSent _ -> sent += isNew ? 1 : 0;
                case RequestAnswered answered -> {
                    if (answered.isFailure()) {
                        failures.merge(answered.status(), 1L, Long::sum);
                    } else {
                        Latencies.of(answered.took()).addTo(latencies);
                    }
                }
                case RequestWindow window -> add(window, isNew);
                default -> {}
            }
        }

        private void add(RequestWindow window, boolean isNew) {
            sent += isNew ? window.sent() : 0;
            if (!isNew && rows > ROWS_MAX) {
                return;
            }
            for (var row : window.rows()) {
                rows++;
                if (row.isFailure()) {
                    failures.merge(row.status(), (long) row.count(), Long::sum);
                } else if (rows <= ROWS_MAX) {
                    row.latencies().addTo(latencies);
                }
                if (isNew && row.route() instanceof Route.To(_, var task)) {
                    perSecond.merge(task, (long) row.count(), Long::sum);
                }
            }
        }
    }

    /// The status with which most have failed.
    Optional<Integer> worst() {
        return failures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
