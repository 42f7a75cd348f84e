package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import java.time.Duration;
import java.util.Optional;

/// When a service whose tasks fail to start tries again.
public final class NextTry {

    /// The longest wait (Developer Guide, *Service throttle logic*).
    private static final Duration WAIT_MAX = Duration.ofMinutes(27);

    private static final String MINUTES = "minutes";

    private NextTry() {}

    /// How long a service that has no tasks waits yet; empty if it doesn't wait.
    public static Optional<Duration> of(Frame frame, Service service) {
        return service.desiredCount() == 0 || service.runningCount() + service.pendingCount() > 0
                ? Optional.empty()
                : lastWait(frame, Ref.service(service.name()))
                        .map(until -> until.since(frame.at()))
                        .filter(left -> left.isPositive());
    }

    private static Optional<SimInstant> lastWait(Frame frame, Ref service) {
        var since = frame.at().minus(WAIT_MAX);
        for (var i = frame.position() - 1; i >= 0; i--) {
            var event = frame.events().get(i);
            if (event.at().isBefore(since)) {
                break;
            }
            if (event instanceof Decision decision
                    && decision.kind() == Decision.Kind.THROTTLE
                    && decision.about().equals(service)) {
                return Optional.of(decision.at().plus(waitOf(decision)));
            }
        }
        return Optional.empty();
    }

    private static Duration waitOf(Decision decision) {
        var minutes = decision.outcome().values().get(MINUTES);
        return minutes == null ? Duration.ZERO : Duration.ofMinutes(Long.parseLong(minutes));
    }

    /// `1:05`
    public static String words(Duration left) {
        var seconds = left.plusMillis(999).toSeconds();
        var rest = seconds % 60;
        return seconds / 60 + (rest < 10 ? ":0" : ":") + rest;
    }
}
