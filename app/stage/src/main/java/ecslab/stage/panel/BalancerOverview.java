package ecslab.stage.panel;

import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What there is to see of load balancers and target groups at a glance.
final class BalancerOverview {

    private BalancerOverview() {}

    static List<Block> of(Sight sight, LoadBalancer balancer) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(sight.say("inspector.loadBalancer.note"), Tone.ACCENT));
        blocks.add(sight.fact("dns", balancer.dnsName()));
        blocks.add(sight.fact("balancerType", balancer.type().printed()));
        for (var listener : sight.state().balancing().listenersOf(balancer.name())) {
            listener(sight, listener, blocks);
        }
        blocks.add(sight.heading("targetGroups"));
        for (var group : sight.state().balancing().targetGroupsOf(balancer.name())) {
            blocks.add(
                    new Block.Link(
                            sight.say("inspector.targetGroup"),
                            group.name(),
                            Ref.of(Ref.Kind.TARGET_GROUP, group.name()),
                            ServiceOverview.health(sight, group.name()),
                            Tone.MUTED));
        }
        blocks.add(sight.heading("requests"));
        countRequests(sight, blocks);
        return List.copyOf(blocks);
    }

    /// One line for each rule, in the order in which they are tried.
    private static void listener(Sight sight, Listener listener, List<Block> blocks) {
        blocks.add(sight.fact("listener", listener.protocol() + ":" + listener.port()));
        for (var rule : listener.rules()) {
            blocks.add(
                    new Block.Fact(
                            rule.printedPriority(),
                            conditions(rule) + action(sight, rule.action()),
                            Tone.MUTED));
        }
    }

    private static String conditions(ListenerRule rule) {
        return rule.conditions().stream()
                .map(BalancerOverview::condition)
                .collect(Collectors.joining(" & ", "", rule.conditions().isEmpty() ? "" : " → "));
    }

    private static String condition(RuleCondition condition) {
        var name = condition.name().isEmpty() ? "" : " " + condition.name();
        return condition.field().printed() + name + " " + String.join(" | ", condition.all());
    }

    private static String action(Sight sight, RuleAction action) {
        return switch (action) {
            case RuleAction.Forward(var groups, _) ->
                    groups.stream()
                            .map(one ->
                                    nameOf(sight, one.targetGroupArn())
                                            + (groups.size() > 1 ? " ×" + one.weight() : ""))
                            .collect(Collectors.joining(", "));
            case RuleAction.FixedResponse(int status, _, _) -> "fixed-response " + status;
            case RuleAction.Redirect redirect ->
                    "redirect " + redirect.statusCode() + " " + redirect.host() + redirect.path();
        };
    }

    private static String nameOf(Sight sight, String targetGroupArn) {
        return sight.state().targetGroups().values().stream()
                .filter(group -> group.arn().equals(targetGroupArn))
                .map(TargetGroup::name)
                .findFirst()
                .orElse("?");
    }

    static void countRequests(Sight sight, List<Block> blocks) {
        var requests = sight.state().requests();
        blocks.add(sight.fact("requests.sent", Sight.count(requests.sent())));
        blocks.add(sight.fact("requests.served", Sight.count(requests.succeeded())));
        blocks.add(
                new Block.Fact(
                        sight.say("inspector.requests.failed"),
                        Sight.count(requests.failed()),
                        requests.failed() > 0 ? Tone.DANGER : Tone.MUTED));
        blocks.add(sight.fact("requests.underWay", Sight.count(requests.inFlight())));
    }

    static List<Block> of(Sight sight, TargetGroup group) {
        var check = group.healthCheck();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(sight.say("inspector.targetGroup.note"), Tone.ACCENT));
        blocks.add(Sight.aws("targetType", group.targetType()));
        blocks.add(Sight.aws("port", group.port()));
        blocks.add(
                sight.fact(
                        "check",
                        sight.say(
                                "inspector.check.value",
                                "path",
                                check.path().isEmpty() ? check.protocol() : check.path(),
                                "seconds",
                                check.interval().toSeconds())));
        blocks.add(
                sight.fact(
                        "thresholds",
                        sight.say(
                                "inspector.thresholds.value",
                                "healthy",
                                check.healthyThreshold(),
                                "unhealthy",
                                check.unhealthyThreshold())));
        blocks.add(sight.fact("delay", group.deregistrationDelay().toSeconds() + " s"));
        settings(sight, group, blocks);
        blocks.add(sight.heading("targets"));
        var targets =
                sight.state().targets().values().stream()
                        .filter(target -> target.id().targetGroup().equals(group.name()))
                        .toList();
        targets.forEach(target -> blocks.add(line(sight, target)));
        if (targets.isEmpty()) {
            blocks.add(new Block.Note(sight.say("inspector.targets.none"), Tone.WARNING));
        }
        return List.copyOf(blocks);
    }

    /// What differs from the usual.
    private static void settings(Sight sight, TargetGroup group, List<Block> blocks) {
        if (group.isHttp()) {
            blocks.add(sight.fact("algorithm", group.attributes().text(ElbAttributes.ALGORITHM)));
        }
        if (!group.slowStart().isZero()) {
            blocks.add(sight.fact("slowStart", group.slowStart().toSeconds() + " s"));
        }
        if (!group.stickiness().isZero()) {
            blocks.add(
                    sight.fact(
                            "stickiness", group.attributes().text(ElbAttributes.STICKINESS_TYPE)));
        }
    }

    private static Block line(Sight sight, Target target) {
        var reason = target.reason().isEmpty() ? "" : " · " + target.reason();
        return new Block.Link(
                sight.nameOf(target.task()),
                target.id().address() + ":" + target.id().port(),
                Ref.task(target.task()),
                target.state().printed() + reason,
                Tone.of(target.state()));
    }
}
