package ecslab.stage.play;

import static ecslab.stage.Samples.FIRST;
import static ecslab.stage.Samples.at;
import static ecslab.stage.Samples.change;
import static ecslab.stage.Samples.header;
import static ecslab.stage.Samples.request;
import static ecslab.stage.Samples.said;
import static ecslab.stage.Samples.stopTask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.ApiError;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.ScriptedRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReelTest {

    private static final Duration FRAME = Duration.ofMillis(50);

    private final Reel reel =
            new Reel(
                    new ScriptedRun(
                            header(60),
                            List.of(
                                    change(5, FIRST, TaskStatus.PROVISIONING),
                                    request(6, 1),
                                    request(7, 2),
                                    change(20, FIRST, TaskStatus.PENDING),
                                    said(30, "has reached a steady state."))));

    @Test
    void timePassesOnlyWhilePlaying() {
        reel.tick(FRAME);
        assertEquals(SimInstant.START, reel.frame().at());

        reel.play();
        reel.tick(FRAME);
        reel.tick(FRAME);
        assertEquals(SimInstant.of(Duration.ofMillis(100)), reel.frame().at());
    }

    @Test
    void speedMultipliesTime() {
        reel.play();
        reel.setSpeed(16);
        reel.tick(FRAME);
        reel.setSpeed(0.25);
        reel.tick(FRAME);
        assertEquals(new SimInstant(812_500), reel.frame().at());
    }

    @Test
    void hiccupDoesNotMakeTheRunJump() {
        reel.play();
        reel.tick(Duration.ofSeconds(9));
        assertEquals(SimInstant.of(Reel.LAG_MAX), reel.frame().at());
    }

    @Test
    void endOfTheRunPausesAndPlayingAgainBeginsAgain() {
        reel.seek(at(600));
        assertEquals(at(60), reel.frame().at());
        reel.play();
        assertEquals(SimInstant.START, reel.frame().at());

        reel.seek(at(60));
        reel.play();
        reel.seek(at(59));
        reel.setSpeed(16);
        reel.tick(Duration.ofMillis(100));
        assertEquals(at(60), reel.frame().at());
        assertFalse(reel.isPlaying());
    }

    @Test
    void stepsStopAtEventsOfInterestOnly() {
        var stops = new ArrayList<SimInstant>();
        for (var i = 0; i < 4; i++) {
            reel.step(1);
            stops.add(reel.frame().at());
        }
        for (var i = 0; i < 4; i++) {
            reel.step(-1);
            stops.add(reel.frame().at());
        }
        assertEquals(List.of(at(5), at(20), at(30), at(60), at(30), at(20), at(5), at(0)), stops);
    }

    @Test
    void stepShowsNothingThatLiesAhead() {
        reel.step(1);
        assertEquals(at(5), reel.frame().frontier());
        assertEquals(1, reel.frame().events().size());
    }

    @Test
    void actingAfterAStepMakesNoBranch() {
        reel.step(1);
        reel.submit(stopTask("x"));
        assertEquals(List.of(""), reel.frame().branches());
        assertEquals(2, reel.frame().events().size());
        assertEquals(1, reel.frame().commands().size());
    }

    @Test
    void actingInThePastMakesABranchAndKeepsTheOlderRun() {
        reel.seek(at(40));
        reel.seek(at(10));
        reel.submit(stopTask("x"));

        var branch = "what-if 1 @ 10s";
        assertEquals(List.of("", branch), reel.frame().branches());
        assertEquals(branch, reel.frame().header().branch());
        assertEquals(at(10), reel.frame().frontier());
        assertEquals(4, reel.frame().events().size());

        reel.switchTo("");
        assertEquals(at(10), reel.frame().at());
        assertEquals(at(40), reel.frame().frontier());
        assertEquals(5, reel.frame().events().size());
        assertTrue(reel.frame().commands().isEmpty());
    }

    @Test
    void branchesAreNumberedOn() {
        reel.seek(at(59));
        reel.seek(at(10));
        reel.submit(stopTask("x"));
        reel.switchTo("");
        reel.seek(at(12));
        reel.submit(stopTask("y"));
        assertEquals(List.of("", "what-if 1 @ 10s", "what-if 2 @ 12s"), reel.frame().branches());
    }

    @Test
    void refusalInThePastMakesNoBranch() {
        reel.seek(at(40));
        reel.seek(at(10));
        assertInstanceOf(ApiError.class, reel.submit(stopTask("nobody")));
        assertEquals(List.of(""), reel.frame().branches());
        assertEquals(at(40), reel.frame().frontier());
    }

    @Test
    void undoneCommandNeverComes() {
        reel.seek(at(10));
        reel.submit(stopTask("x"));
        reel.seek(at(40));
        reel.undo();

        assertEquals(new SimInstant(9_999_999), reel.frame().at());
        assertTrue(reel.frame().commands().isEmpty());
        reel.seek(at(40));
        assertEquals(5, reel.frame().events().size());
        assertEquals(List.of("", "what-if 1 @ 10s"), reel.frame().branches());

        reel.switchTo("");
        assertEquals(6, reel.frame().events().size());
    }

    @Test
    void undoWithoutACommandDoesNothing() {
        reel.seek(at(10));
        reel.undo();
        assertEquals(at(10), reel.frame().at());
        assertEquals(List.of(""), reel.frame().branches());
    }

    @Test
    void framesStayAsTheyWere() {
        reel.seek(at(10));
        var early = reel.frame();
        reel.seek(at(40));
        assertEquals(3, early.events().size());
        assertEquals(3, early.past().size());
        assertThrows(IndexOutOfBoundsException.class, () -> early.events().get(3));
    }

    @Test
    void nothingBeyondTheLimitIsReached() {
        reel.holdAt(at(10));
        reel.seek(at(40));
        assertEquals(at(10), reel.frame().at());
        assertEquals(at(10), reel.frame().frontier());
        reel.step(1);
        assertEquals(at(10), reel.frame().at());
        reel.play();
        assertFalse(reel.isPlaying());

        reel.seek(at(9));
        reel.play();
        reel.setSpeed(16);
        reel.tick(Duration.ofMillis(100));
        assertEquals(at(10), reel.frame().at());
        assertFalse(reel.isPlaying());
    }

    @Test
    void actingAtTheLimitMakesNoBranch() {
        reel.holdAt(at(10));
        reel.seek(at(40));
        reel.submit(stopTask("x"));
        assertEquals(List.of(""), reel.frame().branches());

        reel.holdAt(at(60));
        reel.seek(at(20));
        assertEquals(at(20), reel.frame().at());
    }

    @Test
    void anUnknownBranchIsOurMistake() {
        assertThrows(IllegalArgumentException.class, () -> reel.switchTo("what-if 9 @ 1s"));
    }
}
