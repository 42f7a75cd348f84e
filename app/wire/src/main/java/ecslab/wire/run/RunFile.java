package ecslab.wire.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import ecslab.ecs.RunHeader;
import ecslab.ecs.RunKind;
import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A run file (`*.ecslab`): a header and the recorded events of a live run, a line each, packed.
///
/// @param events in order
public record RunFile(RunHeader header, List<Event> events) {

    public static final String ENDING = ".ecslab";

    private static final String MARK = "{\"ecslab\":1}";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static boolean isNamedSo(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /// What a run has left, up to its last event.
    public static RunFile of(RunHeader header, List<Event> events) {
        var end = events.isEmpty() ? SimInstant.START : events.getLast().at();
        return new RunFile(header.withKind(RunKind.RECORDED).withUntil(end), List.copyOf(events));
    }

    public void write(Path file) throws IOException {
        try (var out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.UTF_8)) {
            out.write(MARK + "\n");
            out.write(RecordJson.write(header, RunHeader.class) + "\n");
            for (var event : events) {
                out.write(RecordJson.write(event, Event.class) + "\n");
            }
        }
    }

    public static RunFile read(Path file) throws BadInput {
        var line = 1;
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            if (!MARK.equals(in.readLine())) {
                throw bad(file, line, "this isn't a run file of this version");
            }
            line++;
            var header = (RunHeader) RecordJson.read(JSON.readTree(in.readLine()), RunHeader.class);
            var events = new ArrayList<Event>();
            for (var next = in.readLine(); next != null; next = in.readLine()) {
                line++;
                events.add((Event) RecordJson.read(JSON.readTree(next), Event.class));
            }
            return new RunFile(header, List.copyOf(events));
        } catch (IOException | IllegalArgumentException broken) {
            throw bad(file, line, "this can't be read: " + broken.getMessage());
        }
    }

    private static BadInput bad(Path file, int line, String what) {
        return new BadInput(
                List.of(
                        new Problem(
                                file.getFileName().toString(),
                                line,
                                what,
                                "Save the run again with this version of ECS Lab.")));
    }
}
