package ecslab.desktop.window;

import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.LiveState;
import ecslab.docker.LiveCluster;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.Task;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.application.Platform;

/// What the live bar asks for, done to the live run that goes on.
final class LiveDoings implements LiveBar.Doings {

    private static final int LINES = 200;
    private static final int SHORT_ID = 12;

    /// What only a shell understands.
    private static final Pattern SHELL = Pattern.compile("[|&;<>$`*\"'()]");

    private final Words words;
    private final LiveDesk desk;
    private final LiveStage.Host host;
    private final OwnTasks tasks;
    private final Runnable ending;

    /// @param ending ends the run
    LiveDoings(Words words, LiveDesk desk, LiveStage.Host host, OwnTasks tasks, Runnable ending) {
        this.words = words;
        this.desk = desk;
        this.host = host;
        this.tasks = tasks;
        this.ending = ending;
    }

    private Optional<LiveCluster> cluster() {
        return desk.state().get() instanceof LiveState.Running now
                ? Optional.of(now.run().cluster())
                : Optional.empty();
    }

    @Override
    public void enter(Task task) {
        cluster()
                .ifPresent(cluster ->
                        host.sheet(
                                "live-inside",
                                words.text("live.inside.title", "task", host.name(task)),
                                new ContainerSheet(
                                        words,
                                        task.containers().stream().map(Container::name).toList(),
                                        new Inside(cluster, task),
                                        LiveDoings::aside,
                                        Platform::runLater)));
    }

    /// A task's containers, asked through the engine.
    private record Inside(LiveCluster cluster, Task task) implements ContainerSheet.Inside {

        @Override
        public String log(String container) {
            return said(() -> cluster.log(task.id(), container, LINES));
        }

        @Override
        public String run(String container, String command) {
            var isForShell = SHELL.matcher(command).find();
            var words = isForShell ? List.of("sh", "-c", command) : List.of(command.split("\\s+"));
            return said(() -> cluster.exec(task.id(), container, words));
        }

        @Override
        public String shell(String container) {
            return said(() -> {
                var id = cluster.containerId(task.id(), container);
                var shortened = id.substring(0, Math.min(SHORT_ID, id.length()));
                return id.isEmpty() ? "" : "docker exec -it " + shortened + " sh";
            });
        }

        /// What the engine refuses is what it says then.
        private static String said(java.util.function.Supplier<String> ask) {
            try {
                return ask.get();
            } catch (RuntimeException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
    }

    /// Neither the FX thread nor the desk waits for a container.
    private static void aside(Runnable what) {
        Thread.ofVirtual().start(what);
    }

    @Override
    public void browse() {
        cluster()
                .ifPresent(cluster ->
                        aside(() -> {
                            var urls = cluster.urls();
                            Platform.runLater(() ->
                                    urls.values().stream()
                                            .findFirst()
                                            .ifPresentOrElse(
                                                    host::browse,
                                                    () -> host.say(Phrase.of("live.noBalancer"))));
                        }));
    }

    @Override
    public void runImage() {
        host.sheet(
                "live-image-sheet",
                words.text("live.image.title"),
                new OwnImageSheet(words, List.copyOf(host.state().images().values()), tasks::run));
    }

    @Override
    public void openFile() {
        host.chooseFile();
    }

    @Override
    public void secrets() {
        host.sheet(
                "live-secrets-sheet",
                words.text("live.secrets.title"),
                new SecretsSheet(words, desk.secrets()));
    }

    @Override
    public void end() {
        ending.run();
    }
}
