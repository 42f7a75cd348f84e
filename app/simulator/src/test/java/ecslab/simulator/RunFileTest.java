package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.ApiError;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.state.RecordedRun;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.run.RunFile;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run file leads back to the very events that were written, whatever a run is about.
class RunFileTest {

    @TempDir private Path folder;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../lessons/scenarios"))) {
            return files.filter(file -> !file.toString().contains("platform-task.json"))
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyEventComesBack(Path scenario) throws Exception {
        var run = SimulatedRun.start(ScenarioReader.read(scenario).scenario());
        run.advanceTo(SimInstant.ofSeconds(200));
        var file = folder.resolve("run.ecslab");
        var written = RunFile.of(run.header(), run.events());
        written.write(file);
        var read = RunFile.read(file);
        assertEquals(written, read);
        var again = new RecordedRun(read.header(), read.events());
        for (var seconds : List.of(40, 10, 90)) {
            run.seek(SimInstant.ofSeconds(seconds));
            again.seek(SimInstant.ofSeconds(seconds));
            assertEquals(run.position(), again.position());
        }
    }

    @Test
    void recordingRefusesToBeChanged() throws Exception {
        var file = Path.of("../../lessons/scenarios/first-light.json");
        var run = SimulatedRun.start(ScenarioReader.read(file).scenario());
        run.advanceTo(SimInstant.ofSeconds(20));
        var recorded = new RecordedRun(run.header(), run.events());
        assertInstanceOf(
                ApiError.class, recorded.submit(new StopTask(Given.absent(), "x", Given.absent())));
    }

    @Test
    void whatIsNoRunFileIsRefusedWithItsName() throws Exception {
        var file = Files.writeString(folder.resolve("a.ecslab"), "{}");
        var bad = assertThrows(BadInput.class, () -> RunFile.read(file));
        assertEquals("a.ecslab", bad.problems().getFirst().file());
    }
}
