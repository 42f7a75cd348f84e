package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every request is sent once and ends once, and none is sent to a target that drains or is gone
/// (behaviour reference §7.4 to §7.6).
final class RequestRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<Long, Route> open = new TreeMap<>();

    /// By load balancer, the ARNs of the target groups that its rules forward to.
    private final Map<String, List<String>> groups = new TreeMap<>();

    private long sent;

    RequestRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.RequestSent(var at, long request, _, _, _) -> {
                expect(request == ++sent, at, request, "is out of order");
                open.put(request, Route.NOWHERE);
            }
            case Event.RequestRouted(var at, long request, var target, var task) -> {
                var before = open.put(request, new Route.To(target, task));
                expect(Route.NOWHERE.equals(before), at, request, "is routed twice");
                judgeTarget(at, request, target);
            }
            case RequestAnswered answered -> judge(answered);
            case Event.ListenerChange(_, var listener) ->
                    groups.put(listener.loadBalancer(), listener.targetGroupArns());
            default -> {}
        }
    }

    private void judgeTarget(SimInstant at, long request, TargetId id) {
        var target = seen.targets.get(id);
        var known = target != null && target.state() != TargetState.DRAINING;
        expect(known, at, request, "goes to a target that isn't registered");
        var failsOpen = in(id.targetGroup()).noneMatch(one -> one.state() == TargetState.HEALTHY);
        var fit = failsOpen || (target != null && target.state() == TargetState.HEALTHY);
        expect(fit, at, request, "goes to a target that isn't healthy");
    }

    private Stream<Target> in(String targetGroup) {
        return seen.targets.values().stream()
                .filter(one -> one.id().targetGroup().equals(targetGroup));
    }

    private void judge(RequestAnswered answered) {
        var route = open.remove(answered.request());
        var at = answered.at();
        expect(route != null, at, answered.request(), "ends twice or was never sent");
        expect(answered.route().equals(route), at, answered.request(), "took another way");
        var status =
                switch (answered.cause()) {
                    case SERVED -> 200;
                    case FIXED_RESPONSE, REDIRECTED -> answered.status();
                    case NO_REGISTERED_TARGETS -> 503;
                    case CONNECTION_REFUSED, TARGET_CLOSED -> 502;
                    case TIMED_OUT -> 504;
                    case NO_LISTENER, UNREACHABLE -> 0;
                };
        expect(answered.status() == status, at, answered.request(), "has a wrong status");
        if (answered.cause() == RequestCause.NO_REGISTERED_TARGETS) {
            var arns = groups.getOrDefault(answered.loadBalancer(), List.of());
            var none =
                    seen.targetGroups.values().stream()
                            .filter(group -> arns.contains(group.arn()))
                            .anyMatch(group ->
                                    in(group.name())
                                            .allMatch(t -> t.state() == TargetState.DRAINING));
            expect(none, at, answered.request(), "found nobody although targets are registered");
        }
    }

    private void expect(boolean holds, SimInstant at, long request, String otherwise) {
        if (!holds) {
            broken.add(at + " request " + request + " " + otherwise);
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
