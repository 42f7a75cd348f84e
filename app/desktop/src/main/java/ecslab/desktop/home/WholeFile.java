package ecslab.desktop.home;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that a reader sees the old one or the new one, never a half.
public final class WholeFile {

    private WholeFile() {}

    public static void write(Path file, byte[] content) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        var part = target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        var fresh = folder.resolve(part);
        try {
            Files.write(fresh, content);
            moveOver(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void moveOver(Path fresh, Path target) throws IOException {
        try {
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
