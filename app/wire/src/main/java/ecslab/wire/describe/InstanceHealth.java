package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;

/// `healthStatus`, as `include=CONTAINER_INSTANCE_HEALTH` asks for it. The Docker daemon never
/// fails here; what shows is whether ECS hears the agent, which is what it learns the rest from.
final class InstanceHealth {

    private static final String IMPAIRED = "IMPAIRED";

    private InstanceHealth() {}

    static void into(ObjectNode json, ContainerInstance instance, RunHeader run) {
        if (instance.status() == ContainerInstanceStatus.INACTIVE) {
            return;
        }
        var registering = instance.status() == ContainerInstanceStatus.REGISTERING;
        var heard = instance.agentConnected();
        var agent = registering ? "INITIALIZING" : heard ? "OK" : IMPAIRED;
        var health = json.putObject("healthStatus").put("overallStatus", agent);
        var details = health.putArray("details");
        check(details.addObject(), "AGENT_CONNECTIVITY", agent, instance, run);
        check(
                details.addObject(),
                "CONTAINER_RUNTIME",
                agent.equals(IMPAIRED) ? "INSUFFICIENT_DATA" : agent,
                instance,
                run);
    }

    private static void check(
            ObjectNode json, String type, String status, ContainerInstance one, RunHeader run) {
        json.put("type", type).put("status", status);
        Shape.time(json, "lastStatusChange", one.agentSince(), run);
    }
}
