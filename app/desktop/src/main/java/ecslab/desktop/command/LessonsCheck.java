package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.lesson.check.LessonCheck;
import ecslab.lesson.check.LessonCheck.Result;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads lessons and walks through them, as a learner would who does all that they say.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = {
            "Read lessons, walk through each of them in every way that it knows of, and tell all"
                    + " that is wrong, each with file, line and remedy."
        },
        footer = {
            "",
            "Exit codes: 0 all lessons are good; 1 one can be read, but is not true; 2 one can't",
            "be read."
        })
public final class LessonsCheck implements Callable<Integer> {

    private static final List<String> TEXTS = List.of("ecslab/desktop");

    @Parameters(
            paramLabel = "DIR",
            description = "A lesson's folder, or a folder that lessons are in.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--write",
            description = "First write anew what happens in the lessons, to be looked at.")
    private boolean isWritten;

    @Option(
            names = "--lang",
            paramLabel = "en|ko|xa",
            converter = LanguageCode.class,
            description = "The language of the line about each lesson; problems are in English.")
    private Language language = Language.ENGLISH;

    private final Terminal terminal;

    public LessonsCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            var results = results();
            var texts = Texts.load(language, TEXTS);
            results.forEach(one -> say(one, texts));
            return LessonCheck.exitCode(results);
        } catch (BadInput none) {
            none.problems().stream().map(Problem::said).forEach(terminal.err()::line);
            return Exit.WRONG_USE;
        }
    }

    private List<Result> results() throws BadInput {
        var check = new LessonCheck(SimulatedRun::start);
        try {
            return isWritten ? check.write(folder) : check.check(folder);
        } catch (UncheckedIOException lost) {
            throw BadUse.of(
                    folder.toString(),
                    "its files can't be read or written (" + lost.getCause() + ")",
                    isWritten
                            ? "Name a folder that you may write to."
                            : "Name a folder that you may read.");
        }
    }

    private void say(Result result, Texts texts) {
        var problems = result.problems();
        problems.stream().map(Problem::said).forEach(terminal.err()::line);
        var line =
                switch (result.verdict()) {
                    case GOOD -> texts.of("lessons.good", "lesson", result.folder());
                    case FALSE, UNREADABLE ->
                            texts.of(
                                    "lessons.bad",
                                    "lesson",
                                    result.folder(),
                                    "count",
                                    problems.size());
                };
        terminal.out().line(line);
    }
}
