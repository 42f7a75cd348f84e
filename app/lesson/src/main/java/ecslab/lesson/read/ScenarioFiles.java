package ecslab.lesson.read;

import ecslab.ecs.scenario.Scenario;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The scenarios of a lesson's folder, each read when it is first named.
final class ScenarioFiles {

    static final String MAIN = "scenario.json";

    private final Path folder;
    private final Problems problems;
    private final SortedMap<String, Optional<Scenario>> read = new TreeMap<>();

    ScenarioFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// A scenario; empty, and problems, if it can't be read.
    Optional<Scenario> find(String file) {
        return read.computeIfAbsent(file, this::load);
    }

    private Optional<Scenario> load(String file) {
        try {
            return Optional.of(ScenarioReader.read(folder.resolve(file)).scenario());
        } catch (BadInput unreadable) {
            problems.addAll(unreadable);
            return Optional.empty();
        }
    }

    boolean isThere(String file) {
        return inFolder().contains(file);
    }

    /// The names of the files that may be scenarios.
    List<String> inFolder() {
        var names = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .filter(name -> !name.matches("(lesson|quiz|text\\..*)\\.json"))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException _) {
            // The folder's own files are read next, and say what is the matter.
            return names;
        }
        return names;
    }

    /// Whether all that were named can be read.
    boolean areAllRead() {
        return read.values().stream().allMatch(Optional::isPresent);
    }

    /// All that were named.
    SortedMap<String, Scenario> all() {
        var all = new TreeMap<String, Scenario>();
        read.forEach((file, scenario) -> scenario.ifPresent(one -> all.put(file, one)));
        return all;
    }
}
