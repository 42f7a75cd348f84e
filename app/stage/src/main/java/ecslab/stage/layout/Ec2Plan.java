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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a cluster has of EC2: instances with the tasks on them, by Auto Scaling group, and the
/// tasks that none has room for.
///
/// @param waiting tasks without an instance, by seat
/// @param elsewhere tasks whose instance isn't shown, or no more
record Ec2Plan(List<Group> groups, Map<TaskId, Integer> waiting, List<TaskId> elsewhere) {

    private static final String WAITING = "waiting";
    private static final String ON = "on:";

    /// An EC2 instance, registered or not.
    ///
    /// @param zone the index of its Availability Zone
    record Machine(String instanceId, int zone, Plan.Cell cell) {}

    /// An Auto Scaling group's instances, by zone; or those of none.
    ///
    /// @param name empty for those of none
    /// @param byZone a list for each zone
    record Group(String name, List<List<Machine>> byZone) {

        List<Machine> in(int zone) {
            return byZone.get(zone);
        }
    }

    boolean isEmpty() {
        return groups.isEmpty() && waiting.isEmpty();
    }

    int machines() {
        return groups.stream().flatMap(group -> group.byZone().stream()).mapToInt(List::size).sum();
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
        var groups = new LinkedHashMap<String, List<List<Machine>>>();
        state.capacity().autoScalingGroups().values().stream()
                .filter(group -> group.cluster().equals(cluster))
                .forEach(group -> groups.put(group.name(), byZone(zones)));
        var registered = registered(state);
        var shown = new ArrayList<Bench>();
        for (var instance : state.capacity().instances().values()) {
            var zone = zones.indexOf(instance.availabilityZone());
            if (zone >= 0 && isShown(instance) && isIn(state, registered, instance, cluster)) {
                var bench = benchOf(registered, instance, cluster);
                bench.ifPresent(shown::add);
                var seated = bench.map(it -> benches.getOrDefault(it, Map.of())).orElse(Map.of());
                var size = bench.map(seats::sizeOf).orElse(0);
                groups.computeIfAbsent(instance.autoScalingGroup(), _ -> byZone(zones))
                        .get(zone)
                        .add(new Machine(instance.instanceId(), zone, Plan.Cell.of(size, seated)));
            }
        }
        var waiting = benches.getOrDefault(new Bench(cluster, WAITING, ""), Map.of());
        var all = new ArrayList<Group>();
        groups.forEach((name, machines) -> all.add(new Group(name, machines)));
        return new Ec2Plan(all, waiting, elsewhere(cluster, Set.copyOf(shown), benches));
    }

    private static List<List<Machine>> byZone(List<String> zones) {
        return zones.stream().<List<Machine>>map(_ -> new ArrayList<>()).toList();
    }

    /// Looked up once for all: of thousands, each would have to be sought among thousands.
    private static Map<String, ContainerInstance> registered(ClusterState state) {
        var byMachine = new HashMap<String, ContainerInstance>();
        state.capacity()
                .containerInstances()
                .values()
                .forEach(one -> byMachine.put(one.ec2InstanceId(), one));
        return byMachine;
    }

    static boolean isShown(Ec2Instance instance) {
        return instance.state() != Ec2InstanceState.TERMINATED;
    }

    private static Optional<Bench> benchOf(
            Map<String, ContainerInstance> registered, Ec2Instance instance, String cluster) {
        return Optional.ofNullable(registered.get(instance.instanceId()))
                .map(one -> on(cluster, one.id(), instance.availabilityZone()));
    }

    /// Before its agent has registered it, an instance is where its group's instances go.
    private static boolean isIn(
            ClusterState state,
            Map<String, ContainerInstance> registered,
            Ec2Instance instance,
            String cluster) {
        var group = state.capacity().autoScalingGroups().get(instance.autoScalingGroup());
        return Optional.ofNullable(registered.get(instance.instanceId()))
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
