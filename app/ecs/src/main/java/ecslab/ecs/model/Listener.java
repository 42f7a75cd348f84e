package ecslab.ecs.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A port that a load balancer listens at, and what becomes of requests that arrive there.
///
/// @param loadBalancer the load balancer's name
/// @param protocol such as `HTTP`
/// @param rules the lowest priority number first, the default rule last
public record Listener(
        String arn, String loadBalancer, int port, String protocol, List<ListenerRule> rules) {

    private static final Comparator<ListenerRule> IN_ORDER =
            Comparator.comparingInt(ListenerRule::priority);

    /// Such as `web:80`, which is what selectors call it.
    public String name() {
        return loadBalancer + ":" + port;
    }

    public ListenerRule defaultRule() {
        return rules.getLast();
    }

    /// The target groups that any rule forwards to, by ARN.
    public List<String> targetGroupArns() {
        return rules.stream()
                .flatMap(rule -> rule.action().targetGroupArns().stream())
                .distinct()
                .toList();
    }

    /// With one rule more, or another in the place of the one with its ARN.
    public Listener with(ListenerRule rule) {
        return withRules(
                Stream.concat(
                                rules.stream().filter(one -> !one.arn().equals(rule.arn())),
                                Stream.of(rule))
                        .toList());
    }

    public Listener without(ListenerRule rule) {
        return withRules(rules.stream().filter(one -> !one.arn().equals(rule.arn())).toList());
    }

    public Listener withRules(List<ListenerRule> next) {
        var sorted = new ArrayList<>(next);
        sorted.sort(IN_ORDER);
        return new Listener(arn, loadBalancer, port, protocol, List.copyOf(sorted));
    }

    public Listener withPort(int nextPort, String nextProtocol) {
        return new Listener(arn, loadBalancer, nextPort, nextProtocol, rules);
    }
}
