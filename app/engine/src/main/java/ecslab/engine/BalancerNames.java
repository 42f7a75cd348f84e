package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.TargetGroup;
import java.util.List;

/// Finds load balancers, listeners, rules and target groups, and refuses as ELB does. The codes are
/// the API model's; the words are those that the API is known to answer with.
final class BalancerNames {

    private final Desk desk;
    private final Names names;

    BalancerNames(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Names names() {
        return names;
    }

    LoadBalancer loadBalancer(String given, String field) {
        var arn = names.plain(given, field);
        return desk.state().loadBalancers.values().stream()
                .filter(one -> one.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> noLoadBalancer(arn, field));
    }

    LoadBalancer loadBalancerNamed(String name, String field) {
        var balancer = desk.state().loadBalancers.get(name);
        if (balancer == null) {
            throw noLoadBalancer(name, field);
        }
        return balancer;
    }

    private ApiException noLoadBalancer(String name, String field) {
        return ApiException.of("LoadBalancerNotFound", field)
                .because("Load balancers '[" + name + "]' not found")
                .remedy(
                        Misspelt.remedy(
                                name, desk.state().loadBalancers.keySet(), "remedy.loadBalancer"));
    }

    Listener listener(String given, String field) {
        var listener = desk.state().listeners.get(names.plain(given, field));
        if (listener == null) {
            throw ApiException.of("ListenerNotFound", field)
                    .because("One or more listeners not found")
                    .remedy(
                            Phrase.of(
                                    "remedy.listener",
                                    "known",
                                    Names.list(
                                            desk.state().listeners.values().stream()
                                                    .map(one -> "${listener/" + one.name() + "}")
                                                    .toList())));
        }
        return listener;
    }

    /// A rule and the listener that it belongs to.
    record Found(Listener listener, ListenerRule rule) {}

    Found rule(String given, String field) {
        var arn = names.plain(given, field);
        for (var listener : desk.state().listeners.values()) {
            for (var rule : listener.rules()) {
                if (rule.arn().equals(arn)) {
                    return new Found(listener, rule);
                }
            }
        }
        throw ApiException.of("RuleNotFound", field)
                .because("One or more rules not found")
                .remedy(Phrase.of("remedy.rule", "known", Names.list(ruleSelectors())));
    }

    private List<String> ruleSelectors() {
        return desk.state().listeners.values().stream()
                .flatMap(listener ->
                        listener.rules().stream()
                                .map(rule ->
                                        "${rule/"
                                                + listener.name()
                                                + ":"
                                                + rule.printedPriority()
                                                + "}"))
                .toList();
    }

    TargetGroup targetGroup(String given, String field) {
        var arn = names.plain(given, field);
        return desk.state().targetGroups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> noTargetGroup(arn, field));
    }

    TargetGroup targetGroupNamed(String name, String field) {
        var group = desk.state().targetGroups.get(name);
        if (group == null) {
            throw noTargetGroup(name, field);
        }
        return group;
    }

    private ApiException noTargetGroup(String name, String field) {
        return ApiException.of("TargetGroupNotFound", field)
                .because("One or more target groups not found")
                .remedy(
                        Misspelt.remedy(
                                name, desk.state().targetGroups.keySet(), "remedy.targetGroup"));
    }
}
