package ecslab.engine;

import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceRevision;
import java.util.List;

/// The weights of the listener rules between a service's two target groups.
final class TrafficWeights {

    private static final int TENTHS = 10;

    private final Desk desk;
    private final Listeners listeners;

    TrafficWeights(Desk desk, Listeners listeners) {
        this.desk = desk;
        this.listeners = listeners;
    }

    /// Gives a revision its share of the production traffic, and the other target group the rest.
    void production(String deployment, int tenths) {
        var revision = desk.state().revision(deployment);
        for (var i = 0; i < revision.loadBalancers().size(); i++) {
            var balancer = revision.loadBalancers().get(i);
            put(balancer, balancer.advanced().productionListenerRule(), revision, i, tenths);
        }
    }

    /// Likewise of the test traffic; nothing is to be done where there is no test rule.
    void test(String deployment, int tenths) {
        var revision = desk.state().revision(deployment);
        for (var i = 0; i < revision.loadBalancers().size(); i++) {
            var balancer = revision.loadBalancers().get(i);
            put(balancer, balancer.advanced().testListenerRule(), revision, i, tenths);
        }
    }

    /// Whether a Network Load Balancer's listener gets the weights of the production traffic.
    boolean isProductionOnNetwork(String deployment) {
        return desk.state().revision(deployment).loadBalancers().stream()
                .anyMatch(one -> isNetwork(one.advanced().productionListenerRule()));
    }

    /// Likewise of the test traffic.
    boolean isTestOnNetwork(String deployment) {
        return desk.state().revision(deployment).loadBalancers().stream()
                .anyMatch(one -> isNetwork(one.advanced().testListenerRule()));
    }

    /// @param rule its ARN, or that of the listener whose default rule it is; empty for none
    private boolean isNetwork(String rule) {
        return desk.state().listeners.values().stream()
                .filter(listener ->
                        listener.arn().equals(rule)
                                || listener.rules().stream().anyMatch(r -> r.arn().equals(rule)))
                .map(listener -> desk.state().loadBalancers.get(listener.loadBalancer()))
                .anyMatch(one -> one != null && one.type() == LoadBalancer.Type.NETWORK);
    }

    private void put(
            ServiceLoadBalancer balancer,
            String rule,
            ServiceRevision revision,
            int index,
            int tenths) {
        if (rule.isEmpty()) {
            return;
        }
        var main = balancer.targetGroupArn();
        var other = balancer.advanced().alternateTargetGroupArn();
        var isMain = revision.targetGroupArns().get(index).equals(main);
        var mine = isMain ? main : other;
        listeners.forward(rule, weights(main, other, mine, tenths));
    }

    /// Gives one of a pair of target groups its share of what a listener sends to either, in
    /// whatever rule.
    ///
    /// @param mine the target group in the pair that gets the share
    void ofListener(String listenerArn, List<String> pair, String mine, int tenths) {
        var listener = desk.state().listeners.get(listenerArn);
        if (listener == null) {
            return;
        }
        var shares = weights(pair.getFirst(), pair.getLast(), mine, tenths);
        for (var rule : listener.rules()) {
            if (pair.stream().anyMatch(rule.action().targetGroupArns()::contains)) {
                listeners.forward(rule.arn(), shares);
            }
        }
    }

    private static List<Weighted> weights(String main, String other, String mine, int tenths) {
        return List.of(
                new Weighted(main, weight(mine.equals(main) ? tenths : rest(tenths))),
                new Weighted(other, weight(mine.equals(other) ? tenths : rest(tenths))));
    }

    private static int rest(int tenths) {
        return DeploymentStrategy.WHOLE - tenths;
    }

    /// Whole percents where both are; else tenths, which add up to 1,000.
    private static int weight(int tenths) {
        return tenths % TENTHS == 0 ? tenths / TENTHS : tenths;
    }
}
