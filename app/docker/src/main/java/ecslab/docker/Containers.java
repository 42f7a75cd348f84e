package ecslab.docker;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.RestartPolicy;
import ecslab.engine.Dependencies;
import ecslab.engine.Dependencies.Verdict;
import ecslab.engine.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The real containers of tasks: they start in the order of their dependencies, are followed by
/// what the engine says of them, and stop in the reverse order. On the owner thread, but for the
/// work that it hands out.
///
/// What the engine says is looked at as a whole whenever something happens, so that an event that
/// was missed or told twice changes nothing.
final class Containers {

    static final String CANNOT_CREATE = "CannotCreateContainerError: ";
    static final String CANNOT_START = "CannotStartContainerError: ";
    static final String DAEMON = "Error response from daemon: ";
    private static final String OUT_OF_MEMORY =
            "OutOfMemoryError: Container killed due to memory usage";
    private static final int LOG_LINES = 100;

    private final Bench bench;
    private final Tally tally;
    private final Environment environment;
    private final Probing probing;

    Containers(Bench bench, Tally tally, Environment environment) {
        this.bench = bench;
        this.tally = tally;
        this.environment = environment;
        probing = new Probing(bench, this::startReady);
    }

    /// Starts every container that may start by now.
    void startReady(Seat seat) {
        if (seat.stopping || seat.held || !seat.prepared) {
            return;
        }
        for (var cell : seat.cells.values()) {
            if (cell.waits()) {
                switch (seat.order().mayStart(cell.definition)) {
                    case Verdict.Ready() -> create(seat, cell);
                    case Verdict.Waits() -> {}
                    case Verdict.Never(var why) -> giveUp(seat, cell, CANNOT_START + why, false);
                }
            }
        }
    }

    private void create(Seat seat, Cell cell) {
        var refused = tally.refuses(seat, cell);
        var variables = environment.of(seat, cell);
        if (refused.isPresent()) {
            giveUp(seat, cell, CANNOT_CREATE + refused.get(), false);
        } else if (variables instanceof Environment.Result.Missing(var words)) {
            giveUp(seat, cell, words, true);
        } else if (variables instanceof Environment.Result.Known(var known)) {
            cell.stage = Cell.Stage.CREATING;
            bench.line().work(() -> createNow(seat, cell, known));
        }
    }

    /// On a worker. Done again after the engine went away, it finds what it had made before.
    private void createNow(Seat seat, Cell cell, List<String> variables) {
        var engine = bench.engine();
        var phase = CANNOT_CREATE;
        try {
            engine.look(Blueprint.name(seat, cell.name()))
                    .ifPresent(left -> engine.remove(left.id()));
            var id =
                    engine.create(
                            cell.image,
                            given -> Blueprint.container(given, bench, seat, cell, variables));
            phase = CANNOT_START;
            engine.start(id);
            var look = engine.look(id);
            bench.inbox().accept(() -> started(seat, cell, id, look));
        } catch (EngineRefused refused) {
            var words = phase + DAEMON + refused.words();
            removeNow(Blueprint.name(seat, cell.name()));
            bench.inbox().accept(() -> notStarted(seat, cell, words));
        }
    }

    private void notStarted(Seat seat, Cell cell, String words) {
        if (cell.stage == Cell.Stage.CREATING) {
            giveUp(seat, cell, words, false);
            startReady(seat);
        }
    }

    /// @param always whether the task stops whatever the container is to it
    private void giveUp(Seat seat, Cell cell, String words, boolean always) {
        cell.end(Exit.NONE);
        bench.tell(new Observation.ContainerNotStarted(seat.task, cell.name(), words, always));
    }

    private void started(Seat seat, Cell cell, String id, Optional<Look> seen) {
        cell.id = id;
        if (cell.hasEnded()) {
            remove(cell);
            return;
        }
        cell.stage = Cell.Stage.UP;
        seen.ifPresent(look -> {
            cell.startedAt = look.startedAt();
            cell.ports = look.ports();
        });
        bench.tell(new Observation.ContainerStarted(seat.task, cell.name(), bindings(seat, cell)));
        probing.begin(seat, cell);
        var patience = cell.definition.settings().startTimeout();
        if (patience.isPositive()) {
            bench.hands().later(patience, () -> bench.inbox().accept(() -> timedOut(seat, cell)));
        }
        reconcile(seat, cell, seen);
        startReady(seat);
        terminateReady(seat);
    }

    private void timedOut(Seat seat, Cell cell) {
        if (!seat.stopping) {
            for (var target : seat.order().waitingFor(cell.name())) {
                giveUp(
                        seat,
                        seat.cell(target.name()),
                        CANNOT_START + Dependencies.timedOut(cell.name(), target),
                        true);
            }
        }
    }

    /// In `awsvpc` a container has its task's ports, and none on the instance.
    private static List<NetworkBinding> bindings(Seat seat, Cell cell) {
        var bindings = new ArrayList<NetworkBinding>();
        if (seat.networkInterface.isEmpty()) {
            for (PortMapping mapping : cell.definition.portMappings()) {
                var ports = seat.pause.isEmpty() ? cell.ports : seat.ports;
                var port = ports.get(mapping.containerPort());
                if (port != null) {
                    bindings.add(
                            new NetworkBinding(
                                    Blueprint.LOOPBACK,
                                    mapping.containerPort(),
                                    port,
                                    mapping.protocol()));
                }
            }
        }
        return List.copyOf(bindings);
    }

    /// Has the engine say how a container is now.
    void ask(Seat seat, Cell cell) {
        if (cell.runs() && !cell.id.isEmpty()) {
            var id = cell.id;
            bench.line().work(() -> askNow(seat, cell, id));
        }
    }

