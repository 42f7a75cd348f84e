package ecslab.desktop.live;

import ecslab.desktop.home.LiveLimits;
import ecslab.docker.Caps;
import ecslab.docker.EngineFinder;
import ecslab.docker.EngineInfo;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Starts and ends the live cluster, away from the FX thread. Nothing is asked of Docker before
/// somebody opens the page.
public final class LiveDesk implements AutoCloseable {

    private final ReadOnlyObjectWrapper<LiveState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new LiveState.Looking());
    private static final int PERCENT = 100;

    private final BooleanSupplier sign;
    private final Supplier<List<Finding>> finder;
    private final Supplier<Scenario> scenario;
    private final Supplier<LiveLimits> limits;

    /// By `valueFrom`. They live as long as the program, and are written nowhere.
    private final Map<String, String> secrets = new ConcurrentSkipListMap<>();

    private final Path folder;
    private final List<String> reaper;
    private final Executor background;
    private final Executor fx;
    private boolean isAllowed;
    private String preferred = "";
    private volatile Optional<Journal> journal = Optional.empty();
    private volatile boolean closed;
    private volatile boolean unwanted;

    /// @param sign whether there is a sign of an engine, found without asking one
    /// @param folder where lock files and run files are kept
    /// @param reaper how our own program is started that waits for the end of this one
    public LiveDesk(
            BooleanSupplier sign,
            Supplier<List<Finding>> finder,
            Supplier<Scenario> scenario,
            Supplier<LiveLimits> limits,
            Path folder,
            List<String> reaper,
            Executor background,
            Executor fx) {
        this.sign = sign;
        this.finder = finder;
        this.scenario = scenario;
        this.limits = limits;
        this.folder = folder;
        this.reaper = reaper;
        this.background = background;
        this.fx = fx;
    }

    /// One that finds nothing and starts nothing, for shots.
    public static LiveDesk none() {
        return new LiveDesk(
                () -> false,
                List::of,
                () -> {
                    throw new IllegalStateException("there is no engine to start on");
                },
                () -> LiveLimits.USUAL,
                Path.of(""),
                List.of(),
                Runnable::run,
                Runnable::run);
    }

    public static Supplier<List<Finding>> thisComputer() {
        return () -> EngineFinder.here().find();
    }

    public static BooleanSupplier signOnThisComputer() {
        return () -> EngineFinder.here().hasSign();
    }

    public ReadOnlyObjectProperty<LiveState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks which engines there are, unless one is in use.
    public void look() {
        switch (state.get()) {
            case LiveState.Looking _, LiveState.Ready _, LiveState.Failed _ -> lookNow();
            case LiveState.Starting _, LiveState.Running _, LiveState.Ending _ -> {}
        }
    }

    private void lookNow() {
        state.set(new LiveState.Looking());
        background.execute(() -> {
            var found = finder.get();
            fx.execute(() -> state.set(new LiveState.Ready(found)));
        });
    }

    /// Whether there is a sign of an engine. Nothing is asked for this.
    public boolean isThere() {
        return sign.getAsBoolean();
    }

    /// The engine that would be used: the one that was asked for, else the best.
    public Optional<Finding> usable() {
        return state.get() instanceof LiveState.Ready ready
                ? ready.usable().stream()
                        .filter(one -> one.endpoint().equals(preferred))
                        .findFirst()
                        .or(() -> ready.usable().stream().findFirst())
                : Optional.empty();
    }

    /// Asks for one of several engines.
    public void prefer(Finding engine) {
        preferred = engine.endpoint();
    }

    /// Whether the learner has let us use an engine before, in this launch.
    public boolean isAllowed() {
        return isAllowed;
    }

    /// What a cluster of the learner's own begins with.
    public LivePlan own() {
        return LivePlan.own(scenario.get());
    }

    /// Starts a cluster. Whoever calls this has the learner's consent.
    public void start(Finding engine, LivePlan plan) {
        isAllowed = true;
        unwanted = false;
        state.set(new LiveState.Starting(engine, plan));
        background.execute(() -> {
            try {
                var next = started(engine, plan);
                fx.execute(() -> become(next));
            } catch (RuntimeException ours) {
                fx.execute(() -> {
                    state.set(new LiveState.Failed(engine, String.valueOf(ours.getMessage())));
                    throw ours;
                });
            }
        });
    }

    private LiveSettings settings(Finding engine, LivePlan plan) {
        var settings =
                new LiveSettings(engine.endpoint(), plan.scenario(), folder, reaper)
                        .withSecrets(secrets);
        return engine.state() instanceof Finding.State.Answers(var info)
                ? settings.withCaps(caps(limits.get(), info))
                : settings;
    }

    /// A task never gets all the CPUs that there are.
    private static Caps caps(LiveLimits limits, EngineInfo engine) {
        return new Caps(
                limits.containers(),
                engine.memoryMib() * limits.memoryPercent() / PERCENT,
                Math.min(limits.cpuUnits(), Caps.of(engine).cpuUnits()));
    }

    /// How much the next cluster may take.
    public LiveLimits limits() {
        return limits.get();
    }

    /// The values of secrets by `valueFrom`, to be changed at any time: what is started from then
    /// on gets them. No run file and no log has them.
    public Map<String, String> secrets() {
        return secrets;
    }

    private void become(LiveState started) {
        state.set(started);
        if (unwanted) {
            end((_, _) -> {});
        }
    }

    private LiveState started(Finding engine, LivePlan plan) {
        try {
            var begun = new Journal(Recording.beginning(folder));
            journal = Optional.of(begun);
            var run = LiveRun.start(settings(engine, plan), begun::begin);
            if (plan.isLesson()) {
                new Preparation(run, () -> closed || unwanted).carryOut(plan);
            }
            if (closed) {
                run.close();
                begun.end();
                return new LiveState.Ready(List.of());
            }
            return new LiveState.Running(engine, run, run.cluster().urls(), plan);
        } catch (LiveProblem problem) {
            journal.ifPresent(Journal::end);
            return new LiveState.Failed(engine, String.valueOf(problem.getMessage()));
        }
    }

    /// Nobody waits for what is being started any more: it is ended as soon as it can be.
    public void forgo() {
        unwanted = state.get() instanceof LiveState.Starting;
    }

    /// Ends the cluster, removes all that it made, and keeps what happened in a run file.
    ///
    /// @param ended hears on the FX thread what was recorded, and where it lies
    public void end(BiConsumer<RunFile, Path> ended) {
        if (state.get() instanceof LiveState.Running(_, var run, _, _)) {
            state.set(new LiveState.Ending());
            background.execute(() -> {
                run.close();
                var recorded = recorded(run);
                var file = Recording.ending(folder);
                keep(recorded, file);
                fx.execute(() -> {
                    lookNow();
                    ended.accept(recorded, file);
                });
            });
        }
    }

    private static RunFile recorded(LiveRun run) {
        run.frontier();
        return RunFile.of(run.header(), run.events());
    }

    private void keep(RunFile recorded, Path file) {
        try {
            Files.createDirectories(folder);
            recorded.write(file);
            journal.ifPresent(Journal::end);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What earlier clusters have left, the newest first.
    public List<Recording> recordings() {
        return Recording.in(folder);
    }

    /// The program ends: so does the cluster, before this returns, and what happened in it is kept.
    @Override
    public void close() {
        closed = true;
        if (state.get() instanceof LiveState.Running(_, var run, _, _)) {
            run.close();
            keep(recorded(run), Recording.ending(folder));
        }
    }
}
