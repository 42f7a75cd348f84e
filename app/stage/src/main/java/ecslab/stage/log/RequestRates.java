package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Requests and running tasks of a run, second by second.
public final class RequestRates {

    /// One second.
    ///
    /// @param served requests answered well
    /// @param failed requests answered with an error, or lost
    /// @param running tasks in RUNNING at the second's end
    public record Second(int served, int failed, int running) {}

    private final Reading reading = new Reading();
    private final List<Second> seconds = new ArrayList<>();
    private final Set<TaskId> running = new LinkedHashSet<>();
    private int served;
    private int failed;

    /// Has counted nothing yet.
    public RequestRates() {}

    /// Counts what is new.
    public void readOn(List<Event> events) {
        var before = reading.count();
        var from = reading.readOn(events);
        if (from < before) {
            seconds.clear();
            running.clear();
            served = 0;
            failed = 0;
        }
        for (var index = from; index < events.size(); index++) {
            var event = events.get(index);
            endSecondsBefore(secondOf(event.at()));
            count(event);
        }
    }

    /// A second of the run; the one under way counts what has come so far.
    public Second second(int number) {
        return number < seconds.size()
                ? seconds.get(number)
                : new Second(
                        number == seconds.size() ? served : 0,
                        number == seconds.size() ? failed : 0,
                        running.size());
    }

    /// The second that a moment belongs to.
    public static int secondOf(SimInstant at) {
        return (int) at.since(SimInstant.START).toSeconds();
    }

    private void endSecondsBefore(int second) {
        while (seconds.size() < second) {
            seconds.add(new Second(served, failed, running.size()));
            served = 0;
            failed = 0;
        }
    }

    private void count(Event event) {
        if (event instanceof Event.RequestAnswered answered) {
            if (!answered.isFailure()) {
                served++;
            } else {
                failed++;
            }
        } else if (event instanceof Event.RequestWindow window) {
            for (var row : window.rows()) {
                if (row.cause().isFailure(row.status())) {
                    failed += row.count();
                } else {
                    served += row.count();
                }
            }
        } else if (event instanceof Event.TaskStateChange(_, var task)) {
            if (task.lastStatus() == TaskStatus.RUNNING) {
                running.add(task.id());
            } else {
                running.remove(task.id());
            }
        }
    }
}
