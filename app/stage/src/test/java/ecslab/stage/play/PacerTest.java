package ecslab.stage.play;

import static ecslab.stage.Samples.at;
import static ecslab.stage.Samples.header;
import static ecslab.stage.Samples.said;
import static ecslab.stage.Samples.stopTask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Answer;
import ecslab.stage.ScriptedRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long FRAME_NANOS = 20_000_000;

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final AtomicLong nanos = new AtomicLong();

    /// Every look at this clock takes a frame's time.
    private final Pacer pacer =
            Pacer.start(
                    new ScriptedRun(header(60), List.of(said(30, "has reached a steady state."))),
                    Runnable::run,
                    () -> nanos.addAndGet(FRAME_NANOS));

    @AfterEach
    void close() {
        pacer.close();
    }

    @Test
    void playsToTheEndAndPauses() {
        pacer.setSpeed(16);
        pacer.play();
        var last = await(Frame::isAtEnd);
        assertFalse(last.playing());
        assertEquals(at(60), last.at());
        assertEquals(1, last.position());
    }

    @Test
    void wishesAreCarriedOutInOrder() {
        pacer.seek(at(40));
        pacer.seek(at(10));
        pacer.submit(stopTask("x"), answers::add);
        var branched = await(frame -> !frame.header().branch().isEmpty());
        assertEquals(at(10), branched.at());
        assertEquals(List.of("", "what-if 1 @ 10s"), branched.branches());
        assertEquals(1, answers.size());
    }

    @Test
    void brokenRunStopsAndTellsSeedAndCommands() {
        pacer.seek(at(10));
        pacer.submit(stopTask("x"), answers::add);
        pacer.submit(stopTask("everything"), answers::add);
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    while (pacer.failure().isEmpty()) {
                        Thread.onSpinWait();
                    }
                });
        var failure = pacer.failure().orElseThrow();
        assertEquals(7, failure.header().seed());
        assertEquals(2, failure.commands().size());
        var report = failure.report();
        assertTrue(report.contains("seed: 7"), report);
        assertTrue(report.contains("command: 10s StopTask"), report);
        assertTrue(report.contains("everything"), report);
        assertTrue(report.contains("the run is broken"), report);
        assertEquals(1, answers.size());
        assertFalse(pacer.frame().playing());
    }

    @Test
    void brokenRunCanStillBeLookedBackOn() {
        pacer.seek(at(40));
        pacer.submit(stopTask("everything"), answers::add);
        pacer.seek(at(5));
        assertEquals(0, await(frame -> frame.at().equals(at(5))).position());
    }

    private Frame await(Predicate<Frame> wanted) {
        return assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    while (!wanted.test(pacer.frame())) {
                        Thread.onSpinWait();
                    }
                    return pacer.frame();
                });
    }
}
