package ecslab.stage.layout;

import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where requests leave a load balancer that forwards to several target groups: each group has an
/// outlet of its own, so that it is seen who gets which share.
///
/// @param shares by target group: how far from the load balancer's left end, from 0 to 1
/// @param percents by target group: how much it gets of what no special rule takes; none for a
///   group that only a special rule leads to
/// @param groups by task behind such a load balancer
public record Outlets(
        Map<String, Double> shares, Map<String, Integer> percents, Map<TaskId, String> groups) {

    private static final Outlets NONE = new Outlets(Map.of(), Map.of(), Map.of());
    private static final int PERCENT = 100;

    public static Outlets of(ClusterState state) {
        var percents = new HashMap<String, Integer>();
        var shares = new HashMap<String, Double>();
        for (var balancer : state.loadBalancers().keySet()) {
            var groups = state.balancing().targetGroupsOf(balancer);
            if (groups.size() > 1) {
                add(groups, shares);
                var rules = rules(state, balancer);
                for (var group : groups) {
                    percent(rules, group).ifPresent(percent -> percents.put(group.name(), percent));
                }
            }
        }
        if (shares.isEmpty()) {
            return NONE;
        }
        var byTask = new HashMap<TaskId, String>();
        state.targets().values().stream()
                .filter(target -> shares.containsKey(target.id().targetGroup()))
                .forEach(target -> byTask.put(target.task(), target.id().targetGroup()));
        return new Outlets(shares, percents, byTask);
    }

    private static void add(List<TargetGroup> groups, Map<String, Double> shares) {
        for (var i = 0; i < groups.size(); i++) {
            shares.put(groups.get(i).name(), (i + 1.0) / (groups.size() + 1));
        }
    }

    public static List<ListenerRule> rules(ClusterState state, String balancer) {
        return state.balancing().listenersOf(balancer).stream()
                .flatMap(listener -> listener.rules().stream())
                .toList();
    }

    private static Optional<Integer> percent(List<ListenerRule> rules, TargetGroup group) {
        for (var rule : rules) {
            if (rule.isDefault()
                    && rule.action() instanceof RuleAction.Forward forward
                    && forward.targetGroupArns().contains(group.arn())) {
                return Optional.of(percent(forward, group));
            }
        }
        var isByRule =
                rules.stream()
                        .anyMatch(rule -> rule.action().targetGroupArns().contains(group.arn()));
        return isByRule ? Optional.empty() : Optional.of(0);
    }

    private static int percent(RuleAction.Forward forward, TargetGroup group) {
        var whole = Math.max(1, forward.totalWeight());
        return forward.targetGroups().stream()
                .filter(one -> one.targetGroupArn().equals(group.arn()))
                .mapToInt(one -> PERCENT * one.weight() / whole)
                .sum();
    }

    /// Whether one of several target groups gets nothing.
    public boolean isIdle(String group) {
        return percents.getOrDefault(group, 1) == 0;
    }

    /// A load balancer's box, or the narrow part of it that leads to `other`.
    Box narrow(Box balancer, Ref of, Ref other) {
        var group =
                of.kind() == Kind.TARGET_GROUP
                        ? of.id()
                        : other.kind() == Kind.TASK
                                ? groups.getOrDefault(new TaskId(other.id()), "")
                                : "";
        var share = shares.get(group);
        return share == null
                ? balancer
                : new Box(
                        balancer.x() + balancer.width() * share,
                        balancer.y(),
                        0,
                        balancer.height());
    }
}
