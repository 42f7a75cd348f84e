package ecslab.engine;

import ecslab.ecs.Response;
import ecslab.ecs.Response.DescribeTargetHealthResponse;
import ecslab.ecs.Response.ElbAttributesResponse;
import ecslab.ecs.Response.ListenersResponse;
import ecslab.ecs.Response.LoadBalancersResponse;
import ecslab.ecs.Response.RulesResponse;
import ecslab.ecs.Response.TargetGroupsResponse;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.TargetGroup;
import java.util.List;
import java.util.stream.Stream;

/// ELB's API: who carries out what, and what is described.
final class BalancingApi {

    private final Desk desk;
    private final BalancerNames names;
    private final BalancerApi balancers;
    private final RuleApi rules;
    private final TargetGroupApi groups;

    BalancingApi(Desk desk, Names names, Listeners listeners, Targets targets) {
        this.desk = desk;
        this.names = new BalancerNames(desk, names);
        var checks = new RuleChecks(desk, this.names);
        balancers = new BalancerApi(desk, this.names, checks, listeners);
        rules = new RuleApi(desk, this.names, checks, listeners);
        groups = new TargetGroupApi(desk, this.names, listeners, targets);
    }

    BalancerApi balancers() {
        return balancers;
    }

    TargetGroupApi groups() {
        return groups;
    }

    Response carryOut(BalancingCommand command, Runnable accepted) {
        return switch (command) {
            case BalancingCommand.CreateLoadBalancer one -> balancers.create(one, accepted);
            case BalancingCommand.DeleteLoadBalancer one -> balancers.delete(one, accepted);
            case BalancingCommand.ModifyLoadBalancerAttributes one ->
                    balancers.modify(one, accepted);
            case BalancingCommand.CreateListener one -> balancers.createListener(one, accepted);
            case BalancingCommand.ModifyListener one -> balancers.modifyListener(one, accepted);
            case BalancingCommand.DeleteListener one -> balancers.deleteListener(one, accepted);
            case BalancingCommand.CreateRule one -> rules.create(one, accepted);
            case BalancingCommand.ModifyRule one -> rules.modify(one, accepted);
            case BalancingCommand.SetRulePriorities some -> rules.setPriorities(some, accepted);
            case BalancingCommand.DeleteRule one -> rules.delete(one, accepted);
            case BalancingCommand.CreateTargetGroup one -> groups.create(one, accepted);
            case BalancingCommand.ModifyTargetGroup one -> groups.modify(one, accepted);
            case BalancingCommand.ModifyTargetGroupAttributes one -> groups.modify(one, accepted);
            case BalancingCommand.DeleteTargetGroup one -> groups.delete(one, accepted);
            case BalancingCommand.RegisterTargets some -> groups.register(some, accepted);
            case BalancingCommand.DeregisterTargets some -> groups.deregister(some, accepted);
            case BalancingCommand.DescribeLoadBalancers some -> {
                var found = loadBalancers(some);
                accepted.run();
                yield new LoadBalancersResponse(found);
            }
            case BalancingCommand.DescribeLoadBalancerAttributes(var arn) -> {
                var found = names.loadBalancer(arn, "/LoadBalancerArn");
                accepted.run();
                yield new ElbAttributesResponse(found.attributes());
            }
            case BalancingCommand.DescribeListeners some -> {
                var found = listeners(some);
                accepted.run();
                yield new ListenersResponse(found);
            }
            case BalancingCommand.DescribeRules some -> describeRules(some, accepted);
            case BalancingCommand.DescribeTargetGroups some -> {
                var found = targetGroups(some);
                accepted.run();
                yield new TargetGroupsResponse(found);
            }
            case BalancingCommand.DescribeTargetGroupAttributes(var arn) -> {
                var found = names.targetGroup(arn, "/TargetGroupArn");
                accepted.run();
                yield new ElbAttributesResponse(found.attributes());
            }
            case BalancingCommand.DescribeTargetHealth some -> targetHealth(some, accepted);
        };
    }

    private List<LoadBalancer> loadBalancers(BalancingCommand.DescribeLoadBalancers asked) {
        var byArn =
                asked.loadBalancerArns().stream()
                        .map(arn -> names.loadBalancer(arn, "/LoadBalancerArns"));
        var byName = asked.names().stream().map(name -> names.loadBalancerNamed(name, "/Names"));
        var found = Stream.concat(byArn, byName).toList();
        return found.isEmpty() ? List.copyOf(desk.state().loadBalancers.values()) : found;
    }

    private List<Listener> listeners(BalancingCommand.DescribeListeners asked) {
        if (!asked.listenerArns().isEmpty()) {
            return asked.listenerArns().stream()
                    .map(arn -> names.listener(arn, "/ListenerArns"))
                    .toList();
        }
        if (!(asked.loadBalancerArn() instanceof Given.Value<String>(var arn))) {
            throw RuleChecks.wrong(
                    "",
                    "You must specify either listener ARNs or a load balancer ARN",
                    "remedy.describe.arn");
        }
        var balancer = names.loadBalancer(arn, "/LoadBalancerArn");
        return desk.state().listeners.values().stream()
                .filter(one -> one.loadBalancer().equals(balancer.name()))
                .toList();
    }

    private Response describeRules(BalancingCommand.DescribeRules asked, Runnable accepted) {
        var byArn =
                asked.ruleArns().stream().map(arn -> names.rule(arn, "/RuleArns").rule()).toList();
        if (byArn.isEmpty() && !asked.listenerArn().isGiven()) {
            throw RuleChecks.wrong(
                    "",
                    "You must specify either listener rule ARN(s) or a listener ARN",
                    "remedy.describe.arn");
        }
        var found =
                byArn.isEmpty()
                        ? names.listener(asked.listenerArn().orElse(""), "/ListenerArn").rules()
                        : byArn;
        accepted.run();
        return new RulesResponse(found);
    }

    private List<TargetGroup> targetGroups(BalancingCommand.DescribeTargetGroups asked) {
        if (asked.loadBalancerArn() instanceof Given.Value<String>(var arn)) {
            var balancer = names.loadBalancer(arn, "/LoadBalancerArn");
            var arns =
                    desk.state().listeners.values().stream()
                            .filter(one -> one.loadBalancer().equals(balancer.name()))
                            .flatMap(one -> one.targetGroupArns().stream())
                            .toList();
            return desk.state().targetGroups.values().stream()
                    .filter(group -> arns.contains(group.arn()))
                    .toList();
        }
        var byArn =
                asked.targetGroupArns().stream()
                        .map(arn -> names.targetGroup(arn, "/TargetGroupArns"));
        var byName = asked.names().stream().map(name -> names.targetGroupNamed(name, "/Names"));
        var found = Stream.concat(byArn, byName).toList();
        return found.isEmpty() ? List.copyOf(desk.state().targetGroups.values()) : found;
    }

    private Response targetHealth(BalancingCommand.DescribeTargetHealth asked, Runnable accepted) {
        var group = names.targetGroup(asked.targetGroupArn(), "/TargetGroupArn");
        var wanted = asked.targets().stream().map(BalancingCommand.TargetDescription::id).toList();
        accepted.run();
        return new DescribeTargetHealthResponse(
                desk.state().targets.values().stream()
                        .filter(target -> target.id().targetGroup().equals(group.name()))
                        .filter(target ->
                                wanted.isEmpty() || wanted.contains(target.id().address()))
                        .toList());
    }
}
