package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.FixedResponse;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Redirect;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.TargetGroup;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a rule may be (behaviour reference §7.2).
final class RuleChecks {

    private static final int VALUES_MAX = 5;
    private static final int WILDCARDS_MAX = 5;
    private static final int TARGET_GROUPS_MAX = 5;
    private static final int STICKY_SECONDS_MAX = 604_800;
    private static final Pattern CIDR = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}");
    private static final Pattern STATUS = Pattern.compile("[245]\\d\\d");

    private final Desk desk;
    private final BalancerNames names;

    RuleChecks(Desk desk, BalancerNames names) {
        this.desk = desk;
        this.names = names;
    }

    void conditions(List<RuleCondition> conditions) {
        var values = 0;
        var wildcards = 0;
        var seen = EnumSet.noneOf(RuleCondition.Field.class);
        for (var condition : conditions) {
            if (condition.field().isOnce() && !seen.add(condition.field())) {
                throw wrong(
                        "/Conditions",
                        "A rule can only have one '" + condition.field().printed() + "' condition",
                        "remedy.rule.once");
            }
            if (condition.all().isEmpty()) {
                throw wrong(
                        "/Conditions", "A condition value must be specified", "remedy.rule.value");
            }
            values += condition.all().size();
            for (var value : condition.values()) {
                wildcards += (int) value.chars().filter(c -> c == '*' || c == '?').count();
            }
            check(condition);
        }
        if (values > VALUES_MAX) {
            throw wrong(
                    "/Conditions",
                    "A rule can only have '" + VALUES_MAX + "' condition values",
                    "remedy.rule.values");
        }
        if (wildcards > WILDCARDS_MAX) {
            throw wrong(
                    "/Conditions",
                    "A rule can only have '" + WILDCARDS_MAX + "' wildcards",
                    "remedy.rule.wildcards");
        }
    }

    private static void check(RuleCondition condition) {
        var cidrs = condition.field() == RuleCondition.Field.SOURCE_IP;
        for (var value : condition.values()) {
            if (cidrs && !CIDR.matcher(value).matches()) {
                throw wrong(
                        "/Conditions",
                        "The condition value '" + value + "' must be a CIDR block",
                        "remedy.rule.cidr");
            }
        }
        for (var value : condition.regexValues()) {
            try {
                Pattern.compile(value);
            } catch (PatternSyntaxException _) {
                throw wrong(
                        "/Conditions",
                        "The regex value '" + value + "' is not valid",
                        "remedy.rule.regex");
            }
        }
    }

    /// The action with every `${targetGroup/…}` replaced.
    RuleAction action(LoadBalancer balancer, List<RuleAction> actions, String field) {
        if (actions.size() != 1) {
            throw ApiException.of("InvalidLoadBalancerAction", field)
                    .because(BalancerWords.ONE_ACTION)
                    .remedy(Phrase.of("remedy.rule.actions"));
        }
        var action = actions.getFirst();
        var isHttp = balancer.type() == LoadBalancer.Type.APPLICATION;
        return switch (action) {
            case Forward forward -> forward(balancer, forward, field);
            case FixedResponse fixed when isHttp -> {
                if (!STATUS.matcher(Integer.toString(fixed.statusCode())).matches()) {
                    throw wrong(
                            field, "The status code must be 2XX, 4XX or 5XX", "remedy.rule.status");
                }
                yield fixed;
            }
            case Redirect redirect when isHttp -> redirect;
            case FixedResponse _, Redirect _ ->
                    throw ApiException.of("InvalidLoadBalancerAction", field)
                            .because(BalancerWords.actionType(action, balancer))
                            .remedy(Phrase.of("remedy.rule.forward"));
        };
    }

    private RuleAction forward(LoadBalancer balancer, Forward forward, String field) {
        if (forward.targetGroups().isEmpty() || forward.targetGroups().size() > TARGET_GROUPS_MAX) {
            throw ApiException.of("TooManyTargetGroups", field)
                    .because(BalancerWords.targetGroups(TARGET_GROUPS_MAX))
                    .remedy(Phrase.of("remedy.rule.targetGroups"));
        }
        var seconds = forward.stickiness().toSeconds();
        if (seconds < 0 || seconds > STICKY_SECONDS_MAX) {
            throw wrong(
                    field,
                    "DurationSeconds must be 1 to " + STICKY_SECONDS_MAX,
                    "remedy.rule.sticky");
        }
        var resolved =
                forward.targetGroups().stream().map(one -> weighted(balancer, one, field)).toList();
        return new Forward(resolved, Duration.ofSeconds(seconds));
    }

    private Weighted weighted(LoadBalancer balancer, Weighted given, String field) {
        var group = names.targetGroup(given.targetGroupArn(), field);
        if (given.weight() < 0 || given.weight() > Weighted.WEIGHT_MAX) {
            throw wrong(field, "Weight must be 0 to " + Weighted.WEIGHT_MAX, "remedy.rule.weight");
        }
        var isHttp = balancer.type() != LoadBalancer.Type.NETWORK;
        if (group.isHttp() != isHttp) {
            throw ApiException.of("IncompatibleProtocols", field)
                    .because(BalancerWords.protocol(group, balancer))
                    .remedy(Phrase.of("remedy.targetGroup.protocol"));
        }
        checkOnlyHere(balancer, group, field);
        return new Weighted(group.arn(), given.weight());
    }

    private void checkOnlyHere(LoadBalancer balancer, TargetGroup group, String field) {
        var others = new LinkedHashSet<String>();
        for (var listener : desk.state().listeners.values()) {
            if (listener.targetGroupArns().contains(group.arn())) {
                others.add(listener.loadBalancer());
            }
        }
        others.remove(balancer.name());
        if (!others.isEmpty()) {
            throw ApiException.of("TargetGroupAssociationLimit", field)
                    .because(
                            "The following target groups cannot be associated with more than one"
                                    + " load balancer: "
                                    + group.arn())
                    .remedy(Phrase.of("remedy.targetGroup.elsewhere", "name", Names.list(others)));
        }
    }

    int priority(Listener listener, int priority, String field) {
        if (priority < 1 || priority > ListenerRule.PRIORITY_MAX) {
            throw wrong(
                    field,
                    "Priority must be 1 to " + ListenerRule.PRIORITY_MAX,
                    "remedy.rule.priority");
        }
        if (listener.rules().stream().anyMatch(rule -> rule.priority() == priority)) {
            throw ApiException.of("PriorityInUse", field)
                    .because("Priority '" + priority + "' is currently in use")
                    .remedy(Phrase.of("remedy.rule.priority"));
        }
        return priority;
    }

    static ApiException wrong(String field, String message, String remedy) {
        return ApiException.of("ValidationError", field).because(message).remedy(Phrase.of(remedy));
    }
}
