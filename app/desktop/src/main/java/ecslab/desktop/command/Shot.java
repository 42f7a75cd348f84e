package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.desktop.home.WholeFile;
import ecslab.desktop.shot.Camera;
import ecslab.desktop.shot.Sight;
import ecslab.ecs.model.Ref;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.panel.Inspector;
import ecslab.stage.play.Frame;
import ecslab.wire.scenario.ScenarioFile;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a picture of the whole window at a moment of a run. No display is needed.
@Command(
        name = "shot",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Write a picture of the window at a moment of a run. No display is needed.")
public final class Shot implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO.json", description = "The scenario.")
    @SuppressWarnings("NullAway.Init")
    private Path scenario;

    @Option(
            names = "--at",
            paramLabel = "T",
            required = true,
            converter = Moment.class,
            description = "The moment.")
    @SuppressWarnings("NullAway.Init")
    private SimInstant at;

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            required = true,
            description = "Where the picture goes.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--theme",
            paramLabel = "light|dark|contrast",
            converter = ThemeWord.class,
            description = "The theme; light unless said.")
    private Theme theme = Theme.LIGHT;

    @Option(
            names = "--lang",
            paramLabel = "en|ko|xa",
            converter = LanguageCode.class,
            description = "The language; en unless said. xa is English with every text doubled.")
    private Language language = Language.ENGLISH;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeText.class,
            description = "The window's size in pixels; 1280x720 unless said.")
    private Camera.Size size = new Camera.Size(1280, 720);

    @Option(
            names = "--text",
            paramLabel = "PERCENT",
            description = "The size of text, 100 to 200; 100 unless said.")
    private int textPercent = Settings.TEXT_PERCENT_MIN;

    @Option(
            names = "--select",
            paramLabel = "SELECTOR",
            description = "Choose a thing, such as task/web#1 or service/web.")
    private Optional<String> selector = Optional.empty();

    @Option(
            names = "--tab",
            paramLabel = "overview|json|events|why",
            converter = TabWord.class,
            description = "The inspector's tab.")
    private Optional<Inspector.Tab> tab = Optional.empty();

    @Option(names = "--step", paramLabel = "N", hidden = true)
    private Optional<String> step = Optional.empty();

    private final Terminal terminal;

    public Shot(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        refuseLessons();
        return switch (ScenarioArgument.read(scenario, terminal)) {
            case ScenarioArgument.Outcome.Read(var file) -> shoot(file);
            case ScenarioArgument.Outcome.Refused() -> Exit.WRONG_USE;
        };
    }

    private int shoot(ScenarioFile file) {
        checkMoment(file.scenario());
        var settings = new Settings(language, theme, textPercent, false, 1);
        var run = SimulatedRun.start(file.scenario());
        run.advanceTo(at);
        var sight = new Sight(scenario, file, Frame.of(run), chosen(run.snapshot()), tab);
        var picture = new Camera(settings, size).take(sight);
        try {
            WholeFile.write(out, picture);
        } catch (IOException unwritable) {
            throw BadUse.of(
                    out.toString(),
                    "the picture can't be written (" + unwritable + ")",
                    "Name a file in a folder that you may write to.");
        }
        return Exit.DONE;
    }

    private Optional<Ref> chosen(ClusterState state) {
        return selector.map(name ->
                Selectors.find(state, name)
                        .orElseThrow(() ->
                                BadUse.of(
                                        scenario.toString(),
                                        "there is no " + name + " at " + at,
                                        "Choose another thing or moment; a"
                                                + " selector is such as"
                                                + " service/web or task/web#1.")));
    }

    private void refuseLessons() {
        if (step.isPresent() || Files.isDirectory(scenario)) {
            throw BadUse.of(
                    scenario.toString(),
                    "this version makes pictures of scenarios only, not yet of lessons' steps",
                    "Name the scenario's file, such as "
                            + scenario.resolve("scenario.json")
                            + ", and leave out --step.");
        }
    }

    private void checkMoment(Scenario read) {
        if (at.isAfter(read.until())) {
            throw BadUse.of(
                    scenario.toString(),
                    "--at " + at + " is after the run's end",
                    "It ends at " + read.until() + ".");
        }
    }
}
