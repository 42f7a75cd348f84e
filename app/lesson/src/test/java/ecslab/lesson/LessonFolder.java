package ecslab.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A copy of the sample lesson that a test may spoil.
public record LessonFolder(Path path) {

    public static LessonFolder copyTo(Path parent) {
        var folder = parent.resolve("L03-sample");
        try (var files = Files.list(Samples.folder())) {
            Files.createDirectories(folder);
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new LessonFolder(folder);
    }

    /// Replaces the first `old` in a file, which has to be there.
    public LessonFolder with(String file, String old, String next) {
        var content = read(file);
        var at = content.indexOf(old);
        assertTrue(at >= 0, () -> file + " has no " + old);
        write(file, content.substring(0, at) + next + content.substring(at + old.length()));
        return this;
    }

    public String read(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void write(String file, String content) {
        try {
            Files.writeString(path.resolve(file), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void delete(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What the reader says, each problem in a line, without the folder's path.
    public List<String> problems() {
        try {
            LessonReader.read(path);
            return List.of();
        } catch (BadInput broken) {
            return said(broken.problems());
        }
    }

    public List<String> said(List<Problem> problems) {
        return problems.stream().map(one -> one.said().replace(path.toString() + "/", "")).toList();
    }
}
