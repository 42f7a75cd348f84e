package ecslab.stage.layout;

import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Seats.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    static final String NO_ZONE = "";

    /// One cluster's share.
    record InCluster(String name, List<Band> bands) {}

    /// A service, or the standalone tasks of a cluster.
    ///
    /// @param id a service's full name; `CLUSTER/` for standalone tasks
    /// @param cells one for each of the plan's zones
    record Band(String id, boolean fargate, List<Cell> cells) {}

    /// Where a band crosses a zone.
    ///
    /// @param capacity how many seats to keep, so that a replacement finds one and nobody moves
    record Cell(int capacity, Map<TaskId, Integer> seats) {}

    static Plan of(ClusterState state, SimInstant at) {
        var seats = Seats.at(state, at);
        var zones = zones(state, seats);
        return new Plan(
                images(state),
                active(state).stream().map(known -> known.name().toString()).toList(),
                List.copyOf(state.roles().keySet()),
                List.copyOf(state.loadBalancers().keySet()),
                zones,
                clusters(state, seats, zones));
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
        return List.copyOf(all.stream().toList());
    }

    private static List<String> zones(ClusterState state, Map<TaskId, Seat> seats) {
        var all = new LinkedHashSet<String>();
        state.network().subnets().stream().map(Subnet::availabilityZone).forEach(all::add);
        seats.values().forEach(seat -> all.add(seat.bench().availabilityZone()));
        if (all.isEmpty()) {
            all.add(NO_ZONE);
        }
        return all.stream().toList();
    }

    private static List<InCluster> clusters(
            ClusterState state, Map<TaskId, Seat> seats, List<String> zones) {
        return state.clusters().values().stream()
                .filter(cluster -> cluster.status() != ClusterStatus.INACTIVE)
                .map(ClusterDescription::name)
                .map(name -> new InCluster(name, bands(state, name, seats, zones)))
                .toList();
    }

    /// AWS's own machines first, then the rest; otherwise in the order in which they came.
    private static List<Band> bands(
            ClusterState state, String cluster, Map<TaskId, Seat> seats, List<String> zones) {
        var bands = new ArrayList<Band>();
        state.services().values().stream()
                .filter(service -> service.name().cluster().equals(cluster))
                .filter(service -> isShown(service, seats))
                .map(service -> band(service, seats, zones))
                .forEach(bands::add);
        standalone(state, cluster, seats, zones).ifPresent(bands::add);
        var sorted = new ArrayList<>(bands.stream().filter(Band::fargate).toList());
        sorted.addAll(bands.stream().filter(band -> !band.fargate()).toList());
        return sorted;
    }

    private static boolean isShown(Service service, Map<TaskId, Seat> seats) {
        return service.status() != ServiceStatus.INACTIVE
                || seats.values().stream().anyMatch(seat -> isOf(seat, service.name()));
    }

    private static boolean isOf(Seat seat, ServiceName service) {
        return seat.bench().cluster().equals(service.cluster())
                && seat.bench().group().equals("service:" + service.service());
    }

    private static Band band(Service service, Map<TaskId, Seat> seats, List<String> zones) {
        var kept = Math.ceilDiv(service.desiredCount(), zones.size()) + 1;
        var mine = new LinkedHashMap<TaskId, Seat>();
        seats.forEach(
                (task, seat) -> {
                    if (isOf(seat, service.name())) {
                        mine.put(task, seat);
                    }
                });
        return new Band(
                service.name().toString(),
                service.launchType() == LaunchType.FARGATE,
                cells(mine, zones, kept));
    }

    private static Optional<Band> standalone(
            ClusterState state, String cluster, Map<TaskId, Seat> seats, List<String> zones) {
        var mine = new LinkedHashMap<TaskId, Seat>();
        seats.forEach(
                (task, seat) -> {
                    if (seat.bench().cluster().equals(cluster) && seat.bench().group().isEmpty()) {
                        mine.put(task, seat);
                    }
                });
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        var fargate =
                mine.keySet().stream()
                        .map(task -> state.tasks().get(task))
                        .anyMatch(task -> task != null && task.launchType() == LaunchType.FARGATE);
        return Optional.of(new Band(cluster + "/", fargate, cells(mine, zones, 1)));
    }

    private static List<Cell> cells(Map<TaskId, Seat> mine, List<String> zones, int kept) {
        return zones.stream().map(zone -> cell(mine, zone, kept)).toList();
    }

    private static Cell cell(Map<TaskId, Seat> mine, String zone, int kept) {
        var seats = new LinkedHashMap<TaskId, Integer>();
        mine.forEach(
                (task, seat) -> {
                    if (seat.bench().availabilityZone().equals(zone)) {
                        seats.put(task, seat.index());
                    }
                });
        var used = seats.values().stream().mapToInt(index -> index + 1).max().orElse(0);
        return new Cell(Math.max(kept, used), seats);
    }
}
