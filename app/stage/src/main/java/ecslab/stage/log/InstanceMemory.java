package ecslab.stage.log;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one must remember of instances: how they are called, and how they were before.
final class InstanceMemory {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, ContainerInstance> latest = new LinkedHashMap<>();
    private final Map<String, String> underneath = new LinkedHashMap<>();

    void hear(Ec2Instance instance) {
        names.put(instance.instanceId(), instance.name());
    }

    /// Whether more has changed than the tasks on it.
    boolean hear(ContainerInstance instance) {
        underneath.put(instance.id(), instance.ec2InstanceId());
        var before = latest.put(instance.id(), instance);
        return before == null
                || before.status() != instance.status()
                || before.agentConnected() != instance.agentConnected();
    }

    /// `GROUP#n`, of an EC2 instance's id or a container instance's.
    String nameOf(String id) {
        var ec2 = underneath.getOrDefault(id, id);
        return names.getOrDefault(ec2, ec2);
    }
}
