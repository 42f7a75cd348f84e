package ecslab.desktop.live;

import ecslab.docker.EngineFinder;
import ecslab.docker.Finding;
import ecslab.docker.LiveProblem;
import ecslab.docker.LiveRun;
import ecslab.docker.LiveSettings;
import ecslab.ecs.scenario.Scenario;
import ecslab.wire.run.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Starts and ends the live cluster, away from the FX thread. Nothing is asked of Docker before
/// somebody opens the page.
public final class LiveDesk implements AutoCloseable {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final ReadOnlyObjectWrapper<LiveState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new LiveState.Looking());
    private final Supplier<List<Finding>> finder;
    private final Supplier<Scenario> scenario;
    private final Path folder;
    private final List<String> reaper;
    private final Executor background;
    private final Executor fx;
    private volatile boolean closed;

    /// @param folder where lock files and run files are kept
    /// @param reaper how our own program is started that waits for the end of this one
    public LiveDesk(
            Supplier<List<Finding>> finder,
            Supplier<Scenario> scenario,
            Path folder,
            List<String> reaper,
            Executor background,
            Executor fx) {
        this.finder = finder;
        this.scenario = scenario;
        this.folder = folder;
        this.reaper = reaper;
        this.background = background;
        this.fx = fx;
    }

    /// One that finds nothing and starts nothing, for shots.
    public static LiveDesk none() {
        return new LiveDesk(
                List::of,
                () -> {
                    throw new IllegalStateException("there is no engine to start on");
                },
                Path.of(""),
                List.of(),
                Runnable::run,
                Runnable::run);
    }

    public static Supplier<List<Finding>> thisComputer() {
        return () -> EngineFinder.here().find();
    }

    public ReadOnlyObjectProperty<LiveState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks which engines there are, unless one is in use.
    public void look() {
        if (!(state.get() instanceof LiveState.Running)) {
            state.set(new LiveState.Looking());
            background.execute(() -> {
                var found = finder.get();
                fx.execute(() -> state.set(new LiveState.Ready(found)));
            });
        }
    }

    public void start(Finding engine) {
        state.set(new LiveState.Starting(engine));
        background.execute(() -> {
            var next = started(engine);
            fx.execute(() -> state.set(next));
        });
    }

    private LiveState started(Finding engine) {
        try {
            var run =
                    LiveRun.start(
                            new LiveSettings(engine.endpoint(), scenario.get(), folder, reaper));
            if (closed) {
                run.close();
                return new LiveState.Ready(List.of());
            }
            return new LiveState.Running(engine, run, run.cluster().urls());
        } catch (LiveProblem problem) {
            return new LiveState.Failed(engine, String.valueOf(problem.getMessage()));
        }
    }

    /// Ends the cluster, removes all that it made, and keeps what happened in a run file.
    ///
    /// @param ended hears on the FX thread what was recorded, and where it lies
    public void end(BiConsumer<RunFile, Path> ended) {
        if (state.get() instanceof LiveState.Running(_, var run, _)) {
            state.set(new LiveState.Ending());
            background.execute(() -> {
                run.close();
                run.frontier();
                var recorded = RunFile.of(run.header(), run.events());
                var file = file();
                try {
                    Files.createDirectories(folder);
                    recorded.write(file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                fx.execute(() -> {
                    look();
                    ended.accept(recorded, file);
                });
            });
        }
    }

    private Path file() {
        return folder.resolve(
                "live-" + NAME.format(LocalDateTime.now(ZoneId.systemDefault())) + RunFile.ENDING);
    }

    /// The program ends: so does the cluster, before this returns.
    @Override
    public void close() {
        closed = true;
        if (state.get() instanceof LiveState.Running(_, var run, _)) {
            run.close();
        }
    }
}
