package ecslab.desktop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.RunKind;
import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import ecslab.wire.run.RunFile;
import ecslab.wire.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens live can be read from a file while it happens, and the file goes once the whole is
/// kept.
class JournalTest {

    @TempDir Path folder;

    @Test
    void killedProgramLeavesWhatWasTold() throws Exception {
        var scenario = Path.of("../../lessons/scenarios/first-light.json");
        var run = SimulatedRun.start(ScenarioReader.read(scenario).scenario());
        run.advanceTo(SimInstant.ofSeconds(30));
        var file = folder.resolve("unfinished-live.ecslab");
        var journal = new Journal(file);
        var hears = journal.begin(run.header());
        run.events().forEach(hears);
        var read = awaitEvents(file, run.events().size());
        assertEquals(run.events(), read.events());
        assertEquals(RunKind.RECORDED, read.header().kind());
        assertTrue(Files.exists(file));
        journal.end();
        assertFalse(Files.exists(file));
    }

    private static RunFile awaitEvents(Path file, int count) throws BadInput {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until && eventsIn(file).size() < count) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return RunFile.read(file);
    }

    private static List<Event> eventsIn(Path file) {
        try {
            return RunFile.read(file).events();
        } catch (BadInput _) {
            return List.of();
        }
    }
}
