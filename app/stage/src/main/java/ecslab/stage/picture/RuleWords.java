package ecslab.stage.picture;

import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.TargetGroup;
import java.util.List;
import java.util.stream.Collectors;

/// What a load balancer's listeners say, in a line: `HTTP:80 /api/* → api · default → web 90 %`.
final class RuleWords {

    private static final int PERCENT = 100;

    private RuleWords() {}

    static String of(List<Listener> listeners, List<TargetGroup> groups) {
        return listeners.stream().map(one -> of(one, groups)).collect(Collectors.joining("  "));
    }

    private static String of(Listener listener, List<TargetGroup> groups) {
        return listener.protocol()
                + ":"
                + listener.port()
                + " "
                + listener.rules().stream()
                        .map(rule -> of(rule, listener.rules().size() > 1, groups))
                        .collect(Collectors.joining(" · "));
    }

    private static String of(ListenerRule rule, boolean isOneOfMany, List<TargetGroup> groups) {
        var when = rule.isDefault() ? isOneOfMany ? "default " : "" : conditions(rule) + " ";
        return when + "→ " + action(rule.action(), groups);
    }

    /// Such as `/api/*`.
    static String conditions(ListenerRule rule) {
        return rule.conditions().stream()
                .map(RuleWords::condition)
                .collect(Collectors.joining(" & "));
    }

    private static String condition(RuleCondition condition) {
        var values = String.join("|", condition.all());
        return switch (condition.field()) {
            case PATH_PATTERN, HOST_HEADER, HTTP_REQUEST_METHOD, SOURCE_IP -> values;
            case HTTP_HEADER -> condition.name() + ": " + values;
            case QUERY_STRING -> "?" + values;
        };
    }

    private static String action(RuleAction action, List<TargetGroup> groups) {
        return switch (action) {
            case RuleAction.Forward forward -> forward(forward, groups);
            case RuleAction.FixedResponse fixed -> Integer.toString(fixed.statusCode());
            case RuleAction.Redirect redirect -> redirect.statusCode() + " " + redirect.path();
        };
    }

    private static String forward(RuleAction.Forward forward, List<TargetGroup> groups) {
        var whole = Math.max(1, forward.totalWeight());
        return forward.targetGroups().stream()
                .filter(one -> one.weight() > 0)
                .map(one -> named(one.targetGroupArn(), groups) + share(one.weight(), whole))
                .collect(Collectors.joining(" + "));
    }

    /// A share of all needs no words.
    private static String share(int weight, int whole) {
        return weight == whole ? "" : " " + PERCENT * weight / whole + " %";
    }

    private static String named(String arn, List<TargetGroup> groups) {
        return groups.stream()
                .filter(group -> group.arn().equals(arn))
                .map(TargetGroup::name)
                .findFirst()
                .orElse("-");
    }
}
