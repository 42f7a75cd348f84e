package ecslab.docker;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.Keyframes;
import ecslab.ecs.time.SimInstant;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/// A live cluster, and a reader's place in what has happened to it. Not for use by more than one
/// thread.
///
/// It goes on by itself. Looking back reads what was recorded; acting always acts now, and there
/// are no branches.
public final class LiveRun implements Run, AutoCloseable {

    private static final int LOADS_MAX = 5;
    private static final Duration RULER = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /// Something may still be told that carries the newest moment.
    private static final Duration SMALLEST = Duration.ofNanos(1_000);

    private final LiveCluster cluster;
    private final ConcurrentLinkedQueue<Event> told = new ConcurrentLinkedQueue<>();
    private final EventLog log = new EventLog();
    private final Keyframes keyframes = new Keyframes(log);
    private SimInstant frontier = SimInstant.START;
    private SimInstant now = SimInstant.START;

    private LiveRun(LiveCluster cluster) {
        this.cluster = cluster;
        cluster.listen(told::add);
    }

    /// Starts a cluster on an engine. Takes a second or two.
    ///
    /// @throws LiveProblem if the engine doesn't answer or doesn't do what is needed
    public static LiveRun start(LiveSettings settings) throws LiveProblem {
        return start(settings, _ -> _ -> {});
    }

    /// The same for somebody who hears all that happens.
    ///
    /// @param told given the header, hears every event on the cluster's thread, from the first on
    public static LiveRun start(LiveSettings settings, Function<RunHeader, Consumer<Event>> told)
            throws LiveProblem {
        try {
            var engine = new DockerEngine(settings.endpoint());
            try {
                return start(settings, engine, told);
            } catch (EngineGone | EngineRefused failed) {
                engine.close();
                throw new LiveProblem(String.valueOf(failed.getMessage()), failed);
            }
        } catch (IOException failed) {
            throw new LiveProblem(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static LiveRun start(
            LiveSettings settings, DockerEngine engine, Function<RunHeader, Consumer<Event>> told)
            throws IOException {
        var info = engine.info();
        new Sweep(engine).dead(settings.folder());
        var owner = Owner.begin(settings.folder());
        Optional<Reaper> reaper = Optional.empty();
        try {
            if (!settings.reaper().isEmpty()) {
                reaper = Optional.of(Reaper.start(settings.reaper(), settings.endpoint(), owner));
            }
            var tags = DemoImage.tags(settings.scenario());
            load(engine, owner, DemoImage.archive(owner, info.architecture(), tags), tags.keySet());
            var cluster = new LiveCluster(settings, owner, engine, info, reaper);
            cluster.listen(told.apply(cluster.header()));
            var run = new LiveRun(cluster);
            cluster.begin();
            return run;
        } catch (IOException | EngineGone | EngineRefused failed) {
            reaper.ifPresent(Reaper::close);
            leaveNothing(engine, owner);
            throw failed;
        }
    }

    /// What was loaded before something failed goes at once, or, where nobody answers, by the
    /// reaper.
    private static void leaveNothing(DockerEngine engine, Owner owner) throws IOException {
        try (owner) {
            new Sweep(engine).owner(owner.id());
        } catch (EngineGone | EngineRefused _) {
            // Said already: it is why nothing was started.
        }
    }

    /// Once more if the engine has lost a name meanwhile, as it may while others remove images.
    private static void load(
            DockerEngine engine, Owner owner, byte[] archive, Collection<String> tags) {
        for (var i = 0; i < LOADS_MAX; i++) {
            engine.load(archive);
            if (tags.stream()
                    .allMatch(tag -> engine.image(DemoImage.reference(owner, tag)).isPresent())) {
                return;
            }
        }
    }

    public LiveCluster cluster() {
        return cluster;
    }

    @Override
    public synchronized RunHeader header() {
        var wanted = frontier.plus(AHEAD).since(SimInstant.START);
        var rulers = wanted.dividedBy(RULER) + 1;
        return cluster.header().withUntil(SimInstant.START.plus(RULER.multipliedBy(rulers)));
    }

    @Override
    public synchronized SimInstant now() {
        return now;
    }

    @Override
    public synchronized SimInstant frontier() {
        hear();
        return frontier;
    }

    /// Takes what has been told by now. What the owner thread is just telling comes next time.
    private void hear() {
        cluster.failure()
                .ifPresent(mistake -> {
                    throw new IllegalStateException("the live cluster has failed", mistake);
                });
        var upTo = cluster.heartbeat().minus(SMALLEST);
        for (var next = told.peek(); next != null && !next.at().isAfter(upTo); next = told.peek()) {
            log.add(next);
            told.remove();
        }
        frontier = SimInstant.later(frontier, upTo);
    }

    @Override
    public synchronized ClusterState snapshot() {
        return keyframes.at(position());
    }

    @Override
    public synchronized List<Event> events() {
        return log.all();
    }

    @Override
    public synchronized int position() {
        return log.countUpTo(now);
    }

    @Override
    public synchronized void advanceTo(SimInstant instant) {
        Run.super.advanceTo(instant);
    }

    /// What hasn't happened yet can't be gone to.
    @Override
    public synchronized void seek(SimInstant instant) {
        hear();
        now = SimInstant.earlier(instant, frontier);
    }

    /// Acts now, wherever the reader stands, and goes there.
    @Override
    public synchronized Answer submit(Command command) {
        var answer = cluster.submit(command);
        hear();
        now = frontier;
        return answer;
    }

    @Override
    public void listen(Consumer<Event> listener) {
        cluster.listen(listener);
    }

    /// @throws UnsupportedOperationException always: what really happens, happens once
    @Override
    public Run branch(SimInstant instant, String name) {
        throw new UnsupportedOperationException("a live run has no branches");
    }

    @Override
    public List<TimedCommand> commands() {
        return List.copyOf(cluster.commands());
    }

    /// Ends the cluster; what was recorded stays.
    @Override
    public void close() {
        cluster.close();
    }
}
