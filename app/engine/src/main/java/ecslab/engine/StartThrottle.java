package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// Slows a service down whose tasks stop without ever having been RUNNING (Developer Guide,
/// *Service throttle logic*). It never gives up, and a task that has run isn't counted.
final class StartThrottle {

    private static final String IMPAIRED =
            "is unable to consistently start tasks successfully. For more information, see the"
                    + " Troubleshooting section.";

    private final Desk desk;
    private final ServiceMessages says;

    StartThrottle(Desk desk, ServiceMessages says) {
        this.desk = desk;
        this.says = says;
    }

    /// Tasks that were started together fail together: they are one round.
    void failed(ServiceName service, SimInstant startedAt) {
        var memory = desk.memory(service);
        if (startedAt.isBefore(memory.roundSince)) {
            return;
        }
        memory.roundSince = desk.now();
        memory.failedRounds++;
        var wait = waitAfter(memory.failedRounds);
        memory.notBefore = desk.now().plus(wait);
        explain(service, memory.failedRounds, wait);
        if (!wait.isZero()) {
            desk.agenda().wakeAfter(wait, new Wake.Reconcile(service));
            if (says.sayOnce(service, IMPAIRED)) {
                says.act(service, "WARN", "SERVICE_TASK_START_IMPAIRED", "");
            }
        }
    }

    void succeeded(ServiceName service) {
        var memory = desk.memory(service);
        if (memory.failedRounds > 0) {
            reset(service);
        }
    }

    /// A new revision, or a task that runs, begins anew.
    void reset(ServiceName service) {
        var memory = desk.memory(service);
        memory.failedRounds = 0;
        memory.notBefore = SimInstant.START;
        says.clear(service);
    }

    static Duration waitAfter(int rounds) {
        var doublings = rounds - Guesses.THROTTLE_FROM_ROUND;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        var wait = Guesses.THROTTLE_FIRST.multipliedBy(1L << Math.min(doublings, 10));
        return wait.compareTo(Guesses.THROTTLE_MAX) > 0 ? Guesses.THROTTLE_MAX : wait;
    }

    private void explain(ServiceName service, int rounds, Duration wait) {
        var doublings = rounds - Guesses.THROTTLE_FROM_ROUND;
        desk.journal()
                .decide(
                        Ref.service(service),
                        Kind.THROTTLE,
                        List.of(Fact.of("failedRounds", rounds)),
                        List.of(),
                        wait.isZero()
                                ? ""
                                : "min(27 min, 1 min × 2^"
                                        + doublings
                                        + ") = "
                                        + wait.toMinutes()
                                        + " min",
                        wait.isZero()
                                ? Phrase.of("throttle.once")
                                : Phrase.of("throttle.wait", "minutes", wait.toMinutes()));
    }
}
