package ecslab.stage.layout;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Seats.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a cluster has of EC2: instances with the tasks on them, and the tasks that none has room
/// for.
///
/// @param waiting tasks without an instance, by seat
/// @param elsewhere tasks whose instance isn't shown, or no more
record Ec2Plan(List<Machine> machines, Map<TaskId, Integer> waiting, List<TaskId> elsewhere) {

    private static final String WAITING = "waiting";
    private static final String ON = "on:";

    /// An EC2 instance, registered or not.
    ///
    /// @param zone the index of its Availability Zone
    record Machine(String instanceId, int zone, Plan.Cell cell) {}

    boolean isEmpty() {
        return machines.isEmpty() && waiting.isEmpty();
    }

    List<TaskId> tasks() {
        var all = new ArrayList<>(elsewhere);
        all.addAll(waiting.keySet());
        machines.forEach(machine -> all.addAll(machine.cell().seats().keySet()));
        return all;
    }

    /// With whom a task on EC2 sits: those on its instance, or those that wait.
    static Bench benchOf(Task task) {
        return task.place().isOnInstance()
                ? on(task.cluster(), task.place().containerInstance(), task.availabilityZone())
                : new Bench(task.cluster(), WAITING, "");
    }

    static boolean isOnEc2(Task task) {
        return task.launchType() == LaunchType.EC2;
    }

    private static Bench on(String cluster, String containerInstance, String zone) {
        return new Bench(cluster, ON + containerInstance, zone);
    }

    static Ec2Plan of(
            ClusterState state,
            String cluster,
            List<String> zones,
            Seats seats,
            Map<Bench, Map<TaskId, Integer>> benches) {
        var machines = new ArrayList<Machine>();
        var shown = new ArrayList<Bench>();
        for (var instance : state.capacity().instances().values()) {
            var zone = zones.indexOf(instance.availabilityZone());
            if (zone >= 0 && isShown(instance) && isIn(state, instance, cluster)) {
                var bench = benchOf(state, instance, cluster);
                bench.ifPresent(shown::add);
                var seated = bench.map(it -> benches.getOrDefault(it, Map.of())).orElse(Map.of());
                var size = bench.map(seats::sizeOf).orElse(0);
                machines.add(new Machine(instance.instanceId(), zone, new Plan.Cell(size, seated)));
            }
        }
        var waiting = benches.getOrDefault(new Bench(cluster, WAITING, ""), Map.of());
        return new Ec2Plan(machines, waiting, elsewhere(cluster, Set.copyOf(shown), benches));
    }

    static boolean isShown(Ec2Instance instance) {
        return instance.state() != Ec2InstanceState.TERMINATED;
    }

    private static Optional<Bench> benchOf(
            ClusterState state, Ec2Instance instance, String cluster) {
        return state.capacity()
                .registeredBy(instance.instanceId())
                .map(one -> on(cluster, one.id(), instance.availabilityZone()));
    }

    /// Before its agent has registered it, an instance is where its group's instances go.
    private static boolean isIn(ClusterState state, Ec2Instance instance, String cluster) {
        var group = state.capacity().autoScalingGroups().get(instance.autoScalingGroup());
        return state.capacity()
                .registeredBy(instance.instanceId())
                .map(ContainerInstance::cluster)
                .or(() -> Optional.ofNullable(group).map(it -> it.cluster()))
                .or(() -> state.clusters().keySet().stream().findFirst())
                .filter(cluster::equals)
                .isPresent();
    }

    private static List<TaskId> elsewhere(
            String cluster, Set<Bench> shown, Map<Bench, Map<TaskId, Integer>> benches) {
        return benches.entrySet().stream()
                .filter(bench -> bench.getKey().cluster().equals(cluster))
                .filter(bench -> bench.getKey().group().startsWith(ON))
                .filter(bench -> !shown.contains(bench.getKey()))
                .flatMap(bench -> bench.getValue().keySet().stream())
                .toList();
    }
}
