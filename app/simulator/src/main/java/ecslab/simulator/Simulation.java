package ecslab.simulator;

import ecslab.ecs.Answer;
import ecslab.ecs.Cluster;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ImageChange;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.ControlPlane;
import ecslab.engine.EngineState;
import ecslab.engine.Observation;
import ecslab.engine.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A simulated cluster: the control plane, simulated machines and data plane, and virtual time.
///
/// It only goes on; looking back is [SimulatedRun]'s.
final class Simulation implements Cluster {

    private final Scenario scenario;
    private final SimulationState state;
    private final Fleet fleet;
    private final Plane plane;
    private final ControlPlane controlPlane;
    private long executed;
    private final List<Consumer<Event>> listeners = new ArrayList<>();

    private Simulation(Scenario scenario, SimulationState state) {
        this.scenario = scenario;
        this.state = state;
        var registry = new Registry(scenario.seed(), scenario.images());
        fleet =
                new Fleet(
                        state.fleet(),
                        state.agenda(),
                        registry,
                        scenario.seed(),
                        FleetTimings.TEACHING);
        plane =
                new Plane(
                        state.plane(),
                        state.agenda(),
                        fleet,
                        scenario.traffic(),
                        scenario.seed(),
                        this::tell);
        controlPlane =
                new ControlPlane(
                        state.engine(),
                        scenario.seed(),
                        scenario.arns(),
                        Timings.TEACHING,
                        state.agenda(),
                        fleet,
                        plane,
                        this::tell);
    }

    /// A simulation before its first moment. [#open()] begins it.
    static Simulation of(Scenario scenario) {
        var state = SimulationState.empty();
        state.engine().startsAt(scenario.startsAt());
        return new Simulation(scenario, state);
    }

    /// Shows what the registries hold, carries out the setup with all that happens at once, and
    /// puts the rest on the agenda.
    void open() {
        new Registry(scenario.seed(), scenario.images())
                .images()
                .forEach(image -> tell(new ImageChange(SimInstant.START, image)));
        for (var step : scenario.setup()) {
            controlPlane.submit(step.command(), Origin.SETUP);
            advanceTo(SimInstant.START);
        }
        scenario.commands()
                .forEach(step -> state.agenda().at(step.at(), new Work.Script(step.command())));
        plane.open();
    }

    /// A simulation that goes on from here exactly as this one does, and that nobody hears yet.
    Simulation fork() {
        return new Simulation(scenario, state.copy());
    }

    @Override
    public Answer submit(Command command) {
        return controlPlane.submit(command, Origin.LEARNER);
    }

    @Override
    public void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    SimInstant now() {
        return state.agenda().now();
    }

    /// How many entries of the agenda were executed, requests included, since it was made.
    long executed() {
        return executed;
    }

    /// For checking a reader's fold against.
    public EngineState.View view() {
        return state.engine().view();
    }

    /// Does everything that is due up to and including `instant`.
    void advanceTo(SimInstant instant) {
        while (true) {
            var next = state.agenda().nextAt();
            var limit = Math.min(instant.micros(), next - 1);
            executed += plane.runTo(limit);
            if (!state.agenda().hasDueBy(instant)) {
                break;
            }
            executed++;
            work(state.agenda().take());
        }
        state.agenda().passTo(instant);
    }

    private void work(Work due) {
        switch (due) {
            case Work.ControlPlane(var wake) -> controlPlane.wake(wake);
            case Work.Machine told -> hear(told);
            case Work.InContainer moment -> fleet.containers().due(moment).forEach(this::learn);
            case Work.MemoryFull full -> fleet.containers().memoryFull(full).forEach(this::learn);
            case Work.Kill(var task, var container, int exitCode) ->
                    fleet.kill(task, container, exitCode).forEach(this::learn);
            case Work.OfHost(var id, var learnt) -> {
                if (fleet.isAlive(id)) {
                    controlPlane.observe(learnt);
                }
            }
            case Work.AgentBack(var id) -> fleet.back(id).forEach(controlPlane::observe);
            case Work.ProbeTimedOut timedOut ->
                    plane.probes().timedOut(timedOut).ifPresent(controlPlane::observe);
            case Work.NextPull next -> fleet.nextPull(next);
            case Work.Probe probe -> plane.probes().probe(probe).ifPresent(controlPlane::observe);
            case Work.SendOne(var balancer, var path) -> plane.sendOne(balancer, path);
            case Work.Script(var command) -> controlPlane.submit(command, Origin.SCENARIO);
        }
    }

    private void hear(Work.Machine told) {
        if (!fleet.isCurrent(told)) {
            return;
        }
        learn(told.observation());
    }

    /// What a program was working on is lost with it.
    private void learn(Observation learnt) {
        if (learnt instanceof Observation.ContainerStopped stopped) {
            plane.programEnded(stopped.task(), stopped.container());
        } else if (learnt instanceof Observation.ContainerRestarted restarted) {
            plane.programEnded(restarted.task(), restarted.container());
        }
        var by = learnt.toldByAgentOf();
        if (by.isEmpty() || !fleet.hosts().holds(learnt, by.get())) {
            controlPlane.observe(learnt);
        }
    }

    private void tell(Event event) {
        for (var i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(event);
        }
    }
}
