package ecslab.lesson.progress;

import ecslab.wire.BadInput;
import ecslab.wire.json.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/// Keeps progress in one file of the home folder. Not for use by more than one thread.
///
/// A new file is written beside the old one and then takes its place, so that a crash leaves the
/// one or the other. A file that can't be read is kept aside under another name. What can't be
/// written stays in memory, and is written with the next change.
public final class ProgressStore {

    static final String FILE = "progress.json";

    private final Path home;
    private Progress progress;
    private Note note;

    private ProgressStore(Path home, Progress progress, Note note) {
        this.home = home;
        this.progress = progress;
        this.note = note;
    }

    /// What a learner should know about the file.
    public sealed interface Note {

        record AllKept() implements Note {}

        /// The file couldn't be read, and was put aside; the learner begins anew.
        ///
        /// @param keptAs the name it has now, in the same folder
        record Damaged(String keptAs, String what) implements Note {}

        /// It couldn't be written, so it will be gone with the window.
        record NotWritten(String what) implements Note {}
    }

    /// Opens the store; never fails.
    public static ProgressStore open(Path home) {
        var file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return new ProgressStore(home, Progress.none(), new Note.AllKept());
        }
        try {
            var progress = ProgressReader.read(new Source.OfFile(file));
            return new ProgressStore(home, progress, new Note.AllKept());
        } catch (BadInput damaged) {
            return new ProgressStore(home, Progress.none(), putAside(file, damaged));
        }
    }

    private static Note putAside(Path file, BadInput damaged) {
        var what = damaged.problems().getFirst().said();
        for (var number = 1; ; number++) {
            var aside = file.resolveSibling("progress-damaged-" + number + ".json");
            if (!Files.exists(aside)) {
                try {
                    Files.move(file, aside);
                    return new Note.Damaged(aside.getFileName().toString(), what);
                } catch (IOException unmovable) {
                    return new Note.NotWritten(what + " " + unmovable.getMessage());
                }
            }
        }
    }

    public Progress progress() {
        return progress;
    }

    public Note note() {
        return note;
    }

    /// Changes progress and writes it.
    ///
    /// @return whether it is on the disk; if not, [#note()] says why
    public boolean change(UnaryOperator<Progress> change) {
        var next = change.apply(progress);
        if (next.equals(progress) && !(note instanceof Note.NotWritten)) {
            return true;
        }
        progress = next;
        try {
            write(ProgressWriter.write(progress));
            note = new Note.AllKept();
            return true;
        } catch (IOException unwritable) {
            note = new Note.NotWritten(String.valueOf(unwritable.getMessage()));
            return false;
        }
    }

    private void write(String text) throws IOException {
        Files.createDirectories(home);
        var next = Files.createTempFile(home, "progress-", ".tmp");
        try {
            try (var out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            replace(next, home.resolve(FILE));
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void replace(Path next, Path file) throws IOException {
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
