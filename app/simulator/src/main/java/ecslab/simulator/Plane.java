package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.BalancingNoun;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.HttpRequest;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.DataPlane;
import ecslab.engine.Observation;
import ecslab.engine.RuleMatch;
import ecslab.simulator.Fleet.Door;
import ecslab.simulator.PlaneState.InFlight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The simulated data plane: users send requests to load balancers, which check their targets'
/// health and go round among those that are fit.
///
/// Each request is sent once and answered once.
final class Plane implements DataPlane {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /// How long an Application Load Balancer waits for a target to take a connection (ALB guide,
    /// *Troubleshoot*).
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final long MICROS_PER_SECOND = 1_000_000;

    /// Requests that somebody sends by hand belong to this traffic.
    private static final String BY_HAND = "you";

    /// Far enough apart for each to be followed by eye.
    private static final Duration BY_HAND_EVERY = Duration.ofMillis(300);

    private final PlaneState state;
    private final SimAgenda agenda;
    private final Fleet fleet;
    private final List<Traffic> traffic;
    private final long seed;
    private final Consumer<Event> events;

    Plane(
            PlaneState state,
            SimAgenda agenda,
            Fleet fleet,
            List<Traffic> traffic,
            long seed,
            Consumer<Event> events) {
        this.state = state;
        this.agenda = agenda;
        this.fleet = fleet;
        this.traffic = traffic;
        this.seed = seed;
        this.events = events;
    }

    @Override
    public void loadBalancer(LoadBalancer loadBalancer) {
        state.loadBalancers.put(loadBalancer.name(), loadBalancer);
    }

    @Override
    public void listener(Listener listener) {
        state.listeners.put(listener.arn(), listener);
    }

    @Override
    public void targetGroup(TargetGroup targetGroup) {
        state.targetGroups.put(targetGroup.arn(), targetGroup);
    }

    @Override
    public void deleted(BalancingNoun noun, String id) {
        switch (noun) {
            case LOAD_BALANCER -> state.loadBalancers.remove(id);
            case LISTENER -> state.listeners.remove(id);
            case TARGET_GROUP ->
                    state.targetGroups.values().removeIf(group -> group.name().equals(id));
        }
    }

    /// A new target's first check comes somewhere within the first interval, as the load balancer's
    /// own rhythm has it.
    @Override
    public void route(TargetGroup group, Target target) {
        if (target.state() == TargetState.UNUSED) {
            state.targets.remove(target.id());
            return;
        }
        var before = state.targets.put(target.id(), target);
        if (before == null || !before.task().equals(target.task())) {
            var part = Chance.fraction(Chance.draw(seed, "probe/" + target.id(), 0));
            var micros = (long) (part * group.healthCheck().interval().toMillis() * 1_000);
            agenda.after(
                    Duration.ofNanos(micros * 1_000), new Work.Probe(target.id(), target.task()));
        }
    }

    /// Asks a target for its health and tells what it said, unless it is another's by now.
    Optional<Observation> probe(Work.Probe due) {
        var id = due.target();
        var target = state.targets.get(id);
        if (target == null
                || !target.task().equals(due.task())
                || target.state() == TargetState.DRAINING) {
            return Optional.empty();
        }
        var check = group(id.targetGroup()).healthCheck();
        agenda.after(check.interval(), due);
        if (isBlocked(id, target.task())) {
            agenda.after(check.timeout(), new Work.ProbeTimedOut(id, target.task()));
            return Optional.empty();
        }
        var status =
                switch (fleet.door(target.task(), id.port())) {
                    case Door.Closed() -> 0;
                    case Door.Open(_, _, var broken) when broken -> UNAVAILABLE;
                    case Door.Open _ when check.matcher().isEmpty() ->
                            Observation.ProbeAnswered.CONNECTED;
                    case Door.Open(_, var behaviour, _) ->
                            behaviour.healthPath().equals(check.path()) ? OK : NOT_FOUND;
                };
        return Optional.of(new Observation.ProbeAnswered(id, status));
    }

