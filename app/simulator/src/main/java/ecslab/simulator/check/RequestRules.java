package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.WindowRow;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every request is sent once and ends once, told by itself or counted in a window, and none is
/// sent to a target that drains or is gone (behaviour reference §7.4 to §7.6).
final class RequestRules implements Checker.Rule {

    /// A window's end comes soon after what belongs to it.
    private static final Duration WINDOW = Duration.ofMillis(100);

    private final Seen seen;
    private final List<String> broken;
    private final Map<Long, Route> open = new TreeMap<>();
    private final Set<Long> closed = new TreeSet<>();
    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Set<String> darkZones = new TreeSet<>();
    private long sent;

    RequestRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    /// What is known of a traffic's requests that are not told one by one.
    private static final class Count {
        long sent;
        long ended;
        SimInstant aheadSince = SimInstant.START;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.RequestSent(var at, long request, _, _, _) -> {
                expect(request > sent, at, request, "is out of order");
                sent = request;
                open.put(request, Route.NOWHERE);
            }
            case Event.RequestRouted(var at, long request, var target, var task) -> {
                var before = open.put(request, new Route.To(target, task));
                expect(Route.NOWHERE.equals(before), at, request, "is routed twice");
                judgeTarget(at, request, target);
            }
            case RequestAnswered answered -> judge(answered);
            case RequestWindow window -> judge(window);
            case Event.ListenerChange(_, var listener) -> listeners.put(listener.arn(), listener);
            case Event.FaultChange(_, var fault, var isPresent) -> {
                if (fault.kind() == Fault.Kind.ZONE_OUTAGE && isPresent) {
                    darkZones.add(fault.about());
                } else {
                    darkZones.remove(fault.about());
                }
            }
            default -> {}
        }
    }

    private Stream<Target> group(TargetId id) {
        return seen.targets.values().stream()
                .filter(one -> one.id().targetGroup().equals(id.targetGroup()));
    }

    private void judgeTarget(SimInstant at, long request, TargetId id) {
        var target = seen.targets.get(id);
        var known = target != null && target.state() != TargetState.DRAINING;
        expect(known, at, request, "goes to a target that isn't registered");
        var healthy =
                group(id)
                        .filter(one -> one.state() == TargetState.HEALTHY)
                        .filter(one -> !darkZones.contains(one.availabilityZone()))
                        .count();
        var settings = seen.targetGroups.get(id.targetGroup());
        var below =
                settings == null
                        ? 1
                        : settings.attributes().number(ElbAttributes.FAIL_OPEN_BELOW, 1);
        var failsOpen = healthy < Math.max(1, below);
        var fit = failsOpen || (target != null && target.state() == TargetState.HEALTHY);
        expect(fit, at, request, "goes to a target that isn't healthy");
    }

    private void judge(RequestAnswered answered) {
        var at = answered.at();
        expect(closed.add(answered.request()), at, answered.request(), "ends twice");
        if (open.containsKey(answered.request())) {
            var route = open.remove(answered.request());
            expect(answered.route().equals(route), at, answered.request(), "took another way");
        } else {
            ended(answered.traffic(), at, 1);
        }
        var isNetwork =
                LoadBalancer.Type.NETWORK == seen.balancerTypes.get(answered.loadBalancer())
                        && answered.isFailure();
        var status = isNetwork ? 0 : statusOf(answered);
        expect(answered.status() == status, at, answered.request(), "has a wrong status");
        if (answered.cause() == RequestCause.NO_REGISTERED_TARGETS) {
            expect(
                    findsNobody(answered.loadBalancer()),
                    at,
                    answered.request(),
                    "found nobody although targets are registered");
        }
    }

    private static int statusOf(RequestAnswered answered) {
        return switch (answered.cause()) {
            case SERVED -> 200;
            case FIXED_RESPONSE, REDIRECTED -> answered.status();
            case NO_REGISTERED_TARGETS -> 503;
            case CONNECTION_REFUSED, TARGET_CLOSED, KEEP_ALIVE_ENDED, DEREGISTERED -> 502;
            case TIMED_OUT, TOO_SLOW, NO_ROOM, NO_ROUTE -> 504;
            case CLIENT_GONE -> 460;
            case NO_LISTENER, UNREACHABLE -> 0;
        };
    }

    /// Whether one of the load balancer's rules can lead to nobody.
    private boolean findsNobody(String loadBalancer) {
        return listeners.values().stream()
                .filter(listener -> listener.loadBalancer().equals(loadBalancer))
                .flatMap(listener -> listener.rules().stream())
                .map(ListenerRule::action)
                .anyMatch(action ->
                        action instanceof RuleAction.Forward forward
                                && (forward.totalWeight() == 0
                                        || action.targetGroupArns().stream()
                                                .anyMatch(arn -> isEmpty(arn, loadBalancer))));
    }

    /// A node that stays in its zone doesn't find the targets of a zone that is out.
    private boolean isEmpty(String targetGroupArn, String loadBalancer) {
        return seen.targetGroups.values().stream()
                .filter(group -> group.arn().equals(targetGroupArn))
                .allMatch(group ->
                        seen.targets.values().stream()
                                .filter(one -> one.id().targetGroup().equals(group.name()))
                                .filter(one ->
                                        crossesZones(group, loadBalancer)
                                                || !darkZones.contains(one.availabilityZone()))
                                .allMatch(one ->
                                        one.state() == TargetState.DRAINING
                                                || one.state() == TargetState.UNUSED));
    }

    private boolean crossesZones(TargetGroup group, String loadBalancer) {
        return switch (group.attributes().text(ElbAttributes.CROSS_ZONE)) {
            case "true" -> true;
            case "false" -> false;
            default -> LoadBalancer.Type.NETWORK != seen.balancerTypes.get(loadBalancer);
        };
    }

    private void judge(RequestWindow window) {
        var count = counts.computeIfAbsent(window.traffic(), _ -> new Count());
        count.sent += window.sent();
        var rows = window.rows().stream().mapToLong(WindowRow::count).sum();
        ended(window.traffic(), window.at(), rows);
        for (var row : window.rows()) {
            if (row.latencies().count() != row.count()) {
                broken.add(window.at() + " a window's latencies aren't as many as its requests");
            }
        }
    }

    private void ended(String traffic, SimInstant at, long more) {
        var count = counts.computeIfAbsent(traffic, _ -> new Count());
        if (count.ended <= count.sent) {
            count.aheadSince = at;
        }
        count.ended += more;
    }

    private void expect(boolean holds, SimInstant at, long request, String otherwise) {
        if (!holds) {
            broken.add(at + " request " + request + " " + otherwise);
        }
    }

    @Override
    public void settled(SimInstant at) {
        counts.forEach((traffic, count) -> {
            if (count.ended > count.sent && at.isAfter(count.aheadSince.plus(WINDOW))) {
                broken.add(at + " more requests of " + traffic + " ended than were sent");
                count.sent = count.ended;
            }
        });
    }
}
