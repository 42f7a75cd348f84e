package ecslab.stage.layout;

import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Seats.Bench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Everything of a state that places depend on. Two moments with equal plans look the same but for
/// what is written on the things.
///
/// @param images URIs: those the registry holds, and those that a task definition names in vain
/// @param zones Availability Zones from left to right; never empty
record Plan(
        List<String> images,
        List<String> taskDefinitions,
        List<String> roles,
        List<String> balancers,
        List<String> zones,
        List<InCluster> clusters) {

    /// Stands for the Availability Zone of tasks that have none.
    private static final String NO_ZONE = "";

    /// The `group` under which standalone tasks sit.
    private static final String STANDALONE = "";

    /// One cluster's share.
    ///
    /// @param containers how many the task with the most has, at least 1
    /// @param letters how many the longest name of a task has
    record InCluster(String name, List<Band> bands, Ec2Plan ec2, int containers, int letters) {

        boolean isEmpty() {
            return bands.isEmpty() && ec2.isEmpty();
        }
    }

    /// A service, or the standalone tasks of a cluster.
    ///
    /// @param id a service's full name; `CLUSTER/` for standalone tasks
    /// @param cells one for each of the plan's zones
    record Band(String id, boolean fargate, List<Cell> cells) {

        /// Whether none of its tasks stands in it, and none will: those on EC2 stand on instances.
        boolean isLine() {
            return !fargate && cells.stream().allMatch(cell -> cell.capacity() == 0);
        }
    }

    /// Where a band crosses a zone.
    ///
    /// @param capacity how many seats to keep, so that a replacement finds one and nobody moves
    ///
    /// @param least how many seats are needed at this moment
    record Cell(int capacity, int least, Map<TaskId, Integer> seats) {

        static Cell of(int capacity, Map<TaskId, Integer> seats) {
            var last = seats.values().stream().mapToInt(seat -> seat).max().orElse(-1);
            return new Cell(Math.max(capacity, last + 1), last + 1, seats);
        }
    }

    static Plan of(ClusterState state, SimInstant at) {
        var seats = Seats.at(state, at);
        var zones = zones(state, seats);
        return new Plan(
                images(state),
                active(state).stream().map(known -> known.name().toString()).toList(),
                state.roles().keySet().stream().toList(),
                state.loadBalancers().keySet().stream().toList(),
                zones,
                new Bands(state, seats, zones).clusters());
    }

    private static List<TaskDefinition> active(ClusterState state) {
        return state.taskDefinitions().values().stream()
                .filter(known -> known.status() == TaskDefinitionStatus.ACTIVE)
                .toList();
    }

    private static List<String> images(ClusterState state) {
        var all = new LinkedHashSet<>(state.images().keySet());
        active(state).stream()
                .flatMap(known -> known.containerDefinitions().stream())
                .map(ContainerDefinition::image)
                .forEach(all::add);
        return all.stream().toList();
    }

    private static List<String> zones(ClusterState state, Seats seats) {
        var all = new LinkedHashSet<String>();
        state.network().subnets().stream().map(Subnet::availabilityZone).forEach(all::add);
        state.capacity().instances().values().stream()
                .filter(Ec2Plan::isShown)
                .map(Ec2Instance::availabilityZone)
                .forEach(all::add);
        seats.seated().values().stream()
                .map(seat -> seat.bench().availabilityZone())
                .filter(zone -> !zone.isEmpty())
                .forEach(all::add);
        if (all.isEmpty()) {
            all.add(NO_ZONE);
        }
        return all.stream().toList();
    }

    /// Finds the bands of clusters.
    private record Bands(
            ClusterState state,
            Seats seats,
            List<String> zones,
            Map<Bench, Map<TaskId, Integer>> benches) {

        Bands(ClusterState state, Seats seats, List<String> zones) {
            this(state, seats, zones, benches(seats));
        }

        private static Map<Bench, Map<TaskId, Integer>> benches(Seats seats) {
            var benches = new LinkedHashMap<Bench, Map<TaskId, Integer>>();
            seats.seated()
                    .forEach((task, seat) ->
                            benches.computeIfAbsent(seat.bench(), _ -> new LinkedHashMap<>())
                                    .put(task, seat.index()));
            return benches;
        }

        List<InCluster> clusters() {
            return state.clusters().values().stream()
                    .filter(cluster -> cluster.status() != ClusterStatus.INACTIVE)
                    .map(ClusterDescription::name)
                    .map(this::inCluster)
                    .toList();
        }

        private InCluster inCluster(String name) {
            return new InCluster(name, bands(name), ec2(name), containers(name), letters(name));
        }

        private int letters(String cluster) {
            return benches.entrySet().stream()
                    .filter(bench -> bench.getKey().cluster().equals(cluster))
                    .flatMap(bench -> bench.getValue().keySet().stream())
                    .mapToInt(task -> state.taskNames().getOrDefault(task, task.hex()).length())
                    .max()
                    .orElse(0);
        }

        private Ec2Plan ec2(String cluster) {
            return Ec2Plan.of(state, cluster, zones, seats, benches);
        }

        private int containers(String cluster) {
            return benches.entrySet().stream()
                    .filter(bench -> bench.getKey().cluster().equals(cluster))
                    .flatMap(bench -> bench.getValue().keySet().stream())
                    .map(state.tasks()::get)
                    .mapToInt(task -> task == null ? 1 : task.containers().size())
                    .max()
                    .orElse(1);
        }

        /// AWS's own machines first, then the rest; otherwise in the order in which they came.
        private List<Band> bands(String cluster) {
            var bands = new ArrayList<Band>();
            state.services().values().stream()
                    .filter(service -> service.name().cluster().equals(cluster))
                    .filter(this::isShown)
                    .map(this::band)
                    .forEach(bands::add);
            if (isSeated(cluster, STANDALONE)) {
                bands.add(standalone(cluster));
            }
            var sorted = new ArrayList<>(bands.stream().filter(Band::fargate).toList());
            sorted.addAll(bands.stream().filter(band -> !band.fargate()).toList());
            return sorted;
        }

        private boolean isShown(Service service) {
            return service.status() != ServiceStatus.INACTIVE
                    || isSeated(service.name().cluster(), groupOf(service.name()));
        }

        private static String groupOf(ServiceName service) {
            return Task.groupOfService(service.service());
        }

        private boolean isSeated(String cluster, String group) {
            return benches.keySet().stream()
                    .anyMatch(bench ->
                            bench.cluster().equals(cluster) && bench.group().equals(group));
        }

        private Band band(Service service) {
            var onFargate = service.launchType() == LaunchType.FARGATE;
            var kept = onFargate ? Math.ceilDiv(service.desiredCount(), zones.size()) + 1 : 0;
            return new Band(
                    service.name().toString(),
                    onFargate,
                    cells(service.name().cluster(), groupOf(service.name()), kept));
        }

        private Band standalone(String cluster) {
            var cells = cells(cluster, STANDALONE, 1);
            var fargate =
                    cells.stream()
                            .flatMap(cell -> cell.seats().keySet().stream())
                            .map(task -> state.tasks().get(task))
                            .anyMatch(task ->
                                    task != null && task.launchType() == LaunchType.FARGATE);
            return new Band(cluster + "/", fargate, cells);
        }

        private List<Cell> cells(String cluster, String group, int kept) {
            return zones.stream()
                    .map(zone -> new Bench(cluster, group, zone))
                    .map(bench -> cell(bench, kept))
                    .toList();
        }

        private Cell cell(Bench bench, int kept) {
            return Cell.of(
                    Math.max(kept, seats.sizeOf(bench)), benches.getOrDefault(bench, Map.of()));
        }
    }
}
