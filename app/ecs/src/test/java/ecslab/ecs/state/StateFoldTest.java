package ecslab.ecs.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.state.ClusterState.Requests;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFoldTest {

    private final List<Event> events = new ArrayList<>();

    @Test
    void newestHundredServiceEventsAreKeptNewestFirst() {
        for (var i = 0; i < 130; i++) {
            events.add(Samples.said(i, "event " + i));
        }
        var kept = Samples.fold(events).serviceEvents().get(Samples.WEB);
        assertEquals(100, kept.size());
        assertEquals(events.get(129), kept.getFirst());
        assertEquals(events.get(30), kept.getLast());
    }

    @Test
    void pullEndsWithTheTaskThatIsToldToStop() {
        var task = Samples.task(1, "service:web");
        events.add(Samples.reported(1, task));
        events.add(Samples.pullStarted(2, task));
        assertEquals(List.of(task.id()), List.copyOf(Samples.fold(events).pulls().keySet()));

        events.add(Samples.reported(3, Samples.leaving(task)));
        assertEquals(List.of(), List.copyOf(Samples.fold(events).pulls().keySet()));
    }

    @Test
    void sentRequestsSucceedFailOrAreInFlight() {
        var task = Samples.task(1, "service:web");
        var target = new TargetId("web", "10.0.1.4", 80);
        for (var request = 1; request <= 4; request++) {
            events.add(
                    new Event.RequestSent(SimInstant.ofSeconds(request), request, "u", "web", "/"));
        }
        events.add(answered(1, new Route.To(target, task.id()), 200, RequestCause.SERVED));
        events.add(answered(2, new Route.To(target, task.id()), 502, RequestCause.TARGET_CLOSED));
        events.add(answered(3, Route.NOWHERE, 503, RequestCause.NO_REGISTERED_TARGETS));

        var requests = Samples.fold(events).requests();
        assertEquals(new Requests(4, 1, 2, Map.of(task.id(), 1L)), requests);
        assertEquals(1, requests.inFlight());
    }

    private static Event answered(long request, Route route, int status, RequestCause cause) {
        return new RequestAnswered(
                SimInstant.ofSeconds(9), request, "u", "web", route, status, cause, Duration.ZERO);
    }

    @Test
    void snapshotStaysAsItWas() {
        var fold = new StateFold(ClusterState.EMPTY);
        fold.apply(Samples.reported(1, Samples.task(1, "service:web")));
        var before = fold.snapshot();
        fold.apply(Samples.reported(2, Samples.task(2, "service:web")));
        assertEquals(1, before.tasks().size());
        assertEquals(2, fold.snapshot().tasks().size());
    }
}
