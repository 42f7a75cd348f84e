package ecslab.stage.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.HealthProbe;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.TargetId;
import ecslab.stage.Story;
import ecslab.stage.cue.Cue.Caption;
import ecslab.stage.cue.Cue.Cargo;
import ecslab.stage.cue.Cue.Flight;
import ecslab.stage.cue.Cue.Tone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoreographerTest {

    private static final Ref USERS = Ref.of(Kind.TRAFFIC, "users");
    private static final Ref BALANCER = Ref.of(Kind.LOAD_BALANCER, "web");
    private static final Ref FIRST = Ref.task(Story.id(1));

    private static List<Cue> cues(Story story, Class<? extends Event> of) {
        return story.events().stream()
                .filter(of::isInstance)
                .flatMap(event -> Choreographer.cuesFor(event).stream())
                .toList();
    }

    @Test
    void aRequestFliesFromTheUsersToTheLoadBalancer() {
        var sent = new RequestSent(Story.at(1_000), 7, "users", "web", "/");

        assertEquals(
                List.of(
                        new Flight(
                                Cargo.REQUEST,
                                USERS,
                                BALANCER,
                                2,
                                Story.at(1_000),
                                Tempo.STAGE.toBalancer())),
                Choreographer.cuesFor(sent));
    }

    @Test
    void aRefusedRequestComesBackWithItsStatus() {
        var story = Story.empty("a").refused(1_000);
        var seen = Story.at(1_000).plus(Tempo.STAGE.toBalancer());

        assertEquals(
                List.of(
                        new Flight(Cargo.ERROR, BALANCER, USERS, 1, seen, Tempo.STAGE.back()),
                        new Caption(BALANCER, "HTTP 503", Tone.BAD, seen, Tempo.STAGE.caption())),
                cues(story, Event.RequestAnswered.class));
    }

    @Test
    void onlyAStartedTaskIsSentSigterm() {
        var started = Story.empty("a").stop(1, 1_000, 0);
        var neverStarted = Story.empty("a").failingPull(1, 1_000, 0);

        assertTrue(says(started, "SIGTERM"));
        assertFalse(says(neverStarted, "SIGTERM"));
    }

    private static boolean says(Story story, String words) {
        return cues(story, Event.TaskStateChange.class).stream()
                .anyMatch(cue -> cue instanceof Caption caption && caption.words().equals(words));
    }

    @Test
    void aHealthCheckThatPassesAgainIsNotSaidAgain() {
        var target = new TargetId("web", "10.0.0.11", 80);
        var first = new HealthProbe(Story.at(0), target, Story.id(1), 200, true, 1);
        var second = new HealthProbe(Story.at(0), target, Story.id(1), 200, true, 2);
        var failed = new HealthProbe(Story.at(0), target, Story.id(1), 0, false, 2);

        assertEquals(List.of("HTTP 200"), words(first));
        assertEquals(List.of(), words(second));
        assertEquals(List.of("Target.Timeout"), words(failed));
    }

    private static List<String> words(Event event) {
        return Choreographer.cuesFor(event).stream()
                .flatMap(cue -> cue instanceof Caption said ? Stream.of(said.words()) : Stream.of())
                .toList();
    }

    @Test
    void noCueOutlivesTheLongestTime() {
        var story = Story.ofThree().failingPull(5, 90_000, 0);
        for (var event : story.events()) {
            for (var cue : Choreographer.cuesFor(event)) {
                var end = cue.start().plus(cue.length());
                assertTrue(
                        end.since(event.at()).compareTo(Tempo.STAGE.longest()) <= 0,
                        () -> event + " is seen until " + end);
                assertFalse(cue.start().isBefore(event.at()), () -> cue + " comes too early");
            }
        }
    }

    @Test
    void aTaskThatIsGoneGetsNoMoreLayers() {
        var story = Story.empty("a").cluster(0).definition(0).failingPull(1, 1_000, 0);
        var during = Motions.pullingAt(story.stateAt(8_000), Story.at(8_000));
        var after = Motions.pullingAt(story.stateAt(10_000), Story.at(10_000));

        assertTrue(
                during.stream().anyMatch(it -> it.cargo() == Cargo.LAYER && it.to().equals(FIRST)));
        assertEquals(List.of(), after);
    }

    @Test
    void aPullBeginsWithTheExecutionRolesKey() {
        var story = Story.empty("a").cluster(0).definition(0).task(1, 0, 0);
        var flying = Motions.pullingAt(story.stateAt(6_100), Story.at(6_100));

        assertEquals(
                List.of(Ref.of(Kind.ROLE, "ecsTaskExecutionRole"), Ref.of(Kind.IMAGE, Story.IMAGE)),
                flying.stream().map(Flight::from).toList());
    }

    @Test
    void whatComesLaterIsNotSeenYet() {
        var story = Story.ofThree();
        var all = story.events();
        var frame = story.frameAt(55_000);

        assertEquals(
                Motions.aliveAt(all.subList(0, frame.position()), frame.position(), frame.at()),
                Motions.aliveAt(all, frame.position(), frame.at()));
        assertFalse(Motions.aliveAt(all, frame.position(), frame.at()).isEmpty());
    }
}