    /// A health check that a security group swallowed, unless the target is another's by now.
    Optional<Observation> timedOut(Work.ProbeTimedOut due) {
        var target = state.targets.get(due.target());
        return target != null && target.task().equals(due.task())
                ? Optional.of(
                        new Observation.ProbeAnswered(
                                due.target(), Observation.ProbeAnswered.TIMED_OUT))
                : Optional.empty();
    }

    /// Whether a security group keeps the group's load balancer from the target.
    private boolean isBlocked(TargetId target, TaskId task) {
        var arn = group(target.targetGroup()).arn();
        var from =
                state.listeners.values().stream()
                        .filter(listener -> listener.targetGroupArns().contains(arn))
                        .flatMap(listener ->
                                Stream.ofNullable(state.loadBalancers.get(listener.loadBalancer())))
                        .flatMap(balancer -> balancer.securityGroups().stream())
                        .toList();
        return !Firewall.lets(
                state.network, false, from, fleet.securityGroups(task), target.port());
    }

    @Override
    public void network(Network network) {
        state.network = network;
    }

    /// Puts each traffic's first request on the agenda.
    void open() {
        for (var i = 0; i < traffic.size(); i++) {
            agenda.at(sendAt(i, 0), new Work.Send(i, 0));
        }
    }

    void send(int index, long n) {
        var users = traffic.get(index);
        if (!agenda.now().isBefore(users.until())) {
            return;
        }
        agenda.at(sendAt(index, n + 1), new Work.Send(index, n + 1));
        send(new Sender(users.name(), users.to(), users.path()));
    }

    @Override
    public void send(LoadBalancer loadBalancer, String path, int count) {
        for (var i = 0; i < count; i++) {
            agenda.after(
                    BY_HAND_EVERY.multipliedBy(i), new Work.SendOne(loadBalancer.name(), path));
        }
    }

    void sendOne(String loadBalancer, String path) {
        send(new Sender(BY_HAND, loadBalancer, path));
    }

    private void send(Sender sender) {
        var request = ++state.requests;
        events.accept(
                new RequestSent(
                        agenda.now(),
                        request,
                        sender.traffic(),
                        sender.loadBalancer(),
                        sender.path()));
        var balancer = state.loadBalancers.get(sender.loadBalancer());
        if (balancer == null) {
            answer(request, sender, Route.NOWHERE, 0, RequestCause.NO_LISTENER);
            return;
        }
        var listener =
                state.listeners.values().stream()
                        .filter(one -> one.loadBalancer().equals(balancer.name()))
                        .min(Comparator.comparingInt(Listener::port));
        if (listener.isEmpty()) {
            answer(request, sender, Route.NOWHERE, 0, RequestCause.NO_LISTENER);
        } else if (isOpen(balancer, listener.get())) {
            follow(request, sender, balancer, listener.get());
        } else {
            answer(request, sender, Route.NOWHERE, 0, RequestCause.UNREACHABLE);
        }
    }

    private boolean isOpen(LoadBalancer balancer, Listener listener) {
        return Firewall.lets(
                state.network, true, List.of(), balancer.securityGroups(), listener.port());
    }

    private void follow(long request, Sender sender, LoadBalancer balancer, Listener listener) {
        var asked = HttpRequest.get(balancer.dnsName(), sender.path(), "203.0.113.10");
        switch (RuleMatch.first(listener, asked).action()) {
            case RuleAction.Forward forward -> {
                var part = Chance.fraction(Chance.draw(seed, "weights", request));
                var group = RuleMatch.weigh(forward, part).map(state.targetGroups::get);
                route(request, sender, balancer, group);
            }
            case RuleAction.FixedResponse(int code, _, _) ->
                    answer(request, sender, Route.NOWHERE, code, RequestCause.FIXED_RESPONSE);
            case RuleAction.Redirect redirect ->
                    answer(
                            request,
                            sender,
                            Route.NOWHERE,
                            redirect.statusCode(),
                            RequestCause.REDIRECTED);
        }
    }

    /// Requests are spread evenly over time, each somewhere within its own slot.
    private SimInstant sendAt(int index, long n) {
        var users = traffic.get(index);
        var part = Chance.fraction(Chance.draw(seed, "traffic/" + users.name(), n));
        var micros = (long) ((n + part) / users.perSecond() * MICROS_PER_SECOND);
        return users.from().plus(Duration.ofNanos(micros * 1_000));
    }

