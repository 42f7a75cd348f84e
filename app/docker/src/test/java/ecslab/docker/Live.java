package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import ecslab.ecs.Response;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A live cluster for a test, and how one waits for what it does.
final class Live implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(10);

    final LiveRun run;
    private final Path folder;

    private Live(LiveRun run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    static Live start(Drafts scenario) {
        return start(scenario, settings -> settings);
    }

    static Live start(Drafts scenario, UnaryOperator<LiveSettings> changed) {
        try {
            return start(ScenarioReader.read("live.json", scenario.json()).scenario(), changed);
        } catch (BadInput bad) {
            return fail(bad.problems().toString());
        }
    }

    static Live start(Scenario scenario) {
        return start(scenario, settings -> settings);
    }

    private static Live start(Scenario scenario, UnaryOperator<LiveSettings> changed) {
        try {
            var folder = Files.createTempDirectory("ecslab-live");
            var settings = new LiveSettings(Engines.endpoint(), scenario, folder, List.of());
            return new Live(LiveRun.start(changed.apply(settings)), folder);
        } catch (IOException | LiveProblem broken) {
            return fail(broken);
        }
    }

    LiveCluster cluster() {
        return run.cluster();
    }

    Response submit(String call, String json) {
        try {
            var answer = run.submit(CommandReader.read(call, json.replace('\'', '"')));
            return assertInstanceOf(Response.class, answer, answer::toString);
        } catch (BadInput bad) {
            return fail(bad.problems().toString());
        }
    }

    ClusterState state() {
        run.advanceTo(run.frontier());
        return run.snapshot();
    }

    /// Waits until something is true of the cluster, and fails if it doesn't become so.
    ClusterState await(String what, Predicate<ClusterState> wanted) {
        return await(what, SOON, wanted);
    }

    ClusterState await(String what, Duration within, Predicate<ClusterState> wanted) {
        var until = System.nanoTime() + within.toNanos();
        for (var now = state(); System.nanoTime() < until; now = state()) {
            if (wanted.test(now)) {
                return now;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return fail("not within " + within + ": " + what + "\n" + told());
    }

    /// The last that was told, for a failure.
    String told() {
        var all = run.events();
        return String.join(
                "\n",
                all.subList(Math.max(0, all.size() - 60), all.size()).stream()
                        .map(ecslab.wire.event.EventJson::line)
                        .toList());
    }

    void awaitRunning(int count) {
        await(count + " tasks RUNNING", now -> running(now).size() == count);
    }

    void awaitHealthy(int count) {
        await(count + " targets healthy", now -> healthy(now).size() == count);
    }

    /// The first task that stops.
    Task awaitStopped() {
        var now = await("a task has stopped", one -> stopped(one).isPresent());
        return stopped(now).orElseThrow();
    }

    private static Optional<Task> stopped(ClusterState now) {
        return now.tasks().values().stream().filter(Task::isStopped).findFirst();
    }

    /// What Docker says of the published ports of all that is this cluster's.
    String ports() throws IOException, InterruptedException {
        return Belongings.docker(
                "ps",
                "--filter",
                "label=ecslab.owner=" + cluster().ownerId(),
                "--format",
                "{{.Ports}}");
    }

    static List<Task> running(ClusterState now) {
        return now.tasks().values().stream()
                .filter(task -> task.lastStatus() == TaskStatus.RUNNING)
                .filter(task -> !task.isLeaving())
                .toList();
    }

    static List<Target> healthy(ClusterState now) {
        return now.targets().values().stream()
                .filter(target -> target.state() == TargetState.HEALTHY)
                .toList();
    }

    <E extends Event> Stream<E> events(Class<E> kind) {
        state();
        return run.events().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void close() {
        run.close();
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.deleteIfExists(folder);
        } catch (IOException broken) {
            fail(broken);
        }
    }
}
