package ecslab.engine;

import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;

/// Whoever carries requests: the load balancer's data plane. Targets go out; what health checks met
/// comes back as [Observation]s.
public interface DataPlane {

    /// A load balancer is there, or is another now.
    void loadBalancer(LoadBalancer loadBalancer);

    /// A listener is there, or it or one of its rules is another now.
    void listener(Listener listener);

    /// A target group is there, or is another now.
    void targetGroup(TargetGroup targetGroup);

    /// One of the three is no more.
    ///
    /// @param id a load balancer's or a target group's name, or a listener's ARN
    void deleted(BalancingNoun noun, String id);

    /// The network is another now.
    void network(Network network);

    /// Has somebody send requests, one after the other.
    void send(LoadBalancer loadBalancer, String path, int count);

    /// Adds a target, or says that its state has changed. Health checks go on while it is
    /// `initial`, `healthy` or `unhealthy`; a target that is gone is forgotten.
    void route(TargetGroup targetGroup, Target target);
}
