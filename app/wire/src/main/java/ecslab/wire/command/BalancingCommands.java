package ecslab.wire.command;

import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.BalancingCommand.HealthCheckInput;
import ecslab.ecs.command.BalancingCommand.RulePriority;
import ecslab.ecs.command.BalancingCommand.TargetDescription;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.wire.Problems;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes commands of ELB's inputs that [InputCheck] has found right.
final class BalancingCommands {

    static final String API = "elbv2:";

    private BalancingCommands() {}

    static Command read(String call, Input input, Problems problems) {
        return switch (call.substring(API.length())) {
            case "CreateLoadBalancer" ->
                    new BalancingCommand.CreateLoadBalancer(
                            input.need("Name"),
                            input.text("Type"),
                            input.text("Scheme"),
                            input.texts("Subnets"),
                            input.texts("SecurityGroups"),
                            input.unmodelled());
            case "DeleteLoadBalancer" ->
                    new BalancingCommand.DeleteLoadBalancer(input.need("LoadBalancerArn"));
            case "ModifyLoadBalancerAttributes" ->
                    new BalancingCommand.ModifyLoadBalancerAttributes(
                            input.need("LoadBalancerArn"), attributes(input));
            case "DescribeLoadBalancers" ->
                    new BalancingCommand.DescribeLoadBalancers(
                            input.texts("LoadBalancerArns"), input.texts("Names"));
            case "DescribeLoadBalancerAttributes" ->
                    new BalancingCommand.DescribeLoadBalancerAttributes(
                            input.need("LoadBalancerArn"));
            case "RegisterTargets" ->
                    new BalancingCommand.RegisterTargets(
                            input.need("TargetGroupArn"), targets(input));
            case "DeregisterTargets" ->
                    new BalancingCommand.DeregisterTargets(
                            input.need("TargetGroupArn"), targets(input));
            case "DescribeTargetHealth" ->
                    new BalancingCommand.DescribeTargetHealth(
                            input.need("TargetGroupArn"), targets(input));
            case "CreateTargetGroup",
                    "ModifyTargetGroup",
                    "ModifyTargetGroupAttributes",
                    "DeleteTargetGroup",
                    "DescribeTargetGroups",
                    "DescribeTargetGroupAttributes" ->
                    targetGroup(call, input);
            default -> listener(call, input, problems);
        };
    }

    private static Command targetGroup(String call, Input input) {
        return switch (call.substring(API.length())) {
            case "CreateTargetGroup" ->
                    new BalancingCommand.CreateTargetGroup(
                            input.need("Name"),
                            input.text("Protocol"),
                            input.integer("Port"),
                            input.text("TargetType"),
                            healthCheck(input),
                            input.unmodelled());
            case "ModifyTargetGroup" ->
                    new BalancingCommand.ModifyTargetGroup(
                            input.need("TargetGroupArn"), healthCheck(input));
            case "ModifyTargetGroupAttributes" ->
                    new BalancingCommand.ModifyTargetGroupAttributes(
                            input.need("TargetGroupArn"), attributes(input));
            case "DeleteTargetGroup" ->
                    new BalancingCommand.DeleteTargetGroup(input.need("TargetGroupArn"));
            case "DescribeTargetGroups" ->
                    new BalancingCommand.DescribeTargetGroups(
                            input.text("LoadBalancerArn"),
                            input.texts("TargetGroupArns"),
                            input.texts("Names"));
            default ->
                    new BalancingCommand.DescribeTargetGroupAttributes(
                            input.need("TargetGroupArn"));
        };
    }

    private static Command listener(String call, Input input, Problems problems) {
        return switch (call.substring(API.length())) {
            case "CreateListener" ->
                    new BalancingCommand.CreateListener(
                            input.need("LoadBalancerArn"),
                            input.text("Protocol"),
                            input.integer("Port"),
                            RuleInputs.actions(input, "DefaultActions", problems),
                            input.unmodelled());
            case "ModifyListener" ->
                    new BalancingCommand.ModifyListener(
                            input.need("ListenerArn"),
                            input.text("Protocol"),
                            input.integer("Port"),
                            RuleInputs.actions(input, "DefaultActions", problems),
                            input.unmodelled());
            case "DeleteListener" -> new BalancingCommand.DeleteListener(input.need("ListenerArn"));
            case "DescribeListeners" ->
                    new BalancingCommand.DescribeListeners(
                            input.text("LoadBalancerArn"), input.texts("ListenerArns"));
            case "CreateRule" ->
                    new BalancingCommand.CreateRule(
                            input.need("ListenerArn"),
                            RuleInputs.conditions(input, problems),
                            input.integer("Priority").orElse(0),
                            RuleInputs.actions(input, "Actions", problems),
                            input.unmodelled());
            case "ModifyRule" ->
                    new BalancingCommand.ModifyRule(
                            input.need("RuleArn"),
                            RuleInputs.conditions(input, problems),
                            RuleInputs.actions(input, "Actions", problems),
                            input.unmodelled());
            case "SetRulePriorities" ->
                    new BalancingCommand.SetRulePriorities(
                            input.structures("RulePriorities").stream()
                                    .map(one ->
                                            new RulePriority(
                                                    one.need("RuleArn"),
                                                    one.integer("Priority").orElse(0)))
                                    .toList());
            case "DeleteRule" -> new BalancingCommand.DeleteRule(input.need("RuleArn"));
            case "DescribeRules" ->
                    new BalancingCommand.DescribeRules(
                            input.text("ListenerArn"), input.texts("RuleArns"));
            default ->
                    throw new IllegalStateException(
                            "inputs.json has " + call + ", nobody reads it");
        };
    }

    private static HealthCheckInput healthCheck(Input input) {
        return new HealthCheckInput(
                input.text("HealthCheckProtocol"),
                input.text("HealthCheckPath"),
                input.integer("HealthCheckIntervalSeconds"),
                input.integer("HealthCheckTimeoutSeconds"),
                input.integer("HealthyThresholdCount"),
                input.integer("UnhealthyThresholdCount"),
                input.structure("Matcher")
                        .map(matcher -> matcher.text("HttpCode"))
                        .orElse(Given.absent()));
    }

    private static SortedMap<String, String> attributes(Input input) {
        var attributes = new TreeMap<String, String>();
        for (var one : input.structures("Attributes")) {
            attributes.put(one.need("Key"), one.need("Value"));
        }
        return attributes;
    }

    private static List<TargetDescription> targets(Input input) {
        return input.structures("Targets").stream()
                .map(one -> new TargetDescription(one.need("Id"), one.integer("Port")))
                .toList();
    }
}
