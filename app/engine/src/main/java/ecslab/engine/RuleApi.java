package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.Response.RulesResponse;
import ecslab.ecs.command.BalancingCommand.CreateRule;
import ecslab.ecs.command.BalancingCommand.DeleteRule;
import ecslab.ecs.command.BalancingCommand.ModifyRule;
import ecslab.ecs.command.BalancingCommand.SetRulePriorities;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// `CreateRule`, `ModifyRule`, `SetRulePriorities` and `DeleteRule`.
final class RuleApi {

    /// Quotas of Application Load Balancers: rules without the default ones.
    private static final int RULES_MAX = 100;

    private final Desk desk;
    private final BalancerNames names;
    private final RuleChecks checks;
    private final Listeners listeners;

    RuleApi(Desk desk, BalancerNames names, RuleChecks checks, Listeners listeners) {
        this.desk = desk;
        this.names = names;
        this.checks = checks;
        this.listeners = listeners;
    }

    Response create(CreateRule command, Runnable accepted) {
        var listener = names.listener(command.listenerArn(), "/ListenerArn");
        var balancer = balancer(listener);
        if (balancer.type() != LoadBalancer.Type.APPLICATION) {
            throw ApiException.of("UnsupportedProtocol", "/ListenerArn")
                    .because(BalancerWords.noRules(listener))
                    .remedy(Phrase.of("remedy.rule.forward"));
        }
        var priority = checks.priority(listener, command.priority(), "/Priority");
        if (command.conditions().isEmpty()) {
            throw RuleChecks.wrong(
                    "/Conditions", "A condition must be specified", "remedy.rule.value");
        }
        checks.conditions(command.conditions());
        var action = checks.action(balancer, command.actions(), "/Actions");
        checkCount(balancer);
        accepted.run();
        var rule =
                new ListenerRule(
                        Arns.rule(listener.arn(), desk.ids().hex("ids/rule")),
                        priority,
                        command.conditions(),
                        action);
        listeners.put(listener.with(rule));
        return new RulesResponse(List.of(rule));
    }

    private void checkCount(LoadBalancer balancer) {
        var count =
                desk.state().listeners.values().stream()
                        .filter(listener -> listener.loadBalancer().equals(balancer.name()))
                        .mapToInt(listener -> listener.rules().size() - 1)
                        .sum();
        if (count >= RULES_MAX) {
            throw ApiException.of("TooManyRules", "/ListenerArn")
                    .because(BalancerWords.tooManyRules(balancer))
                    .remedy(Phrase.of("remedy.rule.count", "max", RULES_MAX));
        }
    }

    Response modify(ModifyRule command, Runnable accepted) {
        var found = names.rule(command.ruleArn(), "/RuleArn");
        if (found.rule().isDefault()) {
            throw notPermitted("Default rule '" + found.rule().arn() + "' cannot be modified");
        }
        var next = found.rule();
        if (!command.conditions().isEmpty()) {
            checks.conditions(command.conditions());
            next = next.withConditions(command.conditions());
        }
        if (!command.actions().isEmpty()) {
            var balancer = balancer(found.listener());
            next = next.withAction(checks.action(balancer, command.actions(), "/Actions"));
        }
        accepted.run();
        listeners.put(found.listener().with(next));
        return new RulesResponse(List.of(next));
    }

    /// All of them change at once, so that two rules can change places.
    Response setPriorities(SetRulePriorities command, Runnable accepted) {
        var changed = new LinkedHashMap<String, ListenerRule>();
        var touched = new LinkedHashMap<String, Listener>();
        for (var one : command.rulePriorities()) {
            var found = names.rule(one.ruleArn(), "/RulePriorities");
            if (found.rule().isDefault()) {
                throw notPermitted(
                        "Default rule '" + found.rule().arn() + "' cannot be reprioritised");
            }
            changed.put(found.rule().arn(), found.rule().withPriority(one.priority()));
            touched.put(found.listener().arn(), found.listener());
        }
        var results = new ArrayList<Listener>();
        for (var listener : touched.values()) {
            var stay = listener.rules().stream().filter(r -> !changed.containsKey(r.arn()));
            var bare = listener.withRules(stay.toList());
            for (var rule : listener.rules()) {
                var next = changed.get(rule.arn());
                if (next != null) {
                    checks.priority(bare, next.priority(), "/RulePriorities");
                    bare = bare.with(next);
                }
            }
            results.add(bare);
        }
        accepted.run();
        results.forEach(listeners::put);
        return new RulesResponse(List.copyOf(changed.values()));
    }

    Response delete(DeleteRule command, Runnable accepted) {
        var found = names.rule(command.ruleArn(), "/RuleArn");
        if (found.rule().isDefault()) {
            throw notPermitted("Default rule '" + found.rule().arn() + "' cannot be deleted");
        }
        accepted.run();
        listeners.put(found.listener().without(found.rule()));
        return new EmptyResponse();
    }

    private static ApiException notPermitted(String message) {
        return ApiException.of("OperationNotPermitted", "/RuleArn")
                .because(message)
                .remedy(Phrase.of("remedy.rule.default"));
    }

    private LoadBalancer balancer(Listener listener) {
        return names.loadBalancerNamed(listener.loadBalancer(), "/ListenerArn");
    }
}
