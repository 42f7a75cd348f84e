package ecslab.wire.run;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes a run file event by event. What was flushed can be read again even if the end is never
/// written.
public final class RunFileWriter implements Closeable {

    private static final int BUFFER = 1 << 13;

    private final OutputStreamWriter out;

    public RunFileWriter(Path file, RunHeader header) throws IOException {
        out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), BUFFER, true),
                        StandardCharsets.UTF_8);
        out.write(RunFile.MARK + "\n");
        out.write(RecordJson.write(header, RunHeader.class) + "\n");
    }

    public void write(Event event) throws IOException {
        out.write(RecordJson.write(event, Event.class) + "\n");
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
