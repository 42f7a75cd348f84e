package ecslab.stage.log;

import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import java.util.List;

/// Which load balancers and target groups a command is about. An ARN holds the name; a listener's
/// and a rule's hold their load balancer's.
final class BalancingRefs {

    private BalancingRefs() {}

    static List<Ref> of(BalancingCommand command) {
        return switch (command) {
            case BalancingCommand.CreateLoadBalancer one -> balancer(one.name());
            case BalancingCommand.DeleteLoadBalancer(var arn) -> balancer(name(arn));
            case BalancingCommand.ModifyLoadBalancerAttributes(var arn, _) -> balancer(name(arn));
            case BalancingCommand.DescribeLoadBalancerAttributes(var arn) -> balancer(name(arn));
            case BalancingCommand.CreateListener one -> balancer(name(one.loadBalancerArn()));
            case BalancingCommand.ModifyListener one -> balancer(name(one.listenerArn()));
            case BalancingCommand.DeleteListener(var arn) -> balancer(name(arn));
            case BalancingCommand.CreateRule one -> balancer(name(one.listenerArn()));
            case BalancingCommand.ModifyRule one -> balancer(name(one.ruleArn()));
            case BalancingCommand.DeleteRule(var arn) -> balancer(name(arn));
            case BalancingCommand.SetRulePriorities(var all) ->
                    all.isEmpty() ? List.of() : balancer(name(all.getFirst().ruleArn()));
            case BalancingCommand.CreateTargetGroup one -> group(one.name());
            case BalancingCommand.ModifyTargetGroup one -> group(name(one.targetGroupArn()));
            case BalancingCommand.ModifyTargetGroupAttributes(var arn, _) -> group(name(arn));
            case BalancingCommand.DescribeTargetGroupAttributes(var arn) -> group(name(arn));
            case BalancingCommand.DeleteTargetGroup(var arn) -> group(name(arn));
            case BalancingCommand.RegisterTargets(var arn, _) -> group(name(arn));
            case BalancingCommand.DeregisterTargets(var arn, _) -> group(name(arn));
            case BalancingCommand.DescribeTargetHealth(var arn, _) -> group(name(arn));
            case BalancingCommand.DescribeListeners(Given.Value<String>(var arn), _) ->
                    balancer(name(arn));
            case BalancingCommand.DescribeRules(Given.Value<String>(var arn), _) ->
                    balancer(name(arn));
            case BalancingCommand.DescribeListeners _, BalancingCommand.DescribeRules _ ->
                    List.of();
            case BalancingCommand.DescribeLoadBalancers _ -> List.of();
            case BalancingCommand.DescribeTargetGroups _ -> List.of();
        };
    }

    /// `web` of `${listener/web:80}`, `${targetGroup/web}`, `…:loadbalancer/app/web/0f…` and
    /// `…:targetgroup/web/0f…`
    private static String name(String arnOrSelector) {
        var parts = arnOrSelector.replaceAll("[${}]", "").split("/", -1);
        if (parts.length < 2) {
            return arnOrSelector;
        }
        var kind = parts[0].substring(parts[0].lastIndexOf(':') + 1);
        return switch (kind) {
            case "loadbalancer" -> parts.length > 2 ? parts[2] : parts[1];
            case "listener", "listener-rule" ->
                    arnOrSelector.startsWith("$") ? parts[1].split(":", -1)[0] : parts[2];
            default -> parts[1].split(":", -1)[0];
        };
    }

    private static List<Ref> balancer(String name) {
        return List.of(Ref.of(Kind.LOAD_BALANCER, name));
    }

    private static List<Ref> group(String name) {
        return List.of(Ref.of(Kind.TARGET_GROUP, name));
    }
}
