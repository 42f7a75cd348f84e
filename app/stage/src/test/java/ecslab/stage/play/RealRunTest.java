package ecslab.stage.play;

import static ecslab.stage.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ecslab.ecs.Response.StopTaskResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabFault.LabRegistryDown;
import ecslab.ecs.command.LabFault.LabRegistryUp;
import ecslab.ecs.event.Event;
import ecslab.lessons.Lessons;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.Samples;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a reader does with a run changes nothing in it, unless they act.
class RealRunTest {

    private final List<Event> straight = straight();

    @Test
    void playedRunIsTheRun() {
        var reel = new Reel(anatomy());
        reel.setSpeed(16);
        reel.play();
        for (var tick = 0; reel.isPlaying(); tick++) {
            reel.tick(Duration.ofMillis(tick % 7 == 0 ? 900 : 16));
        }
        assertEquals(straight, reel.frame().events());
    }

    @Test
    void runThatWasSteppedAndSoughtIsTheRun() {
        var reel = new Reel(anatomy());
        for (var step = 0; step < 30; step++) {
            reel.step(1);
        }
        reel.seek(at(200));
        reel.step(-1);
        reel.seek(at(30));
        reel.step(1);
        reel.seek(at(360));
        assertEquals(straight, reel.frame().events());
    }

    @Test
    void undoAtTheVeryStartTakesBackTheLastCommandOnly() {
        var reel = new Reel(anatomy());
        reel.submit(new LabRegistryDown(Given.absent()));
        reel.submit(new LabRegistryUp(Given.absent()));
        assertEquals(2, reel.commands().size());

        reel.undo();
        assertEquals(1, reel.commands().size());
        assertEquals(1, reel.frame().state().faults().size());
        reel.undo();
        assertEquals(List.of(), reel.commands());
        reel.seek(at(360));
        assertEquals(straight, reel.frame().events());
    }

    @Test
    void undoneStopTaskLeavesTheRunAsItWas() {
        var reel = new Reel(anatomy());
        reel.seek(at(100));
        stopFirstTask(reel);
        reel.seek(at(150));
        assertNotEquals(straight.subList(0, reel.frame().position()), reel.frame().past());

        reel.undo();
        reel.seek(at(360));
        assertEquals(straight, reel.frame().events());
    }

    @Test
    void stopTaskInThePastLeavesTheOlderRunReachable() {
        var reel = new Reel(anatomy());
        reel.seek(at(360));
        reel.seek(at(65));
        stopFirstTask(reel);
        reel.seek(at(120));
        assertEquals(4, reel.frame().state().tasks().size());
        assertEquals(List.of("", "what-if 1 @ 1m05s"), reel.frame().branches());

        reel.switchTo("");
        assertEquals(straight, reel.frame().events());
        assertEquals(3, reel.frame().state().tasks().size());
    }

    private static void stopFirstTask(Reel reel) {
        var first = reel.frame().state().tasks().keySet().iterator().next();
        assertInstanceOf(StopTaskResponse.class, reel.submit(Samples.stopTask(first.hex())));
    }

    private static List<Event> straight() {
        var run = anatomy();
        run.advanceTo(run.header().until());
        return List.copyOf(run.events());
    }

    private static SimulatedRun anatomy() {
        try {
            var scenario = ScenarioReader.read(Lessons.url("scenarios/anatomy.json"));
            return SimulatedRun.start(scenario.scenario());
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }
}
