package ecslab.stage.log;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /// The EC2 instance's id.
    Optional<String> meantBy(String written) {
        var last = written.substring(written.lastIndexOf('/') + 1).replace("}", "");
        if (underneath.containsKey(last)) {
            return Optional.of(underneath.get(last));
        }
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(last) || entry.getKey().equals(last))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// `GROUP#n`, of an EC2 instance's id or a container instance's.
    String nameOf(String id) {
        var ec2 = underneath.getOrDefault(id, id);
        return names.getOrDefault(ec2, ec2);
    }
}
