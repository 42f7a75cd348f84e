package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.ServiceLoadBalancer;

/// One of a service's `loadBalancers[]`, as a command and as a description write it.
public final class ServiceWiringJson {

    private ServiceWiringJson() {}

    public static ObjectNode of(ServiceLoadBalancer balancer) {
        var classic = !balancer.loadBalancerName().isEmpty();
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                classic ? "loadBalancerName" : "targetGroupArn",
                                classic ? balancer.loadBalancerName() : balancer.targetGroupArn())
                        .put("containerName", balancer.containerName())
                        .put("containerPort", balancer.containerPort());
        var advanced = balancer.advanced();
        if (advanced.isGiven()) {
            var inside = json.putObject("advancedConfiguration");
            put(inside, "alternateTargetGroupArn", advanced.alternateTargetGroupArn());
            put(inside, "productionListenerRule", advanced.productionListenerRule());
            put(inside, "testListenerRule", advanced.testListenerRule());
            put(inside, "roleArn", advanced.roleArn());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
