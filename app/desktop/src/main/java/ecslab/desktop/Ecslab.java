package ecslab.desktop;

import ecslab.desktop.command.BadUse;
import ecslab.desktop.command.Bench;
import ecslab.desktop.command.BenchEngine;
import ecslab.desktop.command.BenchFrames;
import ecslab.desktop.command.BenchSeek;
import ecslab.desktop.command.Display;
import ecslab.desktop.command.Exit;
import ecslab.desktop.command.FuzzCommand;
import ecslab.desktop.command.LanguageCode;
import ecslab.desktop.command.Lessons;
import ecslab.desktop.command.LessonsCheck;
import ecslab.desktop.command.Output;
import ecslab.desktop.command.Reap;
import ecslab.desktop.command.Shot;
import ecslab.desktop.command.Simulate;
import ecslab.desktop.command.Stopwatch;
import ecslab.desktop.command.Terminal;
import ecslab.desktop.command.ThemeWord;
import ecslab.desktop.command.WrongUse;
import ecslab.desktop.home.ErrorLog;
import ecslab.desktop.home.Home;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.desktop.live.ReaperCommand;
import ecslab.desktop.window.Opening;
import ecslab.desktop.window.Rehearsal;
import ecslab.desktop.window.ScenarioShelf;
import ecslab.wire.text.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `ecslab`: without a sub-command it opens the window.
@Command(
        name = "ecslab",
        version = "ECS Lab " + Version.NOW,
        mixinStandardHelpOptions = true,
        description = "Learn Amazon ECS by watching it. Without a command the window opens.",
        footer = {
            "",
            "Exit codes: 0 done; 1 the answer is no: a command of the scenario was refused, or a",
            "lesson is not true; 2 wrong use or bad input; 3 a mistake of ours. T is a moment such",
            "as 20s or 2m30s."
        })
public final class Ecslab implements Callable<Integer> {

    private static final int USAGE_WIDTH = 100;

    @Option(
            names = "--lessons",
            paramLabel = "DIR",
            description = "Take scenarios from this folder instead of the bundled one.")
    private Optional<Path> lessons = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Keep settings and the error log in this folder.")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "en|ko|xa",
            converter = LanguageCode.class,
            description = "The language.")
    private Optional<Language> language = Optional.empty();

    @Option(
            names = "--theme",
            paramLabel = "light|dark|contrast",
            converter = ThemeWord.class,
            description = "The theme.")
    private Optional<Theme> theme = Optional.empty();

    @Option(names = "--timing", description = "Print how long it took to the first picture.")
    private boolean isTimed;

    @Option(names = "--rehearse", hidden = true)
    private boolean isRehearsed;

    private final Terminal terminal;

    private Ecslab(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs the program with these arguments.
    ///
    /// @return one of [Exit]'s codes
    public static int run(Terminal terminal, String... arguments) {
        var said = new StringWriter();
        var root = new Ecslab(terminal);
        var line = commandLine(root, terminal, new PrintWriter(said));
        try {
            var code = line.execute(arguments);
            terminal.out().text(said.toString().replace("\r\n", "\n"));
            terminal.flush();
            return code;
        } catch (Output.Lost lost) {
            return lost.isByReader() ? Exit.DONE : say(terminal, lost);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Display.check();
        lessons.ifPresent(Ecslab::checkLessons);
        new Opening(homeFolder(), lessons, this::overridden, timing()).run();
        return Exit.DONE;
    }

    private Consumer<String> timing() {
        Consumer<String> told = isTimed ? new Stopwatch(this::sayAtOnce)::say : _ -> {};
        return isRehearsed ? told.andThen(new Rehearsal()) : told;
    }

    private void sayAtOnce(String line) {
        terminal.err().line(line);
        terminal.err().flush();
    }

    private Settings overridden(Settings settings) {
        var spoken = language.map(settings::withLanguage).orElse(settings);
        return theme.map(spoken::withTheme).orElse(spoken);
    }

    private static void checkLessons(Path folder) {
        var first = new ScenarioShelf(folder).firstLight();
        if (!Files.exists(first)) {
            throw BadUse.of(
                    folder.toString(),
                    "there is no " + folder.relativize(first) + " in this folder",
                    "Name a folder such as lessons of this project.");
        }
    }

    private Home homeFolder() {
        return home.map(Home::new).orElseGet(Home::usual);
    }

    private static CommandLine commandLine(Ecslab root, Terminal terminal, PrintWriter said) {
        var line = new CommandLine(root);
        line.addSubcommand("simulate", new Simulate(terminal));
        line.addSubcommand("shot", new Shot(terminal));
        line.addSubcommand("lessons", lessons(terminal));
        line.addSubcommand(ReaperCommand.NAME, new Reap());
        line.addSubcommand("fuzz", new FuzzCommand(terminal));
        line.addSubcommand(
                "bench",
                new CommandLine(new Bench())
                        .addSubcommand("engine", new BenchEngine(terminal))
                        .addSubcommand("seek", new BenchSeek(terminal))
                        .addSubcommand("frames", new BenchFrames(terminal)));
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setOut(said);
        line.setErr(said);
        line.setParameterExceptionHandler(new WrongUse(terminal));
        line.setExecutionExceptionHandler((failure, command, _) -> root.explain(failure, command));
        return line;
    }

    private static CommandLine lessons(Terminal terminal) {
        return new CommandLine(new Lessons()).addSubcommand("check", new LessonsCheck(terminal));
    }

    private int explain(Exception failure, CommandLine command) throws Output.Lost {
        return switch (failure) {
            case Output.Lost lost -> throw lost;
            case BadUse bad -> {
                terminal.err().line(bad.line());
                yield Exit.WRONG_USE;
            }
            default -> {
                reportOurs(failure, command);
                yield Exit.OUR_MISTAKE;
            }
        };
    }

    private void reportOurs(Exception failure, CommandLine command) {
        var arguments = String.join(" ", command.getParseResult().originalArgs());
        var what = command.getCommandSpec().qualifiedName() + " " + arguments;
        var trace = new ErrorLog(homeFolder()).write(what, failure);
        terminal.err()
                .line(
                        command.getCommandSpec().qualifiedName()
                                + ": this is a mistake of ours: "
                                + String.valueOf(root(failure)).replace('\n', ' ')
                                + ". Please report it with the scenario, its seed and "
                                + trace.map(file -> "the trace at the end of " + file)
                                        .orElse("the arguments given")
                                + ".");
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static int say(Terminal terminal, Output.Lost lost) {
        terminal.err()
                .line("ecslab: what was asked for could not be written: " + lost.getMessage());
        terminal.err().flush();
        return Exit.WRONG_USE;
    }
}
