package ecslab.engine;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Container instances, in the order in which they came, and what is counted of them.
final class Registered {

    private final LinkedHashMap<String, ContainerInstance> instances = new LinkedHashMap<>();
    private final Map<String, ContainerInstance> seen = Collections.unmodifiableMap(instances);

    /// By cluster.
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    private final TreeSet<String> draining = new TreeSet<>();

    void add(Registered other) {
        instances.putAll(other.instances);
        counts.putAll(other.counts);
        draining.addAll(other.draining);
    }

    void put(ContainerInstance instance) {
        var before = instances.put(instance.id(), instance);
        var was = before != null && before.isRegistered();
        if (was != instance.isRegistered()) {
            counts.merge(instance.cluster(), was ? -1 : 1, Integer::sum);
        }
        if (instance.status() == ContainerInstanceStatus.DRAINING) {
            draining.add(instance.id());
        } else {
            draining.remove(instance.id());
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

    /// How many a cluster has.
    int count(String cluster) {
        return counts.getOrDefault(cluster, 0);
    }

    /// Those that take no more tasks, and give up those that they have.
    Set<String> draining() {
        return draining;
    }
}
