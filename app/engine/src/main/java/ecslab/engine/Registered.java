package ecslab.engine;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Container instances, in the order in which they came, and what is counted and looked up of them
/// all the time. Every change passes through here, so that nobody has to walk them.
final class Registered {

    private final LinkedHashMap<String, ContainerInstance> instances = new LinkedHashMap<>();
    private final Map<String, ContainerInstance> seen = Collections.unmodifiableMap(instances);

    /// By EC2 instance: the one that isn't INACTIVE. An agent registers only where there is none.
    private final LinkedHashMap<String, String> byMachine = new LinkedHashMap<>();

    /// By cluster: those that are registered.
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    /// By cluster: those that are ACTIVE.
    private final TreeMap<String, Integer> active = new TreeMap<>();

    private final TreeSet<String> draining = new TreeSet<>();

    void add(Registered other) {
        instances.putAll(other.instances);
        byMachine.putAll(other.byMachine);
        counts.putAll(other.counts);
        active.putAll(other.active);
        draining.addAll(other.draining);
    }

    void put(ContainerInstance instance) {
        var before = instances.put(instance.id(), instance);
        if (before != null && before.status() == instance.status()) {
            return;
        }
        if (before != null) {
            count(before, -1);
        }
        count(instance, 1);
        if (instance.status() == ContainerInstanceStatus.DRAINING) {
            draining.add(instance.id());
        } else {
            draining.remove(instance.id());
        }
        if (instance.status() == ContainerInstanceStatus.INACTIVE) {
            byMachine.remove(instance.ec2InstanceId(), instance.id());
        } else {
            byMachine.put(instance.ec2InstanceId(), instance.id());
        }
    }

    private void count(ContainerInstance instance, int by) {
        if (instance.isRegistered()) {
            counts.merge(instance.cluster(), by, Integer::sum);
        }
        if (instance.status() == ContainerInstanceStatus.ACTIVE) {
            active.merge(instance.cluster(), by, Integer::sum);
        }
    }

    void forget(String id) {
        instances.remove(id);
        draining.remove(id);
    }

    /// By their id; nobody changes them here.
    Map<String, ContainerInstance> all() {
        return seen;
    }

    /// The one that the agent of an EC2 instance has registered, unless it is INACTIVE by now.
    Optional<ContainerInstance> of(String ec2InstanceId) {
        return Optional.ofNullable(byMachine.get(ec2InstanceId)).map(instances::get);
    }

    /// How many a cluster has.
    int count(String cluster) {
        return counts.getOrDefault(cluster, 0);
    }

    /// Whether a cluster has one that is ACTIVE.
    boolean hasActive(String cluster) {
        return active.getOrDefault(cluster, 0) > 0;
    }

    /// Those that take no more tasks, and give up those that they have.
    Set<String> draining() {
        return draining;
    }
}
