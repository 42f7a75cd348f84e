package ecslab.docker;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.time.SimInstant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells of requests as events: each one up to a number a second, and beyond it still the failed
/// ones; the others are counted and told together. Counts are always exact.
final class Witness {

    /// As in a simulation: up to here every request is an event of its own.
    private static final int EACH_PER_SECOND_MAX = 50;

    private static final int FAILURES_PER_SECOND_MAX = 100;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int FAILED_FROM = 500;
    private static final int GATEWAY_TIMEOUT = 504;

    private final Consumer<Runnable> inbox;
    private final Supplier<SimInstant> now;
    private final Consumer<Event> events;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong second = new AtomicLong();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger failuresTold = new AtomicInteger();
    private final Windows windows = new Windows();
    final LongAdder failures = new LongAdder();

    /// @param now called on the owner thread
    /// @param events the same
    Witness(Consumer<Runnable> inbox, Supplier<SimInstant> now, Consumer<Event> events) {
        this.inbox = inbox;
        this.now = now;
        this.events = events;
    }

    /// A request has reached its load balancer, which has chosen a target; another one if it is
    /// tried again.
    void routed(Passage passage) {
        if (passage.number() != 0) {
            passage.member().ifPresent(one -> inbox.accept(() -> routed(passage.number(), one)));
        } else if (isTold(told, EACH_PER_SECOND_MAX)) {
            sent(passage);
        }
    }

    private void routed(long number, Member one) {
        var target = one.target();
        events.accept(new RequestRouted(now.get(), number, target.id(), target.task()));
    }

    private void sent(Passage passage) {
        var number = numbers.incrementAndGet();
        passage.number(number);
        var member = passage.member();
        inbox.accept(() -> {
            events.accept(
                    new RequestSent(
                            now.get(),
                            number,
                            passage.traffic(),
                            passage.loadBalancer(),
                            passage.path()));
            member.ifPresent(one -> routed(number, one));
        });
    }

    /// A request has come to its end. `status` is what the user sees.
    void ended(Passage passage, int status) {
        var member = passage.member();
        passage.leave();
        var failed = status >= FAILED_FROM;
        if (failed) {
            failures.increment();
            member.ifPresent(one -> one.failed.increment());
        } else {
            member.ifPresent(one -> one.served.increment());
        }
        var took = passage.took();
        var cause = cause(passage, status);
        Route route =
                member.<Route>map(one -> new Route.To(one.target().id(), one.target().task()))
                        .orElse(Route.NOWHERE);
        if (passage.number() == 0) {
            var tells = failed && isTold(failuresTold, FAILURES_PER_SECOND_MAX);
            if (!tells) {
                windows.count(passage, route, status, cause, took);
                return;
            }
            sent(passage);
        }
        inbox.accept(() ->
                events.accept(
                        new RequestAnswered(
                                now.get(),
                                passage.number(),
                                passage.traffic(),
                                passage.loadBalancer(),
                                route,
                                status,
                                cause,
                                took)));
    }

    /// Tells what was only counted. On the owner thread, each [Windows#LENGTH].
    void tellWindows() {
        windows.take(now.get()).forEach(events);
    }

    /// A request for a load balancer that isn't there.
    void nobody(String traffic, String loadBalancer, String path) {
        var number = numbers.incrementAndGet();
        inbox.accept(() -> {
            events.accept(new RequestSent(now.get(), number, traffic, loadBalancer, path));
            events.accept(
                    new RequestAnswered(
                            now.get(),
                            number,
                            traffic,
                            loadBalancer,
                            Route.NOWHERE,
                            0,
                            RequestCause.NO_LISTENER,
                            java.time.Duration.ZERO));
        });
    }

    private static RequestCause cause(Passage passage, int status) {
        if (passage.isOurs()) {
            return status / 100 == 3 ? RequestCause.REDIRECTED : RequestCause.FIXED_RESPONSE;
        }
        if (status < FAILED_FROM) {
            return RequestCause.SERVED;
        }
        if (passage.member().isEmpty()) {
            return RequestCause.NO_REGISTERED_TARGETS;
        }
        if (status == GATEWAY_TIMEOUT) {
            return RequestCause.TOO_SLOW;
        }
        return passage.isTaken() ? RequestCause.TARGET_CLOSED : RequestCause.CONNECTION_REFUSED;
    }

    private boolean isTold(AtomicInteger counter, int most) {
        var now = System.nanoTime() / SECOND_NANOS;
        var before = second.getAndSet(now);
        if (before != now) {
            told.set(0);
            failuresTold.set(0);
        }
        return counter.incrementAndGet() <= most;
    }
}