    private void route(
            long request, Sender sender, LoadBalancer balancer, Optional<TargetGroup> group) {
        var chosen = group.flatMap(it -> choose(it.name()));
        if (chosen.isEmpty()) {
            answer(request, sender, Route.NOWHERE, UNAVAILABLE, RequestCause.NO_REGISTERED_TARGETS);
            return;
        }
        var target = chosen.get();
        var route = new Route.To(target.id(), target.task());
        events.accept(new RequestRouted(agenda.now(), request, target.id(), target.task()));
        if (isBlocked(target.id(), target.task())) {
            wait(request, sender, balancer, target);
            return;
        }
        switch (fleet.door(target.task(), target.id().port())) {
            case Door.Closed() ->
                    answer(request, sender, route, BAD_GATEWAY, RequestCause.CONNECTION_REFUSED);
            case Door.Open(var container, var behaviour, _) -> {
                state.inFlight.put(
                        request,
                        new InFlight(
                                sender.traffic(),
                                balancer.name(),
                                agenda.now(),
                                target.id(),
                                target.task(),
                                container,
                                false));
                agenda.after(behaviour.requestTime(), new Work.Serve(request));
            }
        }
    }

    /// The load balancer waits for a connection that never comes.
    private void wait(long request, Sender sender, LoadBalancer balancer, Target target) {
        state.inFlight.put(
                request,
                new InFlight(
                        sender.traffic(),
                        balancer.name(),
                        agenda.now(),
                        target.id(),
                        target.task(),
                        "",
                        true));
        agenda.after(CONNECT_TIMEOUT, new Work.Serve(request));
    }

    /// Round robin among the healthy targets. With none healthy the load balancer fails open and
    /// goes round among all that are registered (ALB guide, *Health checks*).
    private Optional<Target> choose(String group) {
        var candidates = in(group, TargetState.HEALTHY);
        if (candidates.isEmpty()) {
            candidates.addAll(in(group, TargetState.UNHEALTHY));
            candidates.addAll(in(group, TargetState.INITIAL));
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var turn = state.routed.merge(group, 1L, Long::sum) - 1;
        return Optional.of(candidates.get((int) (turn % candidates.size())));
    }

    private List<Target> in(String group, TargetState wanted) {
        var all = new ArrayList<Target>();
        for (var target : state.targets.values()) {
            if (target.id().targetGroup().equals(group) && target.state() == wanted) {
                all.add(target);
            }
        }
        return all;
    }

    /// A task has answered, unless its program has ended meanwhile.
    void serve(long request) {
        var work = state.inFlight.remove(request);
        if (work != null) {
            end(request, work, fleet.stillWorks(work.task(), work.container()));
        }
    }

    /// A program has ended: what it was working on is lost.
    void programEnded(TaskId task, String container) {
        for (var entry : List.copyOf(state.inFlight.entrySet())) {
            var work = entry.getValue();
            if (work.task().equals(task) && work.container().equals(container)) {
                state.inFlight.remove(entry.getKey());
                end(entry.getKey(), work, false);
            }
        }
    }

    private void end(long request, InFlight work, boolean served) {
        events.accept(
                new RequestAnswered(
                        agenda.now(),
                        request,
                        work.traffic(),
                        work.loadBalancer(),
                        new Route.To(work.target(), work.task()),
                        served ? OK : work.blocked() ? GATEWAY_TIMEOUT : BAD_GATEWAY,
                        served
                                ? RequestCause.SERVED
                                : work.blocked()
                                        ? RequestCause.TIMED_OUT
                                        : RequestCause.TARGET_CLOSED,
                        agenda.now().since(work.sentAt())));
    }

    /// An answer that the load balancer gives at once, in no task's name.
    private void answer(long request, Sender sender, Route route, int status, RequestCause cause) {
        events.accept(
                new RequestAnswered(
                        agenda.now(),
                        request,
                        sender.traffic(),
                        sender.loadBalancer(),
                        route,
                        status,
                        cause,
                        Duration.ZERO));
    }

    private TargetGroup group(String name) {
        return state.targetGroups.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Who sends a request, and where to.
    private record Sender(String traffic, String loadBalancer, String path) {}
}
