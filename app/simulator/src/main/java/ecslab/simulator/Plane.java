package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.DataPlane;
import ecslab.simulator.PlaneState.Hand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The simulated data plane: users send requests to load balancers, which check their targets'
/// health and choose among those that are fit.
///
/// Each request is sent once and ends once. Since there can be thousands a second, they aren't on
/// the agenda: the plane keeps its own, and is asked when its next moment comes.
final class Plane implements DataPlane {

    /// Far enough apart for each to be followed by eye.
    private static final Duration BY_HAND_EVERY = Duration.ofMillis(300);

    private final PlaneState state;
    private final SimAgenda agenda;
    private final List<Traffic> traffic;
    private final long seed;
    private final Chooser chooser;
    private final Teller teller;
    private final Requests requests;
    private final Probes probes;
    private final Usage usage;

    private final List<String> userStreams = new ArrayList<>();
    private final List<String> pathStreams = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();

    Plane(
            PlaneState state,
            SimAgenda agenda,
            Fleet fleet,
            List<Traffic> traffic,
            long seed,
            Consumer<Event> events) {
        this.state = state;
        this.agenda = agenda;
        this.traffic = traffic;
        this.seed = seed;
        var gate = new Gate(state, fleet);
        chooser = new Chooser(state, fleet, seed);
        teller = new Teller(state, agenda, traffic, seed, events);
        var whys = new Whys(state, agenda, fleet, teller, events);
        var dispatch = new Dispatch(state, fleet, gate, chooser, teller, whys, traffic, seed);
        requests = new Requests(state, agenda, traffic, gate, dispatch, teller, whys);
        probes = new Probes(state, agenda, fleet, gate, seed);
        usage = new Usage(state, agenda, fleet, events);
        for (var users : traffic) {
            userStreams.add("users/" + users.name());
            pathStreams.add("paths/" + users.name());
            weights.add(users.paths().stream().mapToInt(Traffic.PathShare::weight).sum());
        }
    }

    Probes probes() {
        return probes;
    }

    /// A program has ended: what it was working on is lost.
    void programEnded(TaskId task, String container) {
        requests.programEnded(task, container);
    }

    @Override
    public void loadBalancer(LoadBalancer loadBalancer) {
        state.loadBalancers.put(loadBalancer.name(), loadBalancer);
        changed();
    }

    @Override
    public void listener(Listener listener) {
        state.listeners.put(listener.arn(), listener);
        changed();
    }

    @Override
    public void targetGroup(TargetGroup targetGroup) {
        var known = state.pools.get(targetGroup.arn());
        if (known == null) {
            state.pools.put(targetGroup.arn(), new Pool(targetGroup));
        } else {
            known.group = targetGroup;
        }
        changed();
    }

    @Override
    public void deleted(BalancingNoun noun, String id) {
        switch (noun) {
            case LOAD_BALANCER -> state.loadBalancers.remove(id);
            case LISTENER -> state.listeners.remove(id);
            case TARGET_GROUP -> state.pools.values().removeIf(it -> it.group.name().equals(id));
        }
        changed();
    }

    private void changed() {
        requests.changed();
        chooser.changed();
    }

    @Override
    public void network(Network network) {
        state.network = network;
        changed();
    }

    @Override
    public void route(TargetGroup group, Target target) {
        changed();
        var pool = state.pools.get(group.arn());
        var number = state.laneOf.get(target.id());
        if (pool == null) {
            return;
        }
        if (number == null || !state.lanes.get(number).target.task().equals(target.task())) {
            if (target.state() != TargetState.UNUSED) {
                register(pool, target);
            }
            return;
        }
        var lane = state.lanes.get(number);
        if (target.state() == TargetState.UNUSED) {
            leave(pool, lane, target);
            return;
        }
        if (target.state() == TargetState.HEALTHY && !lane.isHealthy()) {
            slowStart(pool, lane);
        }
        lane.target = target;
    }