    private void askNow(Seat seat, Cell cell, String id) {
        try {
            var seen = bench.engine().look(id);
            var log = seen.isPresent() && !seen.get().runs() ? tail(id) : "";
            bench.inbox()
                    .accept(() -> {
                        if (!log.isEmpty()) {
                            cell.log = log;
                        }
                        reconcile(seat, cell, seen);
                    });
        } catch (EngineRefused _) {
            // It can't say now: it is asked again before long.
        }
    }

    private String tail(String id) {
        try {
            return bench.engine().tail(id, LOG_LINES);
        } catch (EngineRefused _) {
            return "";
        }
    }

    private void reconcile(Seat seat, Cell cell, Optional<Look> seen) {
        if (!cell.runs()) {
            return;
        }
        if (seen.isEmpty()) {
            ended(
                    seat,
                    cell,
                    Exit.KILLED,
                    "CannotInspectContainerError: " + DAEMON + "No such container: " + cell.id,
                    Duration.ZERO);
            return;
        }
        var look = seen.get();
        if (look.runs()) {
            probing.see(seat, cell, look);
            return;
        }
        if (look.outOfMemory()) {
            var limit = Blueprint.memoryMib(seat, cell);
            bench.tell(new Observation.OutOfMemory(seat.task, cell.name(), limit, limit, false));
        }
        var reason = look.outOfMemory() ? OUT_OF_MEMORY : look.error();
        ended(seat, cell, look.exitCode(), reason, look.ranFor());
    }

    private void ended(Seat seat, Cell cell, int code, String reason, Duration ranFor) {
        var policy = cell.definition.settings().restartPolicy();
        if (cell.isUp() && !seat.stopping && restarts(policy, code, ranFor)) {
            restart(seat, cell, code, reason, ranFor);
            return;
        }
        cell.end(new Exit.Code(code));
        bench.tell(new Observation.ContainerStopped(seat.task, cell.name(), code, reason, ranFor));
        startReady(seat);
        terminateReady(seat);
    }

    private static boolean restarts(RestartPolicy policy, int code, Duration ranFor) {
        return policy.enabled()
                && !policy.ignoredExitCodes().contains(code)
                && ranFor.compareTo(policy.restartAttemptPeriod()) >= 0;
    }

    /// The same container once more, in place.
    private void restart(Seat seat, Cell cell, int code, String reason, Duration ranFor) {
        cell.stage = Cell.Stage.CREATING;
        cell.health = HealthStatus.UNKNOWN;
        cell.restarts++;
        var times = cell.restarts;
        bench.tell(
                new Observation.ContainerRestarted(
                        seat.task, cell.name(), code, reason, times, ranFor));
        bench.line()
                .work(() -> {
                    try {
                        bench.engine().start(cell.id);
                        var seen = bench.engine().look(cell.id);
                        bench.inbox().accept(() -> restarted(seat, cell, seen));
                    } catch (EngineRefused refused) {
                        bench.inbox()
                                .accept(() -> {
                                    cell.stage = Cell.Stage.UP;
                                    seat.stopping = true;
                                    ended(
                                            seat,
                                            cell,
                                            code,
                                            DAEMON + refused.words(),
                                            Duration.ZERO);
                                });
                    }
                });
    }

    private void restarted(Seat seat, Cell cell, Optional<Look> seen) {
        if (cell.stage == Cell.Stage.CREATING) {
            cell.stage = Cell.Stage.UP;
            seen.ifPresent(look -> {
                cell.startedAt = look.startedAt();
                cell.ports = look.ports();
            });
            probing.begin(seat, cell);
            reconcile(seat, cell, seen);
            terminateReady(seat);
        }
    }

    /// Gives up what hasn't started, and tells the others in order.
    void stop(Seat seat) {
        seat.stopping = true;
        for (var cell : seat.cells.values()) {
            var begins = cell.stage == Cell.Stage.CREATING && cell.restarts == 0;
            if (cell.waits() || begins) {
                cell.end(Exit.NONE);
                bench.tell(new Observation.ContainerAbandoned(seat.task, cell.name()));
            }
        }
        terminateReady(seat);
    }

    /// SIGTERM to those that nobody depends on any more.
    private void terminateReady(Seat seat) {
        if (!seat.stopping) {
            return;
        }
        for (var cell : seat.cells.values()) {
            if (cell.isUp() && seat.order().mayStop(cell.name())) {
                cell.stage = Cell.Stage.STOPPING;
                bench.line().wait(() -> stopNow(seat, cell));
            }
        }
    }

    private void goOn(Cell cell) {
        try {
            bench.engine().unpause(cell.id);
        } catch (EngineRefused _) {
            // It wasn't paused.
        }
    }

    /// A paused container hears no signal, so it goes on first.
    private void stopNow(Seat seat, Cell cell) {
        goOn(cell);
        try {
            bench.engine()
                    .stop(
                            cell.id,
                            cell.definition.stopTimeoutOr(
                                    ContainerDefinition.STOP_TIMEOUT_DEFAULT));
        } catch (EngineRefused _) {
            // It is gone already; what is left of it is looked at now.
        }
        bench.inbox().accept(() -> ask(seat, cell));
    }

    /// SIGKILL, at once.
    void kill(Cell cell) {
        if (!cell.id.isEmpty()) {
            bench.line()
                    .work(() -> {
                        goOn(cell);
                        try {
                            bench.engine().kill(cell.id);
                        } catch (EngineRefused _) {
                            // It had ended by itself.
                        }
                    });
        }
    }

    void remove(Cell cell) {
        if (!cell.id.isEmpty()) {
            bench.line().work(() -> removeNow(cell.id));
        }
    }

    private void removeNow(String id) {
        try {
            bench.engine().remove(id);
        } catch (EngineRefused _) {
            // Somebody has removed it by hand.
        }
    }
}
