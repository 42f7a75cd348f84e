package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.ApiError;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.state.RecordedRun;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.run.RunFile;
import ecslab.wire.run.RunFileWriter;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private byte[] written() throws Exception {
        var scenario = Path.of("../../lessons/scenarios/first-light.json");
        var run = SimulatedRun.start(ScenarioReader.read(scenario).scenario());
        run.advanceTo(SimInstant.ofSeconds(60));
        var file = folder.resolve("whole.ecslab");
        RunFile.of(run.header(), run.events()).write(file);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 95, 99})
    void fileThatBreaksOffIsShownUpToThere(int percent) throws Exception {
        var bytes = written();
        var whole = RunFile.read(folder.resolve("whole.ecslab"));
        var file = folder.resolve("cut.ecslab");
        Files.write(file, Arrays.copyOf(bytes, bytes.length * percent / 100));
        var read = RunFile.read(file);
        var count = read.events().size();
        assertTrue(count > 0 && count < whole.events().size(), () -> "events: " + count);
        assertEquals(whole.events().subList(0, count), read.events());
        assertEquals(read.events().getLast().at(), read.header().until());
        assertTrue(read.header().simplified().contains("simplified.recording.cut"));
    }

    @Test
    void damagedFileIsShownUpToTheDamage() throws Exception {
        var bytes = written();
        for (var i = 0; i < 64; i++) {
            bytes[bytes.length * 3 / 4 + i] ^= 0x55;
        }
        var file = Files.write(folder.resolve("damaged.ecslab"), bytes);
        assertTrue(RunFile.read(file).header().simplified().contains("simplified.recording.cut"));
    }

    @Test
    void writerThatIsKilledLeavesWhatItFlushed() throws Exception {
        var scenario = Path.of("../../lessons/scenarios/first-light.json");
        var run = SimulatedRun.start(ScenarioReader.read(scenario).scenario());
        run.advanceTo(SimInstant.ofSeconds(20));
        var file = folder.resolve("killed.ecslab");
        try (var out = new RunFileWriter(file, run.header())) {
            for (var event : run.events()) {
                out.write(event);
            }
            out.flush();
            assertEquals(run.events(), RunFile.read(file).events());
        }
    }

    @Test
    void newerFormatIsNamed() throws Exception {
        var file = folder.resolve("newer.ecslab");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"ecslab\":2}\nwhatever\n".getBytes(StandardCharsets.UTF_8));
        }
        var bad = assertThrows(BadInput.class, () -> RunFile.read(file)).problems().getFirst();
        assertEquals(
                "this run file has format 2, and this version of ECS Lab reads format 1",
                bad.what());
        assertEquals(
                "Open it with the version of ECS Lab that saved it, or with a newer one.",
                bad.remedy());
    }
}
