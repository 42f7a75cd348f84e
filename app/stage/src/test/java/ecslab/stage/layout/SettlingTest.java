package ecslab.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.stage.Story;
import ecslab.stage.cue.Tempo;
import ecslab.stage.layout.Settling.Scene;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 388;

    /// At 30 s the fourth task of a zone makes all cards smaller.
    private static Story growing() {
        var story = Story.empty("a").cluster(0).service(0, Story.WEB, 2, 2);
        story.running(1, 10, 0).running(2, 10, 0).running(3, 20, 0);
        for (var i = 4; i <= 12; i++) {
            story.running(i, 30_000, 0);
        }
        return story;
    }

    private static Scene scene(Settling settling, Story story, long ms, boolean still) {
        var frame = story.frameAt(ms);
        return settling.sceneAt(
                frame.state(), frame.events(), frame.position(), frame.at(), WIDTH, HEIGHT, still);
    }

    private static double distance(Box one, Box other) {
        return Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
    }

    @Test
    void thingsGlideAndArriveInTime() {
        var story = growing();
        var settling = new Settling();
        var third = Place.of(Place.Part.TASK, Story.id(3).hex());
        var before = scene(settling, story, 29_999, false).spots().get(third).box();
        var after = Layout.of(story.stateAt(40_000), Story.at(40_000), WIDTH, HEIGHT);
        var goal = after.boxes().get(third);
        var way = distance(before, goal);
        assertTrue(way > 8, "nothing has to move");

        var last = before;
        var isOnItsWay = false;
        for (var ms = 30_000; ms < 30_000 + Tempo.STAGE.relayout().toMillis(); ms += 16) {
            var now = scene(settling, story, ms, false).spots().get(third).box();
            assertTrue(distance(now, last) <= way / 6 + 2, "jumps at " + ms);
            isOnItsWay |= !now.equals(before) && !now.equals(goal);
            last = now;
        }
        assertTrue(isOnItsWay);
        assertEquals(goal, scene(settling, story, 30_400, false).spots().get(third).box());
    }

    @Test
    void whatIsSeenDoesNotDependOnWhatWasSeenBefore() {
        var story = growing();
        var played = new Settling();
        for (var ms = 29_000; ms < 30_150; ms += 16) {
            scene(played, story, ms, false);
        }
        scene(played, story, 45_000, false);

        assertEquals(
                scene(new Settling(), story, 30_150, false).spots(),
                scene(played, story, 30_150, false).spots());
    }

    @Test
    void withReducedMotionThingsAreThereAtOnce() {
        var story = growing();
        var after = Layout.of(story.stateAt(40_000), Story.at(40_000), WIDTH, HEIGHT);
        var third = Place.of(Place.Part.TASK, Story.id(3).hex());

        var spot = scene(new Settling(), story, 30_016, true).spots().get(third);
        assertEquals(new Spot(after.boxes().get(third), 1), spot);
    }
}
