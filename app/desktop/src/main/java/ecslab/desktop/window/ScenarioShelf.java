package ecslab.desktop.window;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import ecslab.lessons.Lessons;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The scenarios that are at hand without choosing a file.
///
/// @param folder holds `scenarios/*.json`
public record ScenarioShelf(Path folder) {

    private static final String FIRST_LIGHT = "first-light.json";

    /// A scenario at hand.
    ///
    /// @param title as the file says it; the file's name if it says none
    public record Entry(Path file, String title) {

        /// The file's name without its ending, by which texts about it are found.
        public String name() {
            return nameOf(file);
        }
    }

    public static String nameOf(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// The scenarios that come with the program, in a folder of classes or in a jar.
    public static ScenarioShelf bundled() {
        try {
            var uri = Lessons.url("scenarios/" + FIRST_LIGHT).toURI();
            if (uri.getScheme().equals("jar")) {
                mount(uri);
            }
            return new ScenarioShelf(Path.of(uri).resolve("../..").normalize());
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("the bundled lessons can't be read", broken);
        }
    }

    /// What the first launch shows.
    public Path firstLight() {
        return folder.resolve("scenarios").resolve(FIRST_LIGHT);
    }

    public static boolean isFirstLight(Path file) {
        return file.endsWith(FIRST_LIGHT);
    }

    /// In order of their file names, the first light first. A file that isn't JSON is listed, too:
    /// opening it says what is wrong.
    public List<Entry> entries() {
        try (var files = Files.list(folder.resolve("scenarios"))) {
            var found =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .flatMap(file -> entry(file).stream())
                            .toList();
            return Stream.concat(
                            found.stream().filter(entry -> isFirstLight(entry.file())),
                            found.stream().filter(entry -> !isFirstLight(entry.file())))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Empty for a file that other scenarios include, such as a task definition.
    private static Optional<Entry> entry(Path file) {
        var title = nameOf(file);
        var isScenario = false;
        try (var in = Files.newInputStream(file);
                var json = new JsonFactory().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of(new Entry(file, title));
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                json.nextToken();
                if (field.equals("title")) {
                    title = json.getText();
                }
                isScenario = isScenario || field.equals("startsAt") || field.equals("until");
                json.skipChildren();
            }
            return isScenario ? Optional.of(new Entry(file, title)) : Optional.empty();
        } catch (IOException _) {
            return Optional.of(new Entry(file, title));
        }
    }

    private static void mount(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (java.nio.file.FileSystemAlreadyExistsException _) {
            // Somebody has opened the same jar before: it is read through theirs.
        }
    }
}
