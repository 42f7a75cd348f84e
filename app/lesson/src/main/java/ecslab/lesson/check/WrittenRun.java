package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.check.Transcript.Heading;
import ecslab.lesson.play.ModelWalk;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What happens in a lesson, as it is checked in: a transcript for people, beside the lesson, and a
/// number for all events, in one file for all lessons.
final class WrittenRun {

    static final String TRANSCRIPT = "expected-events.txt";
    static final String HASHES = "event-hashes.txt";
    private static final int LINES_MAX = 400;

    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final String hash;

    WrittenRun(Path folder, Lesson lesson, Function<Scenario, Run> runs) {
        this.folder = folder;
        var all = new EventHash();
        if (!lesson.steps().isEmpty()) {
            take(lesson, new Part.Steps(), runs, all);
        }
        take(lesson, new Part.LabAt(Level.GUIDED), runs, all);
        hash = all.hex();
    }

    private void take(Lesson lesson, Part part, Function<Scenario, Run> runs, EventHash all) {
        var walk = ModelWalk.of(lesson, part, runs);
        var run = walk.take().open(runs);
        var events = run.events().subList(0, run.position());
        all.take(events);
        lines.addAll(Transcript.of(events, headings(walk, events)));
    }

    private static List<Heading> headings(ModelWalk walk, List<Event> events) {
        var headings = new ArrayList<Heading>();
        var last = "";
        for (var passage : walk.beats()) {
            if (!passage.key().equals(last)) {
                last = passage.key();
                headings.add(new Heading(passage.position(events), "-- " + last));
            }
        }
        return headings;
    }

    void write() {
        try {
            Files.writeString(folder.resolve(TRANSCRIPT), String.join("\n", lines) + "\n");
            var hashes = hashes();
            hashes.put(name(), hash);
            var text = new StringBuilder();
            hashes.forEach(
                    (lesson, one) -> text.append(lesson).append(' ').append(one).append('\n'));
            Files.writeString(hashFile(), text.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void compare(Problems problems) {
        var file = folder.resolve(TRANSCRIPT);
        if (lines.size() > LINES_MAX) {
            problems.add(
                    new Place(file.toString(), LINES_MAX + 1),
                    "what happens takes " + lines.size() + " lines",
                    "A lesson of more than " + LINES_MAX + " is too long, or its run is.");
        }
        if (!Files.isRegularFile(file)) {
            problems.add(
                    new Place(file.toString(), 1),
                    "there is no such file",
                    "Write it: " + writing());
            return;
        }
        compare(file, problems);
        compareHash(problems);
    }

    private void compare(Path file, Problems problems) {
        var written = linesOf(file);
        for (var i = 0; i < Math.max(written.size(), lines.size()); i++) {
            var expected = i < written.size() ? written.get(i) : "the end";
            var found = i < lines.size() ? lines.get(i) : "the end";
            if (!expected.equals(found)) {
                problems.add(
                        new Place(file.toString(), i + 1),
                        "the run goes another way here: \"" + found + "\"",
                        remedy());
                return;
            }
        }
    }

    private void compareHash(Problems problems) {
        var expected = hashes().getOrDefault(name(), "");
        if (!expected.equals(hash)) {
            problems.add(
                    new Place(hashFile().toString(), 1),
                    "the events of " + name() + " are not those that were checked in",
                    remedy());
        }
    }

    private String remedy() {
        return "If that is right, write it anew: " + writing();
    }

    /// The command, for the folder that holds the lessons.
    private String writing() {
        return "ecslab lessons check " + hashFile().getParent() + " --write";
    }

    private String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    private Path hashFile() {
        return folder.toAbsolutePath().normalize().resolveSibling(HASHES);
    }

    private SortedMap<String, String> hashes() {
        var hashes = new TreeMap<String, String>();
        if (Files.isRegularFile(hashFile())) {
            for (var line : linesOf(hashFile())) {
                var parts = line.split(" ", 2);
                hashes.put(parts[0], parts[parts.length - 1]);
            }
        }
        return hashes;
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
