package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.desktop.home.WholeFile;
import ecslab.ecs.Run;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.log.EventMemory;
import ecslab.stage.log.EventText;
import ecslab.stage.log.Line;
import ecslab.wire.describe.Describe;
import ecslab.wire.event.EventJson;
import ecslab.wire.scenario.ScenarioFile;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a scenario to its end as fast as it goes, and prints its events.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Run a scenario without a window and print its events, one a line.")
public final class Simulate implements Callable<Integer> {

    /// So much is computed at a time before it is printed.
    private static final Duration SLICE = Duration.ofSeconds(5);

    private static final List<String> TEXTS =
            List.of("ecslab/stage/panel", "ecslab/stage/picture", "ecslab/stage/explain");

    @Parameters(paramLabel = "SCENARIO.json", description = "The scenario.")
    @SuppressWarnings("NullAway.Init")
    private Path scenario;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description = "Draw chance from this seed instead of the scenario's.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = Moment.class,
            description = "End at this moment instead of the scenario's.")
    private Optional<SimInstant> until = Optional.empty();

    @Option(
            names = "--events",
            paramLabel = "jsonl|text|none",
            converter = EventForm.Word.class,
            description = "Print events as JSON (the default), as text for people, or not at all.")
    private EventForm form = EventForm.jsonl;

    @Option(
            names = "--lang",
            paramLabel = "en|ko|xa",
            converter = LanguageCode.class,
            description = "The language of --events text.")
    private Language language = Language.ENGLISH;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Write the end state to this file, in the shapes of Describe*.")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Write requests to this file as an Application Load Balancer logs them.")
    private Optional<Path> accessLog = Optional.empty();

    private final Terminal terminal;

    public Simulate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        state.ifPresent(Simulate::checkFolder);
        accessLog.ifPresent(Simulate::checkFolder);
        return switch (ScenarioArgument.read(scenario, terminal)) {
            case ScenarioArgument.Outcome.Read(var file) -> simulate(file);
            case ScenarioArgument.Outcome.Refused() -> Exit.WRONG_USE;
        };
    }

    private int simulate(ScenarioFile file) {
        var run = SimulatedRun.start(asAsked(file.scenario()));
        var teller = new Refused(file.sources(), terminal);
        var code = print(run, teller);
        state.ifPresent(target -> writeState(target, run));
        accessLog.ifPresent(target -> writeAccessLog(target, run));
        return code;
    }

    private Scenario asAsked(Scenario written) {
        var seeded = seed.map(written::withSeed).orElse(written);
        return until.map(seeded::withUntil).orElse(seeded);
    }

    private int print(Run run, Refused refused) {
        var line = lines();
        var end = run.header().until();
        var printed = 0;
        var code = Exit.DONE;
        for (var at = SimInstant.START; ; at = SimInstant.earlier(end, at.plus(SLICE))) {
            run.advanceTo(at);
            for (var event : run.events().subList(printed, run.events().size())) {
                line.accept(event);
                if (event instanceof ApiRefusal refusal) {
                    refused.say(refusal);
                    code = Exit.NO;
                }
            }
            printed = run.events().size();
            if (!at.isBefore(end)) {
                return code;
            }
        }
    }

    private Consumer<Event> lines() {
        var out = terminal.out();
        return switch (form) {
            case jsonl -> event -> out.line(EventJson.line(event));
            case text -> {
                var teller = new EventText(Texts.load(language, TEXTS), new EventMemory());
                yield event -> out.line(told(event.at(), teller.tell(event)));
            }
            case none -> _ -> {};
        };
    }

    private static String told(SimInstant at, Line line) {
        var said = line.detail().isEmpty() ? line.text() : line.text() + " · " + line.detail();
        return String.format(Locale.ROOT, "%-12s %-22s %s", at, line.source(), said);
    }

    private static void checkFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw BadUse.of(file.toString(), "its folder doesn't exist", "Make the folder first.");
        }
    }

    private static void writeState(Path file, Run run) {
        write(file, "the state", Describe.state(run.snapshot(), run.header()));
    }

    private static void writeAccessLog(Path file, Run run) {
        var log = new AccessLog(run.header());
        var lines = new StringBuilder();
        run.events()
                .forEach(event ->
                        log.line(event).ifPresent(line -> lines.append(line).append('\n')));
        write(file, "the access log", lines.toString());
    }

    private static void write(Path file, String what, String text) {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw BadUse.of(
                    file.toString(),
                    what + " can't be written (" + unwritable + ")",
                    "Name a file that you may write.");
        }
    }
}
