package ecslab.desktop.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A stream of lines: UTF-8, each ended by `\n`, the same bytes on every machine.
public final class Output {

    private static final int BUFFER_BYTES = 1 << 16;

    private final BufferedOutputStream stream;

    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
    }

    public void line(String line) {
        text(line + '\n');
    }

    /// Writes text that has its own line ends.
    public void text(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            throw new Lost(lost);
        }
    }

    public void flush() {
        try {
            stream.flush();
        } catch (IOException lost) {
            throw new Lost(lost);
        }
    }

    /// What was written can't reach its reader.
    public static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost(IOException cause) {
            super(cause);
        }

        /// The reader went away, as `head` does when it has seen enough; not a full disk.
        public boolean isByReader() {
            return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }
}
