package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.WindowRow;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.scenario.Traffic.Detail;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Tells of requests: each by itself, or what became of them in a window. Either way every request
/// is counted once as sent and once as ended.
final class Teller {

    /// The length of a window.
    static final long WINDOW_MICROS = 100_000;

    /// How many of a traffic that is told in windows are followed singly, in a second.
    private static final double SAMPLES_PER_SECOND = 5;

    private static final List<RequestCause> CAUSES = List.of(RequestCause.values());
    private static final EnumMap<RequestCause, Integer> NUMBERS = numbers();
    private static final int BUCKET_BITS = 8;
    private static final int STATUS_BITS = 10;
    private static final int CAUSE_BITS = 6;
    private static final int ROWS_KNOWN_MAX = 200_000;

    /// Requests that somebody sends by hand belong to this traffic.
    private static final String BY_HAND = "you";

    private final PlaneState state;
    private final SimAgenda agenda;
    private final List<Traffic> traffic;
    private final long seed;
    private final Consumer<Event> events;

    /// Rows of one request, by cell: the same ones come again and again.
    private final LinkedHashMap<Long, WindowRow> rows = new LinkedHashMap<>();

    Teller(
            PlaneState state,
            SimAgenda agenda,
            List<Traffic> traffic,
            long seed,
            Consumer<Event> events) {
        this.state = state;
        this.agenda = agenda;
        this.traffic = traffic;
        this.seed = seed;
        this.events = events;
    }

    private static EnumMap<RequestCause, Integer> numbers() {
        var numbers = new EnumMap<RequestCause, Integer>(RequestCause.class);
        CAUSES.forEach(cause -> numbers.put(cause, numbers.size()));
        return numbers;
    }

    /// Whether a request is followed singly.
    boolean isTold(int crowd, long number) {
        if (crowd == Flight.BY_HAND || traffic.get(crowd).detail() == Detail.EACH) {
            return true;
        }
        var users = traffic.get(crowd);
        var share = SAMPLES_PER_SECOND / users.perSecond();
        return Chance.fraction(Chance.draw(seed, "samples/" + users.name(), number)) < share;
    }

    void sent(long request, int crowd, String balancer, String path, boolean isTold) {
        if (isTold) {
            events.accept(new RequestSent(agenda.now(), request, name(crowd), balancer, path));
        } else {
            inWindow(crowd).sent++;
        }
    }

    /// What is under way of a traffic; the window begins with what comes first.
    private Ledger inWindow(int crowd) {
        if (state.windowEnd == Crowd.NEVER) {
            state.windowEnd = (agenda.now().micros() / WINDOW_MICROS + 1) * WINDOW_MICROS;
        }
        return state.ledgers.get(crowd);
    }

    void routed(Asked asked, Lane lane) {
        if (asked.isTold()) {
            events.accept(
                    new RequestRouted(
                            agenda.now(), asked.request(), lane.target.id(), lane.target.task()));
        }
    }

    /// Tells that a request has ended.
    ///
    /// @return whether it was told singly
    boolean answered(Flight flight, String balancer) {
        var took = agenda.now().micros() - flight.sentAt();
        if (!flight.isTold() && !tellsFailure(flight)) {
            inWindow(flight.crowd()).add(cell(flight, took));
            return false;
        }
        events.accept(
                new RequestAnswered(
                        agenda.now(),
                        flight.request(),
                        name(flight.crowd()),
                        balancer,
                        route(flight.lane()),
                        flight.status(),
                        flight.cause(),
                        Duration.ofNanos(took * 1_000)));
        return true;
    }

    private boolean tellsFailure(Flight flight) {
        if (!flight.cause().isFailure(flight.status())) {
            return false;
        }
        var ledger = inWindow(flight.crowd());
        return ledger.failuresTold++ < Ledger.FAILURES_TOLD_MAX;
    }

    private Route route(int lane) {
        if (lane == Flight.NOWHERE) {
            return Route.NOWHERE;
        }
        var target = state.lanes.get(lane).target;
        return new Route.To(target.id(), target.task());
    }

    String name(int crowd) {
        return crowd == Flight.BY_HAND ? BY_HAND : traffic.get(crowd).name();
    }

    /// Lane, cause, status and latency in one number, in this order.
    private static long cell(Flight flight, long took) {
        var cell = (long) flight.lane() + 1;
        long cause = Objects.requireNonNull(NUMBERS.get(flight.cause()));
        cell = (cell << CAUSE_BITS) | cause;
        cell = (cell << STATUS_BITS) | flight.status();
        return (cell << BUCKET_BITS) | Latencies.bucket(took);
    }

    /// Ends the window that is under way.
    void endWindow(long at) {
        state.windowEnd = Crowd.NEVER;
        for (var crowd = 0; crowd < state.ledgers.size(); crowd++) {
            var ledger = state.ledgers.get(crowd);
            if (ledger.isEmpty()) {
                ledger.take();
            } else {
                var sent = ledger.sent;
                var users = traffic.get(crowd);
                events.accept(
                        new RequestWindow(
                                new SimInstant(at),
                                Duration.ofNanos(WINDOW_MICROS * 1_000),
                                users.name(),
                                Requests.balancerOf(users.to()),
                                sent,
                                rows(ledger.take())));
            }
        }
    }

    private List<WindowRow> rows(long[] cells) {
        var all = new ArrayList<WindowRow>();
        var from = 0;
        while (from < cells.length) {
            var kind = cells[from] >>> BUCKET_BITS;
            var end = from + 1;
            while (end < cells.length && cells[end] >>> BUCKET_BITS == kind) {
                end++;
            }
            all.add(end == from + 1 ? single(cells[from]) : row(cells, from, end));
            from = end;
        }
        all.trimToSize();
        return Collections.unmodifiableList(all);
    }

    private WindowRow single(long cell) {
        if (rows.size() > ROWS_KNOWN_MAX) {
            rows.clear();
        }
        return rows.computeIfAbsent(cell, one -> row(new long[] {one}, 0, 1));
    }

    private WindowRow row(long[] cells, int from, int end) {
        var counts = Latencies.empty();
        for (var i = from; i < end; i++) {
            counts[(int) (cells[i] & ((1 << BUCKET_BITS) - 1))]++;
        }
        var rest = cells[from] >>> BUCKET_BITS;
        var status = (int) (rest & ((1 << STATUS_BITS) - 1));
        rest >>>= STATUS_BITS;
        var cause = CAUSES.get((int) (rest & ((1 << CAUSE_BITS) - 1)));
        var lane = (int) (rest >>> CAUSE_BITS) - 1;
        return new WindowRow(route(lane), status, cause, end - from, Latencies.of(counts));
    }
}
