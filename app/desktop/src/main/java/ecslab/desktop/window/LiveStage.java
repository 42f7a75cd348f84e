package ecslab.desktop.window;

import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.LiveState;
import ecslab.desktop.study.Around;
import ecslab.docker.Finding;
import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.state.RecordedRun;
import ecslab.learn.LessonSession;
import ecslab.stage.Selection;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.run.RunFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// Live mode in the window: its page, the run once it goes, and what can be done to real
/// containers.
final class LiveStage implements LiveBar.Doings {

    private static final int LINES = 200;

    /// What live mode asks of its window.
    interface Host extends LessonLive.Host {

        void play(Run run, ObservableValue<String> title);

        void submit(Command command, Consumer<Answer> answered);

        void sheet(String id, ObservableValue<String> title, Region content);

        void refused(Command command, ApiError error);

        void problems(Path file, BadInput bad);

        /// Opens an address of this computer in the browser.
        void browse(String url);
    }

    private final Words words;
    private final LiveDesk desk;
    private final Host host;
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
        bar = new LiveBar(words, selection, act, this);
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
        public void back() {
            host.showLesson();
        }
    }

    @Override
    public void log(Task task) {
        running()
                .ifPresent(now -> {
                    var cluster = now.run().cluster();
                    var container = task.containers().getFirst().name();
                    var id = cluster.containerId(task.id(), container);
                    host.sheet(
                            "live-log",
                            words.text("live.log.title", "container", container),
                            new LogSheet(
                                    words,
                                    cluster.log(task.id(), container, LINES),
                                    "docker exec -it "
                                            + id.substring(0, Math.min(12, id.length()))
                                            + " sh"));
                });
    }

    @Override
    public void browse() {
        running()
                .map(LiveState.Running::urls)
                .map(Map::values)
                .flatMap(urls -> urls.stream().findFirst())
                .ifPresent(host::browse);
    }

    @Override
    public void end() {
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
    /// @return whether the file was one of the two
    boolean takes(Path file) {
        try {
            if (RunFile.isNamedSo(file)) {
                replay(RunFile.read(file));
                return true;
            }
            if (running().isPresent()) {
                register(CommandReader.readTaskDefinition(file));
                return true;
            }
            return false;
        } catch (BadInput bad) {
            var isRun = RunFile.isNamedSo(file);
            if (isRun) {
                host.problems(file, bad);
            }
            return isRun;
        }
    }

    private void register(RegisterTaskDefinition definition) {
        host.submit(
                definition,
                answer -> {
                    switch (answer) {
                        case Response.RegisterTaskDefinitionResponse(var made) -> run(made);
                        case ApiError error -> host.refused(definition, error);
                        case Response _ -> {}
                    }
                });
    }

    private void run(TaskDefinition made) {
        var command = runTask(made);
        host.submit(
                command,
                answer -> {
                    if (answer instanceof ApiError error) {
                        host.refused(command, error);
                    } else {
                        host.say(Phrase.of("live.dropped", "taskDefinition", made.name()));
                    }
                });
    }

    private static Command runTask(TaskDefinition made) {
        var type = made.compatibilities().contains(LaunchType.EC2) ? "EC2" : "FARGATE";
        var network =
                made.networkMode() == NetworkMode.AWSVPC
                        ? ", \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                                + " [\"${subnet/a}\"]}}"
                        : "";
        var with =
                "{\"cluster\": \"demo\", \"taskDefinition\": \""
                        + made.name()
                        + "\", \"launchType\": \""
                        + type
                        + "\""
                        + network
                        + "}";
        try {
            return CommandReader.read("ecs:RunTask", with);
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }
}
