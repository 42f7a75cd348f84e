package ecslab.engine;

import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;

/// Whoever carries requests: the load balancer's data plane. Targets go out; what health checks met
/// comes back as [Observation]s.
public interface DataPlane {

    void listen(LoadBalancer loadBalancer, TargetGroup targetGroup);

    /// The network is another now.
    void network(Network network);

    /// Has somebody send requests, one after the other.
    void send(LoadBalancer loadBalancer, String path, int count);

    /// Adds a target, or says that its state has changed. Health checks go on from registration
    /// until the target is draining; a target that is `unused` is forgotten.
    void route(TargetGroup targetGroup, Target target);
}
