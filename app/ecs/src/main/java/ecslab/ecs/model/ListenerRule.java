package ecslab.ecs.model;

import java.util.List;

/// A listener's rule: the first whose conditions all hold decides.
///
/// @param priority 1 to 50000; [#DEFAULT_PRIORITY] for the default rule, which has no conditions
public record ListenerRule(
        String arn, int priority, List<RuleCondition> conditions, RuleAction action) {

    public static final int PRIORITY_MAX = 50_000;
    public static final int DEFAULT_PRIORITY = PRIORITY_MAX + 1;

    public boolean isDefault() {
        return priority == DEFAULT_PRIORITY;
    }

    /// As DescribeRules prints it: the number, or `default`.
    public String printedPriority() {
        return isDefault() ? "default" : Integer.toString(priority);
    }

    public ListenerRule withPriority(int next) {
        return new ListenerRule(arn, next, conditions, action);
    }

    public ListenerRule withConditions(List<RuleCondition> next) {
        return new ListenerRule(arn, priority, next, action);
    }

    public ListenerRule withAction(RuleAction next) {
        return new ListenerRule(arn, priority, conditions, next);
    }
}
