package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.desktop.home.WholeFile;
import ecslab.desktop.scenario.ScenarioInput;
import ecslab.desktop.shot.Camera;
import ecslab.desktop.shot.Sight;
import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.panel.Inspector;
import ecslab.stage.play.Frame;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import ecslab.wire.scenario.ScenarioFile;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a picture of the whole window at a moment of a run. No display is needed.
@Command(
        name = "shot",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description =
                "Write a picture of the window at a moment of a run or a lesson. No display is"
                        + " needed.")
public final class Shot implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO.json|LESSON-FOLDER",
            description = "A scenario, or a lesson as its model solution goes through it.")
    @SuppressWarnings("NullAway.Init")
    private Path subject;

    @Option(
            names = "--at",
            paramLabel = "T",
            converter = Moment.class,
            description = "The moment of the run; a lesson's is the end of --step unless said.")
    private Optional<SimInstant> at = Optional.empty();

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

    @Mixin private LessonMoment inLesson = new LessonMoment();

    private final Terminal terminal;

    public Shot(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            return Files.isDirectory(subject) ? shootLesson() : shootScenario();
        } catch (BadInput bad) {
            bad.problems().stream().map(Problem::said).forEach(terminal.err()::line);
            return Exit.WRONG_USE;
        }
    }

    private int shootScenario() throws BadInput {
        refuseSteps();
        var moment =
                at.orElseThrow(() ->
                        BadUse.of(
                                subject.toString(),
                                "the moment of the picture is missing",
                                "Add it, such as --at 20s."));
        var file = ScenarioInput.read(subject);
        checkMoment(file.scenario(), moment);
        var run = SimulatedRun.start(file.scenario());
        run.advanceTo(moment);
        return shoot(file, run, Optional.empty());
    }

    private int shootLesson() throws BadInput {
        var moment = inLesson.find(subject, at);
        var file = ScenarioInput.read(subject.resolve("scenario.json"));
        return shoot(file, moment.run(SimulatedRun::start), Optional.of(moment));
    }

    private int shoot(ScenarioFile file, Run run, Optional<Sight.InLesson> lesson) {
        var settings = new Settings(language, theme, textPercent, false, 1);
        var chosen = chosen(run.snapshot(), run.now());
        var sight = new Sight(subject, file, Frame.of(run), lesson, chosen, tab);
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

    private Optional<Ref> chosen(ClusterState state, SimInstant moment) {
        return selector.map(name ->
                Selectors.find(state, name)
                        .orElseThrow(() ->
                                BadUse.of(
                                        subject.toString(),
                                        "there is no " + name + " at " + moment,
                                        "Choose another thing or moment; a"
                                                + " selector is such as"
                                                + " service/web or task/web#1.")));
    }

    private void refuseSteps() {
        if (inLesson.isAskedFor()) {
            throw BadUse.of(
                    subject.toString(),
                    "a scenario has no steps",
                    "Name a lesson's folder, such as lessons/L03-anatomy, or leave out --step,"
                            + " --beat and --begun.");
        }
    }

    private void checkMoment(Scenario read, SimInstant moment) {
        if (moment.isAfter(read.until())) {
            throw BadUse.of(
                    subject.toString(),
                    "--at " + moment + " is after the run's end",
                    "It ends at " + read.until() + ".");
        }
    }
}
