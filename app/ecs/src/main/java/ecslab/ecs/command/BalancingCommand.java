package ecslab.ecs.command;

import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.Unmodelled;
import java.util.List;
import java.util.SortedMap;

/// Commands about load balancers, listeners, rules and target groups.
public sealed interface BalancingCommand extends Command {

    @Override
    default String api() {
        return "elbv2";
    }

    /// `elbv2:CreateLoadBalancer`
    record CreateLoadBalancer(
            String name,
            Given<String> type,
            Given<String> scheme,
            List<String> subnets,
            List<String> securityGroups,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:DeleteLoadBalancer`: its listeners go with it.
    record DeleteLoadBalancer(String loadBalancerArn) implements BalancingCommand {}

    /// `elbv2:ModifyLoadBalancerAttributes`
    record ModifyLoadBalancerAttributes(
            String loadBalancerArn, SortedMap<String, String> attributes)
            implements BalancingCommand {}

    /// What is said of health checks; what is not given has its default, or stays as it is.
    record HealthCheckInput(
            Given<String> protocol,
            Given<String> path,
            Given<Integer> intervalSeconds,
            Given<Integer> timeoutSeconds,
            Given<Integer> healthyThresholdCount,
            Given<Integer> unhealthyThresholdCount,
            Given<String> httpCode) {

        public static final HealthCheckInput NONE =
                new HealthCheckInput(
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent());
    }

    /// `elbv2:CreateTargetGroup`
    record CreateTargetGroup(
            String name,
            Given<String> protocol,
            Given<Integer> port,
            Given<String> targetType,
            HealthCheckInput healthCheck,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:ModifyTargetGroup`
    record ModifyTargetGroup(String targetGroupArn, HealthCheckInput healthCheck)
            implements BalancingCommand {}

    /// `elbv2:ModifyTargetGroupAttributes`
    record ModifyTargetGroupAttributes(String targetGroupArn, SortedMap<String, String> attributes)
            implements BalancingCommand {}

    /// `elbv2:DeleteTargetGroup`
    record DeleteTargetGroup(String targetGroupArn) implements BalancingCommand {}

    /// `elbv2:CreateListener`
    ///
    /// @param defaultActions one, since authentication isn't modelled
    record CreateListener(
            String loadBalancerArn,
            Given<String> protocol,
            Given<Integer> port,
            List<RuleAction> defaultActions,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:ModifyListener`
    ///
    /// @param defaultActions none: they stay
    record ModifyListener(
            String listenerArn,
            Given<String> protocol,
            Given<Integer> port,
            List<RuleAction> defaultActions,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:DeleteListener`
    record DeleteListener(String listenerArn) implements BalancingCommand {}

    /// `elbv2:CreateRule`
    record CreateRule(
            String listenerArn,
            List<RuleCondition> conditions,
            int priority,
            List<RuleAction> actions,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:ModifyRule`: of conditions and actions, those that are given replace the old ones.
    record ModifyRule(
            String ruleArn,
            List<RuleCondition> conditions,
            List<RuleAction> actions,
            Unmodelled unmodelled)
            implements BalancingCommand {}

    /// `elbv2:SetRulePriorities`
    record SetRulePriorities(List<RulePriority> rulePriorities) implements BalancingCommand {}

    /// A rule's new priority.
    record RulePriority(String ruleArn, int priority) {}

    /// `elbv2:DeleteRule`
    record DeleteRule(String ruleArn) implements BalancingCommand {}

    /// `elbv2:RegisterTargets`
    record RegisterTargets(String targetGroupArn, List<TargetDescription> targets)
            implements BalancingCommand {}

    /// `elbv2:DeregisterTargets`
    record DeregisterTargets(String targetGroupArn, List<TargetDescription> targets)
            implements BalancingCommand {}

    /// A target as the API names it.
    ///
    /// @param id an address or an instance's id
    /// @param port the target group's if it is left out
    record TargetDescription(String id, Given<Integer> port) {}

    /// `elbv2:DescribeLoadBalancers`
    record DescribeLoadBalancers(List<String> loadBalancerArns, List<String> names)
            implements BalancingCommand {}

    /// `elbv2:DescribeLoadBalancerAttributes`
    record DescribeLoadBalancerAttributes(String loadBalancerArn) implements BalancingCommand {}

    /// `elbv2:DescribeListeners`
    record DescribeListeners(Given<String> loadBalancerArn, List<String> listenerArns)
            implements BalancingCommand {}

    /// `elbv2:DescribeRules`
    record DescribeRules(Given<String> listenerArn, List<String> ruleArns)
            implements BalancingCommand {}

    /// `elbv2:DescribeTargetGroups`
    record DescribeTargetGroups(
            Given<String> loadBalancerArn, List<String> targetGroupArns, List<String> names)
            implements BalancingCommand {}

    /// `elbv2:DescribeTargetGroupAttributes`
    record DescribeTargetGroupAttributes(String targetGroupArn) implements BalancingCommand {}

    /// `elbv2:DescribeTargetHealth`
    ///
    /// @param targets none: all
    record DescribeTargetHealth(String targetGroupArn, List<TargetDescription> targets)
            implements BalancingCommand {}
}
