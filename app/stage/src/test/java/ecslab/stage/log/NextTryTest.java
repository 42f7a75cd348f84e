package ecslab.stage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ref;
import ecslab.stage.Story;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextTryTest {

    private static final Story THROTTLED =
            Story.empty("a")
                    .cluster(0)
                    .definition(0)
                    .service(1_000, Story.WEB, 2, 0)
                    .add(
                            new Decision(
                                    Story.at(10_000),
                                    Ref.service(Story.WEB),
                                    Decision.Kind.THROTTLE,
                                    List.of(),
                                    List.of(),
                                    "",
                                    Phrase.of("throttle.wait", "minutes", 2)));

    private static Optional<Duration> left(long ms, int running, int pending) {
        var frame = THROTTLED.frameAt(ms);
        var service = frame.state().services().get(Story.WEB).withCounts(running, pending);
        return NextTry.of(frame, service);
    }

    @Test
    void anEmptyServiceWaitsUntilItMayTryAgain() {
        assertEquals(Optional.empty(), left(9_000, 0, 0));
        assertEquals(Optional.of(Duration.ofSeconds(110)), left(20_000, 0, 0));
        assertEquals(Optional.empty(), left(130_000, 0, 0));
    }

    @Test
    void aServiceThatHasTasksDoesNotWait() {
        assertEquals(Optional.empty(), left(20_000, 1, 0));
        assertEquals(Optional.empty(), left(20_000, 0, 1));
    }

    @Test
    void theTimeLeftIsToldInMinutesAndSeconds() {
        assertEquals("1:05", NextTry.words(Duration.ofMillis(64_100)));
        assertEquals("0:10", NextTry.words(Duration.ofSeconds(10)));
    }
}
