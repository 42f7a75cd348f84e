package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.ModelWalk;
import ecslab.lesson.read.LessonFile;
import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problem;
import ecslab.wire.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks lessons as CI does: the files are well written, nothing is done before the learner has
/// done it, the model solution and every accepted way get there, every wrong path gets its own
/// message, everything pointed at is there, and what happens is what was checked in.
public final class LessonCheck {

    private final Function<Scenario, Run> runs;

    /// @param runs starts a run of a scenario
    public LessonCheck(Function<Scenario, Run> runs) {
        this.runs = runs;
    }

    /// What came out for one lesson.
    ///
    /// @param problems none if all is well
    public record Result(Path folder, Verdict verdict, List<Problem> problems) {}

    /// How a lesson stands.
    public enum Verdict {
        GOOD(0),
        /// It can be read, but isn't true.
        FALSE(1),
        UNREADABLE(2);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        /// Of the command line.
        public int exitCode() {
            return exitCode;
        }
    }

    /// The exit code for all of them: the worst.
    public static int exitCode(List<Result> results) {
        return results.stream().mapToInt(one -> one.verdict().exitCode()).max().orElse(2);
    }

    /// Checks a lesson's folder, or every lesson's folder in a folder.
    ///
    /// @throws BadInput if there is no lesson
    public List<Result> check(Path folder) throws BadInput {
        var results = new ArrayList<Result>();
        var ids = new TreeMap<String, Path>();
        for (var one : lessons(folder)) {
            results.add(checkOne(one, ids));
        }
        return results;
    }

    /// Writes what happens in the lessons beside them, to be looked at and checked in.
    ///
    /// @return as [#check(Path)] does, then
    public List<Result> write(Path folder) throws BadInput {
        for (var one : lessons(folder)) {
            try {
                new WrittenRun(one, LessonReader.read(one), runs).write();
            } catch (BadInput _) {
                // What can't be read is told by the check that follows.
            }
        }
        return check(folder);
    }

    private static List<Path> lessons(Path folder) throws BadInput {
        if (LessonReader.isLesson(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw refused(
                    folder,
                    Files.exists(folder)
                            ? "this is a file, not a folder"
                            : "there is no such folder");
        }
        try (var inside = Files.list(folder)) {
            var found = inside.filter(LessonReader::isLesson).sorted().toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException unreadable) {
            throw refused(folder, "this folder can't be read: " + unreadable.getMessage());
        }
        throw refused(folder, "there is no lesson.json in it, nor in a folder of it");
    }

    private static BadInput refused(Path folder, String what) {
        return new BadInput(
                new Place(folder.toString(), 1),
                what,
                "Name a lesson's folder, or the folder that lessons are in.");
    }

    /// @param ids of the lessons before, each with its folder
    private Result checkOne(Path folder, SortedMap<String, Path> ids) {
        try {
            var problems = new Problems();
            var file = LessonReader.readFile(folder);
            refuseNoTeacher(folder, problems);
            refuseSameId(folder, ids.putIfAbsent(file.lesson().id(), folder), problems);
            checkParts(file, problems);
            new QuizCheck(file.lesson(), runs, problems).check(file.quiz());
            new WrittenRun(folder, file.lesson(), runs).compare(problems);
            var found = inOrder(problems);
            return new Result(folder, found.isEmpty() ? Verdict.GOOD : Verdict.FALSE, found);
        } catch (BadInput unreadable) {
            return new Result(folder, Verdict.UNREADABLE, unreadable.problems());
        }
    }

    private static List<Problem> inOrder(Problems problems) {
        return problems.inOrder().stream()
                .sorted(
                        Comparator.comparing(
                                (Problem one) -> !one.file().endsWith(LessonReader.FILE)))
                .toList();
    }

    private static void refuseNoTeacher(Path folder, Problems problems) {
        if (!Files.isRegularFile(folder.resolve("teacher.md"))) {
            problems.add(
                    new Place(folder.resolve("teacher.md").toString(), 1),
                    "there is no such file",
                    "Say what the lesson is for, where people stumble, and what to ask them.");
        }
    }

    /// Progress and quiz items are kept under the lesson's id.
    private static void refuseSameId(Path folder, @Nullable Path other, Problems problems) {
        if (other != null) {
            problems.add(
                    new Place(folder.resolve(LessonReader.FILE).toString(), 1),
                    "its \"id\" is that of " + other,
                    "Give each lesson an id of its own.");
        }
    }

    private void checkParts(LessonFile file, Problems problems) {
        if (!file.lesson().steps().isEmpty()) {
            check(
                    file.lesson(),
                    new Part.Steps(),
                    problems,
                    at -> file.beats().get(at.step()).get(at.beat()));
        }
        for (var level : Level.values()) {
            check(file.lesson(), new Part.LabAt(level), problems, _ -> file.lab());
        }
    }

    private void check(
            Lesson lesson,
            Part part,
            Problems problems,
            Function<ecslab.lesson.play.Place, Place> place) {
        var walk = ModelWalk.of(lesson, part, runs);
        new WaysCheck(lesson, runs, problems).check(part, walk, place);
        new SightCheck(lesson, runs, problems).check(walk, place);
    }
}
