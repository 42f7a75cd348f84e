package ecslab.engine;

import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Event.BalancingDeleted;
import ecslab.ecs.event.Event.ListenerChange;
import ecslab.ecs.event.Event.LoadBalancerChange;
import ecslab.ecs.event.Event.TargetGroupChange;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.TargetGroup;
import java.util.List;

/// Keeps load balancers, listeners with their rules, and target groups: writes them down, reports
/// them, and has the data plane follow.
final class Listeners {

    private final Desk desk;
    private final Targets targets;

    Listeners(Desk desk, Targets targets) {
        this.desk = desk;
        this.targets = targets;
    }

    /// Sets the weights of a rule that forwards, as a blue/green deployment does: everything else
    /// about the rule stays.
    ///
    /// @param ruleArn a rule's, or a listener's for its default rule
    void forward(String ruleArn, List<Weighted> weights) {
        for (var listener : List.copyOf(desk.state().listeners.values())) {
            for (var rule : listener.rules()) {
                var meant =
                        rule.arn().equals(ruleArn)
                                || (rule.isDefault() && listener.arn().equals(ruleArn));
                if (meant && rule.action() instanceof Forward(_, var stickiness)) {
                    put(listener.with(rule.withAction(new Forward(weights, stickiness))));
                }
            }
        }
    }

    ListenerRule defaultRule(String listenerArn, RuleAction action) {
        return new ListenerRule(
                Arns.rule(listenerArn, desk.ids().hex("ids/rule")),
                ListenerRule.DEFAULT_PRIORITY,
                List.of(),
                action);
    }

    void put(LoadBalancer balancer) {
        desk.state().loadBalancers.put(balancer.name(), balancer);
        desk.journal().report(new LoadBalancerChange(desk.now(), balancer));
        desk.dataPlane().loadBalancer(balancer);
        targets.useChanged();
    }

    void put(Listener listener) {
        desk.state().listeners.put(listener.arn(), listener);
        desk.journal().report(new ListenerChange(desk.now(), listener));
        desk.dataPlane().listener(listener);
        targets.useChanged();
    }

    void put(TargetGroup group) {
        desk.state().targetGroups.put(group.name(), group);
        desk.journal().report(new TargetGroupChange(desk.now(), group));
        desk.dataPlane().targetGroup(group);
    }

    void delete(Listener listener) {
        desk.state().listeners.remove(listener.arn());
        gone(BalancingNoun.LISTENER, listener.arn());
        targets.useChanged();
    }

    void delete(LoadBalancer balancer) {
        for (var listener : List.copyOf(desk.state().listeners.values())) {
            if (listener.loadBalancer().equals(balancer.name())) {
                delete(listener);
            }
        }
        desk.state().loadBalancers.remove(balancer.name());
        gone(BalancingNoun.LOAD_BALANCER, balancer.name());
    }

    void delete(TargetGroup group) {
        targets.forgetAll(group);
        desk.state().targetGroups.remove(group.name());
        gone(BalancingNoun.TARGET_GROUP, group.name());
    }

    private void gone(BalancingNoun noun, String id) {
        desk.journal().report(new BalancingDeleted(desk.now(), noun, id));
        desk.dataPlane().deleted(noun, id);
    }
}
