package ecslab.engine;

import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.TargetGroup;
import java.util.Collection;

/// What Elastic Load Balancing says, and ECS of load balancers, in words of ours: as [OurWords], of
/// this neighbour alone. Only the codes are the API model's.
final class BalancerWords {

    static final String SAME_GROUP = "alternateTargetGroupArn must differ from targetGroupArn.";
    static final String NO_ROLE = "roleArn is required in advancedConfiguration.";
    static final String CLASSIC_ALONE =
            "A service can have one Classic Load Balancer, and no other one beside it.";
    static final String CLASSIC_IN_AWSVPC =
            "Classic Load Balancers are not supported with the awsvpc network mode.";
    static final String CLASSIC_PORT =
            "A Classic Load Balancer needs one static host port: dynamic port mapping is not"
                    + " supported.";
    static final String ONE_ACTION = "You must specify exactly one action that ends the request";
    static final String SAME_ZONE =
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone";

    private BalancerWords() {}

    static String advancedRequired(DeploymentStrategy strategy) {
        return "advancedConfiguration is required in loadBalancers for the "
                + strategy.printed()
                + " deployment strategy.";
    }

    static String noForwardingRule(String arn) {
        return "The listener rule " + arn + " does not exist or does not forward.";
    }

    static String noClassic(String name) {
        return "The Classic Load Balancer " + name + " does not exist.";
    }

    static String actionType(RuleAction action, LoadBalancer balancer) {
        return "Actions of type '"
                + action.type()
                + "' are not supported for "
                + balancer.type().printed()
                + " load balancers";
    }

    static String targetGroups(int max) {
        return "A forward action takes 1 to '" + max + "' target groups";
    }

    static String protocol(TargetGroup group, LoadBalancer balancer) {
        return "The protocol "
                + group.protocol()
                + " of the target group isn't one of "
                + balancer.type().printed()
                + " load balancers";
    }

    static String noRules(Listener listener) {
        return "Rules are not supported for " + listener.protocol() + " listeners";
    }

    static String tooManyRules(LoadBalancer balancer) {
        return "You have reached the maximum number of rules allowed on load balancer '"
                + balancer.arn()
                + "'";
    }

    static String scheme(String written) {
        return "Scheme '" + written + "' is not supported";
    }

    /// @param what `load balancer` or `target group`
    static String taken(String what, String name) {
        return "A "
                + what
                + " with the same name '"
                + name
                + "' exists, but with different settings";
    }

    static String noSubnet(String id) {
        return "The subnet ID '" + id + "' does not exist";
    }

    static String deletionProtected(LoadBalancer balancer) {
        return "Load balancer '"
                + balancer.arn()
                + "' cannot be deleted because deletion protection is enabled";
    }

    static String portTaken(LoadBalancer balancer) {
        return "A listener already exists on this port for this load balancer '"
                + balancer.arn()
                + "'";
    }

    static String listenerProtocol(String written, Collection<String> known) {
        return "Listener protocol '"
                + written
                + "' must be one of '"
                + String.join(", ", known)
                + "'";
    }

    static String range(String field, long min, long max, long value) {
        return field + " must be " + min + " to " + max + ", but was " + value;
    }

    static String inUse(TargetGroup group) {
        return "Target group '" + group.arn() + "' is currently in use by a listener or a rule";
    }
}
