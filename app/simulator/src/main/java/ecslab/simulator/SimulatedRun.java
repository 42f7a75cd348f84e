package ecslab.simulator;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.Keyframes;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.EngineState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A run through a simulated cluster. Not for use by more than one thread.
///
/// Looking back reads the event log from the nearest keyframe. Acting in the past starts from the
/// nearest checkpoint of the simulation and runs again what lies between.
public final class SimulatedRun implements Run {

    /// Checkpoints are copies of the whole simulation; between two of them a branch runs again.
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);

    /// So many are kept: of more, every other one of them goes, so that a run of weeks stays small.
    private static final int CHECKPOINTS_MAX = 1_000;

    private final RunHeader header;
    private final Simulation simulation;
    private final EventLog log;
    private final Keyframes keyframes;
    private final TreeMap<SimInstant, Checkpoint> checkpoints = new TreeMap<>();
    private final List<TimedCommand> commands;
    private SimInstant now;

    private SimulatedRun(
            RunHeader header, Simulation simulation, EventLog log, List<TimedCommand> commands) {
        this.header = header;
        this.simulation = simulation;
        this.log = log;
        this.commands = new ArrayList<>(commands);
        now = simulation.now();
        keyframes = new Keyframes(log);
        simulation.listen(log::add);
    }

    /// A run of the scenario; its setup has been carried out, and its clock stands at the start.
    public static SimulatedRun start(Scenario scenario) {
        var header =
                new RunHeader(
                        scenario.title(),
                        scenario.startsAt(),
                        scenario.arns(),
                        scenario.seed(),
                        scenario.until(),
                        "",
                        scenario.simplified());
        var simulation = Simulation.of(scenario);
        var run = new SimulatedRun(header, simulation, new EventLog(), List.of());
        simulation.open();
        simulation.advanceTo(SimInstant.START);
        run.keepCheckpoint();
        return run;
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public SimInstant now() {
        return now;
    }

    @Override
    public SimInstant frontier() {
        return simulation.now();
    }

    @Override
    public ClusterState snapshot() {
        return keyframes.at(position());
    }

    @Override
    public List<Event> events() {
        return log.all();
    }

    @Override
    public int position() {
        return log.countUpTo(now);
    }

    @Override
    public void seek(SimInstant instant) {
        var wanted = SimInstant.earlier(instant, header.until());
        while (frontier().isBefore(wanted)) {
            var next = checkpoints.lastKey().plus(CHECKPOINT_EVERY);
            simulation.advanceTo(SimInstant.earlier(next, wanted));
            keepCheckpoint();
        }
        now = wanted;
    }

    private void keepCheckpoint() {
        var last = checkpoints.lastEntry();
        if (last == null || !frontier().isBefore(last.getKey().plus(CHECKPOINT_EVERY))) {
            checkpoints.put(
                    frontier(), new Checkpoint(simulation.fork(), log.size(), commands.size()));
            if (checkpoints.size() > CHECKPOINTS_MAX) {
                thinOut();
            }
        }
    }

    /// The first is the run's start, and the last says when the next is due.
    private void thinOut() {
        var moments = List.copyOf(checkpoints.keySet());
        for (var i = 1; i < moments.size() - 1; i += 2) {
            checkpoints.remove(moments.get(i));
        }
    }

    /// What the command leads to at this very moment happens as well, so that the moment looks the
    /// same to whoever comes back to it.
    ///
    /// @throws IllegalStateException if the reader stands in the past: what has happened doesn't
    ///   change, so whoever wants to act there makes a branch
    @Override
    public Answer submit(Command command) {
        if (now.isBefore(frontier())) {
            throw new IllegalStateException(
                    "at " + now + " the run has gone on to " + frontier() + ": make a branch");
        }
        commands.add(new TimedCommand(now, command));
        var answer = simulation.submit(command);
        simulation.advanceTo(now);
        return answer;
    }

    @Override
    public void listen(Consumer<Event> listener) {
        simulation.listen(listener);
    }

    @Override
    public SimulatedRun branch(SimInstant instant, String name) {
        var from = SimInstant.earlier(instant, frontier());
        var start = checkpoints.floorEntry(from).getValue();
        var branch =
                new SimulatedRun(
                        header.withBranch(name),
                        start.simulation().fork(),
                        new EventLog(log.all().subList(0, start.events())),
                        commands.subList(0, start.commands()));
        branch.checkpoints.putAll(checkpoints.headMap(from, true));
        for (var command : commands.subList(start.commands(), commands.size())) {
            if (!command.at().isAfter(from)) {
                branch.seek(command.at());
                branch.submit(command.command());
            }
        }
        branch.seek(from);
        return branch;
    }

    /// At the start there is no moment before a command: there the commands before it are given
    /// again, and it isn't.
    @Override
    public Run before(int index, String name) {
        if (commands.get(index).at().isAfter(SimInstant.START)) {
            return Run.super.before(index, name);
        }
        var start = checkpoints.firstEntry().getValue();
        var branch =
                new SimulatedRun(
                        header.withBranch(name),
                        start.simulation().fork(),
                        new EventLog(log.all().subList(0, start.events())),
                        commands.subList(0, start.commands()));
        branch.keepCheckpoint();
        commands.subList(start.commands(), index)
                .forEach(command -> branch.submit(command.command()));
        return branch;
    }

    @Override
    public List<TimedCommand> commands() {
        return List.copyOf(commands);
    }

    /// How many entries of the agenda were executed, requests included: for measuring.
    public long executed() {
        return simulation.executed();
    }

    /// Whether a reader knows at the frontier what the control plane knows.
    public boolean foldAgrees() {
        var engine = view();
        var fold = keyframes.at(log.size());
        return engine.clusters().equals(fold.clusters())
                && engine.taskDefinitions().equals(fold.taskDefinitions())
                && engine.services().equals(fold.services())
                && engine.tasks().equals(fold.tasks())
                && engine.taskNames().equals(fold.taskNames())
                && engine.rollouts().equals(fold.rollouts())
                && engine.balancing().equals(fold.balancing())
                && engine.roles().equals(fold.roles())
                && engine.instances().equals(fold.capacity().instances())
                && engine.containerInstances().equals(fold.capacity().containerInstances())
                && engine.neighbours().equals(fold.neighbours())
                && engine.network().equals(fold.network());
    }

    /// What the control plane itself knows at the frontier, for checking the fold against it.
    EngineState.View view() {
        return simulation.view();
    }

    /// A copy of the simulation, and how much had happened when it was taken.
    private record Checkpoint(Simulation simulation, int events, int commands) {}
}
