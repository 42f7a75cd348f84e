package ecslab.wire.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import ecslab.ecs.RunHeader;
import ecslab.ecs.RunKind;
import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A run file (`*.ecslab`): a header and the recorded events of a live run, a line each, packed.
///
/// @param events in order
public record RunFile(RunHeader header, List<Event> events) {

    public static final String ENDING = ".ecslab";

    static final String MARK = "{\"ecslab\":1}";

    private static final Pattern OTHER = Pattern.compile("\\{\"ecslab\":(\\d+)}");

    /// Said of a file that breaks off.
    private static final String CUT = "simplified.recording.cut";

    private static final String CHOOSE = "Choose a file that ECS Lab has saved (*.ecslab).";
    private static final String SAVED_WHOLE =
            "Copy the file again from where it was saved; what is broken can't be mended.";
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
        try (var out = new RunFileWriter(file, header)) {
            for (var event : events) {
                out.write(event);
            }
        }
    }

    /// Opens a file as far as it can be read: one whose end is missing or broken leads to what came
    /// before, and its header says so.
    public static RunFile read(Path file) throws BadInput {
        var unpacked = new ByteArrayOutputStream();
        var whole = unpack(file, unpacked);
        var lines = unpacked.toString(StandardCharsets.UTF_8).lines().iterator();
        checkMark(file, next(lines));
        var header = header(file, next(lines));
        var events = new ArrayList<Event>();
        if (!readAll(lines, events) || !whole) {
            if (events.isEmpty()) {
                throw bad(file, 3, "the file breaks off before the first event", SAVED_WHOLE);
            }
            return of(header.withSimplified(CUT), events);
        }
        return new RunFile(header, List.copyOf(events));
    }

    /// Whether the end was reached.
    private static boolean unpack(Path file, ByteArrayOutputStream unpacked) throws BadInput {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(unpacked);
            return true;
        } catch (IOException broken) {
            if (unpacked.size() == 0) {
                var isOther = broken instanceof ZipException;
                throw bad(
                        file,
                        1,
                        (isOther ? "this isn't a run file: " : "this can't be read: ")
                                + broken.getMessage(),
                        isOther ? CHOOSE : SAVED_WHOLE);
            }
            return false;
        }
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    private static void checkMark(Path file, String mark) throws BadInput {
        if (MARK.equals(mark)) {
            return;
        }
        var other = OTHER.matcher(mark);
        if (other.matches()) {
            throw bad(
                    file,
                    1,
                    "this run file has format "
                            + other.group(1)
                            + ", and this version of ECS Lab reads format 1",
                    "Open it with the version of ECS Lab that saved it, or with a newer one.");
        }
        throw bad(file, 1, "this isn't a run file", CHOOSE);
    }

    private static RunHeader header(Path file, String line) throws BadInput {
        try {
            return (RunHeader) RecordJson.read(JSON.readTree(line), RunHeader.class);
        } catch (IOException | RuntimeException broken) {
            throw bad(file, 2, "its header can't be read: " + broken.getMessage(), SAVED_WHOLE);
        }
    }

    /// Whether each could be read.
    private static boolean readAll(Iterator<String> lines, List<Event> events) {
        try {
            while (lines.hasNext()) {
                events.add((Event) RecordJson.read(JSON.readTree(lines.next()), Event.class));
            }
            return true;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private static BadInput bad(Path file, int line, String what, String remedy) {
        return new BadInput(
                List.of(new Problem(file.getFileName().toString(), line, what, remedy)));
    }
}