    private void register(Pool pool, Target target) {
        var lane = new Lane(state.lanes.size(), target);
        state.lanes.add(lane);
        var before = state.laneOf.put(target.id(), lane.number);
        if (before != null) {
            pool.members.remove((Object) before);
        }
        pool.members.add(lane.number);
        if (target.state() != TargetState.DRAINING) {
            probes.begin(pool.group, target);
        }
    }

    /// The deregistration delay is over: what the target still works on is cut off.
    private void leave(Pool pool, Lane lane, Target target) {
        lane.isGone = true;
        pool.members.remove((Object) lane.number);
        state.laneOf.remove(target.id());
        if (target.isGone()) {
            requests.cutOff(lane);
        }
    }

    /// Only if another target takes the load meanwhile (ALB guide, *Slow start mode*).
    private void slowStart(Pool pool, Lane lane) {
        var now = agenda.now().micros();
        var lasts = pool.group.slowStart().toNanos() / 1_000;
        var others =
                pool.members.stream()
                        .map(state.lanes::get)
                        .anyMatch(one -> one.isHealthy() && !one.isSlow(now));
        if (lasts > 0 && others) {
            lane.slowFrom = now;
            lane.slowUntil = now + lasts;
        }
    }

    /// Puts the users to work.
    void open() {
        for (var users : traffic) {
            state.crowds.add(new Crowd(users, seed));
            state.ledgers.add(new Ledger());
        }
        state.reportAt = agenda.now().micros() + Usage.PERIOD_MICROS;
    }

    @Override
    public void send(LoadBalancer loadBalancer, String path, int count) {
        for (var i = 0; i < count; i++) {
            agenda.after(
                    BY_HAND_EVERY.multipliedBy(i), new Work.SendOne(loadBalancer.name(), path));
        }
    }

    void sendOne(String loadBalancer, String path) {
        state.hands.add(new Hand(loadBalancer, path));
        requests.send(Flight.BY_HAND, state.hands.size() - 1, 0, 0, true);
    }

    /// When something is due next, in microseconds.
    long nextDue() {
        var next = Math.min(state.windowEnd, state.reportAt);
        var flight = state.flights.peek();
        if (flight != null) {
            next = Math.min(next, flight.at());
        }
        for (var crowd : state.crowds) {
            next = Math.min(next, crowd.nextAt());
        }
        return next;
    }

    /// Does everything that is due up to and including a moment.
    ///
    /// @return how many requests were sent or ended
    long runTo(long limit) {
        var done = 0L;
        for (var due = nextDue(); due <= limit; due = nextDue()) {
            agenda.passTo(new SimInstant(due));
            done++;
            step(due);
        }
        return done;
    }

    /// What ends goes before what begins, and a window ends after all that belongs to it.
    private void step(long now) {
        var flight = state.flights.peek();
        if (flight != null && flight.at() <= now) {
            requests.end(state.flights.remove());
            return;
        }
        for (var i = 0; i < state.crowds.size(); i++) {
            if (state.crowds.get(i).nextAt() <= now) {
                arrive(i);
                return;
            }
        }
        if (state.windowEnd <= now) {
            teller.endWindow(now);
        } else {
            usage.report();
        }
    }

    private void arrive(int crowd) {
        var number = state.crowds.get(crowd).send();
        var users = traffic.get(crowd).client().users();
        var user = Chance.below(users, Chance.draw(seed, userStreams.get(crowd), number));
        requests.send(crowd, path(crowd, number), user, 0, teller.isTold(crowd, number));
    }

    private int path(int crowd, long number) {
        var paths = traffic.get(crowd).paths();
        if (paths.size() == 1) {
            return 0;
        }
        var draw = Chance.draw(seed, pathStreams.get(crowd), number);
        var left = Chance.below(weights.get(crowd), draw);
        for (var i = 0; i < paths.size(); i++) {
            left -= paths.get(i).weight();
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }
}
