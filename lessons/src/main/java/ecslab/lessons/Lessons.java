package ecslab.lessons;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds a file of the lessons, whether it lies in a plain folder, in a folder of classes or in a
/// jar.
public final class Lessons {

    /// The system property that names a plain folder of lessons. The app folder sets it, so that a
    /// trainer can read, copy and change what lies there.
    public static final String FOLDER = "ecslab.lessons";

    private Lessons() {}

    /// The place of one file. The plain folder's wins over the packed one.
    ///
    /// @param path below `lessons`, such as `scenarios/anatomy.json`
    public static URL url(String path) {
        return plain(path).or(() -> packed(path)).orElseThrow(() -> missing(path));
    }

    private static Optional<URL> plain(String path) {
        var folder = System.getProperty(FOLDER, "");
        if (folder.isBlank()) {
            return Optional.empty();
        }
        var file = Path.of(folder).resolve(path);
        return Files.exists(file) ? Optional.of(url(file)) : Optional.empty();
    }

    private static Optional<URL> packed(String path) {
        return Optional.ofNullable(Lessons.class.getResource(path));
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static IllegalArgumentException missing(String path) {
        return new IllegalArgumentException("lessons/" + path + ": no such file");
    }
}
