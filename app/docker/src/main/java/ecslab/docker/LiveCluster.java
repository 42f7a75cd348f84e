package ecslab.docker;

import ecslab.ecs.Answer;
import ecslab.ecs.Cluster;
import ecslab.ecs.RunHeader;
import ecslab.ecs.RunKind;
import ecslab.ecs.command.ClusterCommand.CreateCluster;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.LabCapacity.LabStartInstances;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ImageChange;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.ControlPlane;
import ecslab.engine.EngineState;
import ecslab.engine.Observation;
import ecslab.engine.Timings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A cluster whose containers are real: the control plane, the learner's Docker engine, a load
/// balancer on loopback, and the wall's clock.
///
/// One thread owns it. Engine, load balancer and readers put into its inbox. [#close()] leaves the
/// engine as it was.
public final class LiveCluster implements Cluster, AutoCloseable {

    /// What the container instance is named after.
    public static final String INSTANCE_GROUP = "this-computer";

    /// How long a reader may wait to hear that nothing has happened.
    private static final Duration HEARTBEAT = Duration.ofMillis(15);

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final LiveSettings settings;
    private final RunHeader header;
    private final Owner owner;
    private final DockerEngine engine;
    private final Optional<Reaper> reaper;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final List<TimedCommand> commands = new CopyOnWriteArrayList<>();
    private final WallAgenda agenda = new WallAgenda(System::nanoTime);
    private final Hands hands = new Hands(this::fail);
    private final Bench bench;
    private final DockerMachines machines;
    private final Witness witness;
    private final Balancer balancer;
    private final Watch watch;
    private final ControlPlane controlPlane;
    private final Thread thread = Thread.ofPlatform().name("live-cluster").unstarted(this::work);
    private final Thread hook = Thread.ofPlatform().unstarted(this::closeAll);
    private volatile SimInstant heartbeat = SimInstant.START;
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile boolean closing;
    private boolean closed;

    LiveCluster(
            LiveSettings settings,
            Owner owner,
            DockerEngine engine,
            EngineInfo info,
            Optional<Reaper> reaper) {
        this.settings = settings;
        this.owner = owner;
        this.engine = engine;
        this.reaper = reaper;
        var scenario = settings.scenario();
        var seed = ThreadLocalRandom.current().nextLong(1L << 40);
        header =
                new RunHeader(
                        scenario.title(),
                        Instant.now(),
                        scenario.arns(),
                        seed,
                        SimInstant.START,
                        "",
                        Simplified.of(scenario, info),
                        RunKind.LIVE);
        var line = new Line(hands, inbox::add);
        var shelf = new Shelf(engine, owner, scenario.arns(), info.architecture());
        bench =
                new Bench(
                        engine,
                        info,
                        owner,
                        settings.caps().orElseGet(() -> Caps.of(info)),
                        shelf,
                        hands,
                        inbox::add,
                        this::observe,
                        line);
        shelf.fill(DemoImage.tags(scenario).keySet());
        machines = new DockerMachines(bench, settings.secrets(), engine.takenPorts());
        witness = new Witness(inbox::add, agenda::now, this::tell);
        balancer = new Balancer(bench, machines::door, witness, settings.retries());
        watch = new Watch(bench, settings.endpoint(), machines::ask, machines::askAll, this::back);
        line.onCut(() -> machines.agents().engine(false));
        controlPlane =
                new ControlPlane(
                        new EngineState(),
                        seed,
                        scenario.arns(),
                        Timings.TEACHING,
                        agenda,
                        machines,
                        balancer,
                        this::tell);
    }

    /// Begins: carries the scenario's setup out, and goes on by itself from then on. What the setup
    /// leads to at once has happened when this returns.
    void begin() {
        Runtime.getRuntime().addShutdownHook(hook);
        inbox.add(this::open);
        watch.begin();
        thread.start();
        ask(() -> true);
        ask(() -> true);
    }

    private void open() {
        var scenario = settings.scenario();
        bench.shelf().images().forEach(image -> tell(new ImageChange(agenda.now(), image)));
        scenario.setup().forEach(step -> controlPlane.submit(step.command(), Origin.SETUP));
        clusterOf(scenario).ifPresent(this::registerThisComputer);
        for (var step : scenario.commands()) {
            hands.later(
                    step.at().since(SimInstant.START),
                    () -> inbox.add(() -> controlPlane.submit(step.command(), Origin.SCENARIO)));
        }
        balancer.begin(scenario.traffic());
        hands.repeat(Windows.LENGTH, () -> inbox.add(witness::tellWindows));
    }

