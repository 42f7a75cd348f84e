package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.BalancingCommand.HealthCheckInput;
import ecslab.ecs.command.BalancingCommand.TargetDescription;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.Unmodelled;
import ecslab.wire.output.Echo;
import ecslab.wire.output.RuleJson;
import java.util.List;
import java.util.SortedMap;

/// Writes commands about load balancers as [BalancingCommands] reads them.
final class BalancingJson {

    private static final String BALANCER = "LoadBalancerArn";
    private static final String LISTENER = "ListenerArn";
    private static final String GROUP = "TargetGroupArn";
    private static final String RULE = "RuleArn";

    private BalancingJson() {}

    static ObjectNode of(BalancingCommand command) {
        return switch (command) {
            case BalancingCommand.CreateLoadBalancer one -> create(one);
            case BalancingCommand.DeleteLoadBalancer(var arn) -> object().put(BALANCER, arn);
            case BalancingCommand.ModifyLoadBalancerAttributes(var arn, var attributes) ->
                    attributes(object().put(BALANCER, arn), attributes);
            case BalancingCommand.DescribeLoadBalancers(var arns, var names) ->
                    texts(texts(object(), "LoadBalancerArns", arns), "Names", names);
            case BalancingCommand.DescribeLoadBalancerAttributes(var arn) ->
                    object().put(BALANCER, arn);
            case BalancingCommand.CreateListener one ->
                    listener(
                            object().put(BALANCER, one.loadBalancerArn()),
                            one.protocol(),
                            one.port(),
                            one.defaultActions(),
                            one.unmodelled());
            case BalancingCommand.ModifyListener one ->
                    listener(
                            object().put(LISTENER, one.listenerArn()),
                            one.protocol(),
                            one.port(),
                            one.defaultActions(),
                            one.unmodelled());
            case BalancingCommand.DeleteListener(var arn) -> object().put(LISTENER, arn);
            case BalancingCommand.DescribeListeners(var arn, var arns) ->
                    texts(text(object(), BALANCER, arn), "ListenerArns", arns);
            case BalancingCommand.CreateRule one -> create(one);
            case BalancingCommand.ModifyRule one -> modify(one);
            case BalancingCommand.SetRulePriorities some -> set(some);
            case BalancingCommand.DeleteRule(var arn) -> object().put(RULE, arn);
            case BalancingCommand.DescribeRules(var arn, var arns) ->
                    texts(text(object(), LISTENER, arn), "RuleArns", arns);
            case BalancingCommand.CreateTargetGroup one -> create(one);
            case BalancingCommand.ModifyTargetGroup(var arn, var check) ->
                    healthCheck(object().put(GROUP, arn), check);
            case BalancingCommand.ModifyTargetGroupAttributes(var arn, var attributes) ->
                    attributes(object().put(GROUP, arn), attributes);
            case BalancingCommand.DeleteTargetGroup(var arn) -> object().put(GROUP, arn);
            case BalancingCommand.DescribeTargetGroups(var arn, var arns, var names) ->
                    texts(
                            texts(text(object(), BALANCER, arn), "TargetGroupArns", arns),
                            "Names",
                            names);
            case BalancingCommand.DescribeTargetGroupAttributes(var arn) ->
                    object().put(GROUP, arn);
            case BalancingCommand.RegisterTargets(var arn, var targets) -> targets(arn, targets);
            case BalancingCommand.DeregisterTargets(var arn, var targets) -> targets(arn, targets);
            case BalancingCommand.DescribeTargetHealth(var arn, var targets) ->
                    targets(arn, targets);
        };
    }

    private static ObjectNode listener(
            ObjectNode json,
            Given<String> protocol,
            Given<Integer> port,
            List<RuleAction> defaultActions,
            Unmodelled unmodelled) {
        port(json, protocol, port);
        actions(json, "DefaultActions", defaultActions);
        Echo.into(json, unmodelled);
        return json;
    }

    private static ObjectNode create(BalancingCommand.CreateRule one) {
        var json = object().put(LISTENER, one.listenerArn());
        conditions(json, one.conditions());
        json.put("Priority", one.priority());
        actions(json, "Actions", one.actions());
        Echo.into(json, one.unmodelled());
        return json;
    }

    private static ObjectNode modify(BalancingCommand.ModifyRule one) {
        var json = object().put(RULE, one.ruleArn());
        conditions(json, one.conditions());
        actions(json, "Actions", one.actions());
        Echo.into(json, one.unmodelled());
        return json;
    }

    private static ObjectNode set(BalancingCommand.SetRulePriorities some) {
        var json = object();
        var items = json.putArray("RulePriorities");
        for (var one : some.rulePriorities()) {
            items.addObject().put(RULE, one.ruleArn()).put("Priority", one.priority());
        }
        return json;
    }

    private static ObjectNode create(BalancingCommand.CreateLoadBalancer one) {
        var json = object().put("Name", one.name());
        texts(json, "Subnets", one.subnets());
        texts(json, "SecurityGroups", one.securityGroups());
        text(json, "Scheme", one.scheme());
        text(json, "Type", one.type());
        Echo.into(json, one.unmodelled());
        return json;
    }

    private static ObjectNode create(BalancingCommand.CreateTargetGroup one) {
        var json = object().put("Name", one.name());
        port(json, one.protocol(), one.port());
        healthCheck(json, one.healthCheck());
        text(json, "TargetType", one.targetType());
        Echo.into(json, one.unmodelled());
        return json;
    }

    private static ObjectNode healthCheck(ObjectNode json, HealthCheckInput check) {
        text(json, "HealthCheckProtocol", check.protocol());
        text(json, "HealthCheckPath", check.path());
        CommandJson.putInt(json, "HealthCheckIntervalSeconds", check.intervalSeconds());
        CommandJson.putInt(json, "HealthCheckTimeoutSeconds", check.timeoutSeconds());
        CommandJson.putInt(json, "HealthyThresholdCount", check.healthyThresholdCount());
        CommandJson.putInt(json, "UnhealthyThresholdCount", check.unhealthyThresholdCount());
        if (check.httpCode() instanceof Given.Value<String>(var code)) {
            json.putObject("Matcher").put("HttpCode", code);
        }
        return json;
    }

    private static void port(ObjectNode json, Given<String> protocol, Given<Integer> port) {
        text(json, "Protocol", protocol);
        CommandJson.putInt(json, "Port", port);
    }

    private static void conditions(ObjectNode json, List<RuleCondition> conditions) {
        if (!conditions.isEmpty()) {
            json.set("Conditions", RuleJson.conditions(conditions));
        }
    }

    private static void actions(ObjectNode json, String name, List<RuleAction> actions) {
        if (!actions.isEmpty()) {
            json.set(name, RuleJson.actions(actions));
        }
    }

    private static ObjectNode attributes(ObjectNode json, SortedMap<String, String> attributes) {
        var items = json.putArray("Attributes");
        attributes.forEach((key, value) -> items.addObject().put("Key", key).put("Value", value));
        return json;
    }

    private static ObjectNode targets(String group, List<TargetDescription> targets) {
        var json = object().put(GROUP, group);
        if (!targets.isEmpty()) {
            var items = json.putArray("Targets");
            for (var one : targets) {
                var item = items.addObject().put("Id", one.id());
                CommandJson.putInt(item, "Port", one.port());
            }
        }
        return json;
    }

    private static ObjectNode text(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
        return json;
    }

    private static ObjectNode texts(ObjectNode json, String name, List<String> texts) {
        CommandJson.putTexts(json, name, texts);
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
