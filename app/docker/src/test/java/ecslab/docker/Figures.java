package ecslab.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Keeps what a test measured, in `target/figures.txt`.
final class Figures {

    private static final double SECOND_NANOS = 1e9;

    private Figures() {}

    /// @param since as `nanoTime` had it
    static void say(String what, long since) {
        var seconds = (System.nanoTime() - since) / SECOND_NANOS;
        say(what + String.format(Locale.ROOT, ": %.2f s", seconds));
    }

    static void say(String what) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target", "figures.txt"),
                    what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
