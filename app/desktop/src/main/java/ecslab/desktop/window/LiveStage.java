package ecslab.desktop.window;

import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.LiveState;
import ecslab.desktop.live.Recording;
import ecslab.desktop.scenario.ScenarioInput;
import ecslab.desktop.study.Around;
import ecslab.docker.Finding;
import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Task;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.RecordedRun;
import ecslab.learn.LessonSession;
import ecslab.stage.Selection;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.command.CommandReader;
import ecslab.wire.run.RunFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// Live mode in the window: its page, the run once it goes, and what can be done to real
/// containers.
final class LiveStage {

    /// What live mode asks of its window.
    interface Host extends LessonLive.Host {

        void play(Run run, ObservableValue<String> title);

        void submit(Command command, Consumer<Answer> answered);

        void sheet(String id, ObservableValue<String> title, Region content);

        void closeSheet();

        /// Says what went well, for a moment.
        void tell(Phrase what);

        /// What is shown at the moment.
        ClusterState state();

        /// As the picture calls a task.
        String name(Task task);

        /// Asks the learner for a file, and opens it.
        void chooseFile();

        void refused(Command command, ApiError error);

        void problems(Path file, BadInput bad);

        /// Opens an address of this computer in the browser.
        void browse(String url);
    }

    private static final Pattern KNOWN = Pattern.compile("(?i)(\\.json|\\" + RunFile.ENDING + ")$");

    private final Words words;
    private final LiveDesk desk;
    private final Host host;
    private final OwnTasks tasks;
    private final LiveBar bar;
    private final LessonLive lessons;
    private Optional<LivePage> page = Optional.empty();

    /// @param runs opens the simulated runs of lessons
    LiveStage(
            Words words,
            LiveDesk desk,
            LessonSession.Runs runs,
            Selection selection,
            Consumer<Command> act,
            Host host) {
        this.words = words;
        this.desk = desk;
        this.host = host;
        lessons = new LessonLive(runs, desk, host);
        tasks = new OwnTasks(host);
        bar =
                new LiveBar(
                        words, selection, act, new LiveDoings(words, desk, host, tasks, this::end));
        desk.state()
                .addListener((_, _, now) -> {
                    if (now instanceof LiveState.Running(_, var run, _, var plan)
                            && !plan.isLesson()) {
                        show(run);
                    }
                });
    }

    /// The runs of lessons, and the live ones that acts of lessons ask for.
    LessonLive lessons() {
        return lessons;
    }

    /// What studying needs, with live runs.
    Around around(Words words, Selection selection, Consumer<Playback> playback) {
        return new Around(words, selection, lessons, playback, lessons::release);
    }

    LiveBar bar() {
        return bar;
    }

    private void show(Run run) {
        lessons.letGo();
        host.play(run, words.text("live.run"));
    }

    /// Leads to the run if one goes on; else to the page.
    ///
    /// @param shown is given the page
    void open(Consumer<LivePage> shown) {
        if (desk.state().get() instanceof LiveState.Running(_, var run, _, _)
                && lessons.plan().isEmpty()) {
            show(run);
            return;
        }
        var next = page.orElseGet(() -> new LivePage(words, desk, new Starting()));
        page = Optional.of(next);
        if (!(desk.state().get() instanceof LiveState.Starting)) {
            desk.look();
        }
        next.show();
        shown.accept(next);
    }

    /// What the page asks for.
    private final class Starting implements LivePage.Starting {

        @Override
        public boolean isForLesson() {
            return lessons.plan().isPresent();
        }

        @Override
        public void start(Finding engine) {
            if (isForLesson()) {
                lessons.start();
            } else {
                desk.start(engine, desk.own());
            }
        }

        @Override
        public void startInstead() {
            lessons.start();
        }

        @Override
        public void replay(Recording recording) {
            takes(recording.file());
        }

        @Override
        public void back() {
            host.showLesson();
        }
    }

    private void end() {
        var isLesson = lessons.plan().isPresent();
        desk.end((recorded, file) -> {
            if (!isLesson) {
                replay(recorded);
            }
            host.say(Phrase.of("live.saved", "file", file));
        });
    }

    void replay(RunFile file) {
        host.play(
                new RecordedRun(file.header(), file.events()),
                words.text("live.recorded", "title", file.header().title()));
    }

    private Optional<LiveState.Running> running() {
        return desk.state().get() instanceof LiveState.Running now
                ? Optional.of(now)
                : Optional.empty();
    }

    /// A run file is played; a task definition, while a live run goes on, is registered and run.
    ///
    /// @return whether the file was meant for this; a scenario isn't
    boolean takes(Path file) {
        if (!KNOWN.matcher(file.toString()).find()) {
            host.problems(file, unknown(file));
            return true;
        }
        if (RunFile.isNamedSo(file)) {
            take(file, () -> replay(RunFile.read(file)));
            return true;
        }
        if (running().isPresent() && !ScenarioInput.looksLikeOne(file)) {
            take(file, () -> tasks.register(CommandReader.readTaskDefinition(file)));
            return true;
        }
        return false;
    }

    private BadInput unknown(Path file) {
        return new BadInput(
                new Place(file.toString(), 1), words.now("file.unknown"), words.now("file.known"));
    }

    /// Reads a file that may be written wrong.
    private interface Taking {
        void read() throws BadInput;
    }

    private void take(Path file, Taking taking) {
        try {
            taking.read();
        } catch (BadInput bad) {
            host.problems(file, bad);
        }
    }
}
