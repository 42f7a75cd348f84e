package ecslab.desktop.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps the traces of our own mistakes, for whoever mends them.
public final class ErrorLog {

    private final Path file;

    public ErrorLog(Home home) {
        file = home.log();
    }

    /// Keeps a mistake and its trace.
    ///
    /// @param what with the scenario and seed that meet the mistake again
    /// @return where it was written; empty if it could not be
    public Optional<Path> write(String what, Throwable mistake) {
        var trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace, true));
        return write(what + "\n" + trace);
    }

    public Optional<Path> write(String report) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, report + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