    /// The first cluster that the setup makes; a scenario without one is about Fargate only.
    private static Optional<String> clusterOf(Scenario scenario) {
        return scenario.setup().stream()
                .map(TimedCommand::command)
                .filter(CreateCluster.class::isInstance)
                .map(command -> ((CreateCluster) command).clusterName().orElse("default"))
                .findFirst();
    }

    private void registerThisComputer(String cluster) {
        controlPlane.submit(
                new LabStartInstances(
                        INSTANCE_GROUP,
                        new InstanceTemplate(
                                cluster,
                                DockerMachines.THIS_COMPUTER,
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                "",
                                Given.absent(),
                                Given.of(Duration.ZERO)),
                        1),
                Origin.SETUP);
    }

    RunHeader header() {
        return header;
    }

    /// Everything that happened up to this moment has been told.
    SimInstant heartbeat() {
        return heartbeat;
    }

    Optional<RuntimeException> failure() {
        return failure;
    }

    List<TimedCommand> commands() {
        return commands;
    }

    private void observe(Observation learnt) {
        inbox.add(() -> {
            if (!machines.agents().holds(learnt)) {
                controlPlane.observe(learnt);
            }
        });
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void back() {
        if (bench.line().isOpen()) {
            return;
        }
        bench.line().reopen();
        machines.agents().engine(true);
        machines.askAll();
    }

    private void work() {
        while (!closed) {
            try {
                var first = inbox.poll(agenda.quiet(HEARTBEAT).toNanos(), TimeUnit.NANOSECONDS);
                agenda.turn();
                agenda.takeDue().forEach(controlPlane::wake);
                for (var next = first; next != null; next = inbox.poll()) {
                    agenda.turn();
                    next.run();
                }
                heartbeat = agenda.now();
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException mistake) {
                fail(mistake);
            }
        }
    }

    /// Kept for whoever reads: the thread goes on, since somebody has to clear up.
    private void fail(RuntimeException mistake) {
        if (!closing && failure.isEmpty()) {
            failure = Optional.of(mistake);
        }
    }

    /// Waits for the answer, so it isn't for the owner thread nor for one that draws pictures.
    @Override
    public Answer submit(Command command) {
        return ask(() -> {
            commands.add(new TimedCommand(agenda.now(), command));
            return controlPlane.submit(command, Origin.LEARNER);
        });
    }

    private <T> T ask(Supplier<T> what) {
        if (closing) {
            throw new IllegalStateException("the live cluster is closed");
        }
        var answer = new CompletableFuture<T>();
        inbox.add(() -> {
            try {
                answer.complete(what.get());
            } catch (RuntimeException mistake) {
                answer.completeExceptionally(mistake);
            }
        });
        return answer.join();
    }

    @Override
    public void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /// Where a browser finds each load balancer, by name.
    public Map<String, String> urls() {
        return ask(balancer::urls);
    }

    /// What every target has done so far, those that are gone as well.
    public List<TargetCount> targetCounts() {
        return balancer.counts();
    }

    public long failedRequests() {
        return witness.failures.sum();
    }

    /// Whether the Docker engine answers at the moment.
    public boolean isEngineThere() {
        return ask(() -> bench.line().isOpen());
    }

    /// The last lines that a container wrote, also after its end.
    public String log(TaskId task, String container, int lines) {
        var id = containerId(task, container);
        return id.isEmpty()
                ? ask(() -> machines.agents().log(task, container))
                : engine.tail(id, lines);
    }

    /// Runs a command in a container, as `aws ecs execute-command` does, and returns what it wrote.
    public String exec(TaskId task, String container, List<String> command) {
        return engine.exec(containerId(task, container), command);
    }

    /// The engine's id of a container; empty if it has none.
    public String containerId(TaskId task, String container) {
        return ask(() ->
                machines.find(task.hex())
                        .map(seat -> seat.cells.get(container))
                        .map(cell -> cell.id)
                        .orElse(""));
    }

    public String ownerId() {
        return owner.id();
    }

    /// Stops what runs, removes all that was made, and lets the engine go.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The computer is told to stop: the hook does the same at this moment.
        }
        closeAll();
    }

    private void closeAll() {
        synchronized (hook) {
            if (closing) {
                return;
            }
            closing = true;
        }
        inbox.add(() -> closed = true);
        try {
            thread.join(CLOSING);
            balancer.close();
            hands.close();
            watch.close();
            new Sweep(engine).owner(owner.id());
        } catch (EngineGone | EngineRefused _) {
            // The reaper waits for the engine to come back.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // A stream that is broken is closed.
        }
        letGo();
    }

    private void letGo() {
        var all = new ArrayList<AutoCloseable>();
        reaper.ifPresent(all::add);
        all.add(engine);
        all.add(owner);
        for (var one : all) {
            try {
                one.close();
            } catch (Exception _) {
                // What can't be closed now ends with the program.
            }
        }
    }
}
