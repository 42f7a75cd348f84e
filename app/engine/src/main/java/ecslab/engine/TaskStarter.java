package ecslab.engine;

import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskCondition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.engine.Machines.Room;
import ecslab.engine.Placement.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// Makes tasks, and asks for room for them: on Fargate, or on a container instance.
final class TaskStarter {

    private final Desk desk;
    private final TaskLifecycle lifecycle;
    private final FargateZones zones;
    private final Placement placement;

    TaskStarter(Desk desk, TaskLifecycle lifecycle) {
        this.desk = desk;
        this.lifecycle = lifecycle;
        zones = new FargateZones(desk);
        placement = new Placement(desk);
    }

    /// Who wants the task.
    ///
    /// @param definition with what RunTask overrides
    /// @param group `service:NAME` or `family:FAMILY`
    /// @param placement beside the task definition's own constraints
    record Order(
            String cluster,
            TaskDefinition definition,
            String group,
            String startedBy,
            AwsVpcConfiguration network,
            TaskOverride overrides,
            PlacementRules placement) {}

    /// @param provider empty for the launch type
    Task onFargate(Order order, String provider) {
        var id = desk.ids().task();
        var subnet = zones.choose(order);
        var place =
                new TaskPlace(
                        LaunchType.FARGATE,
                        provider,
                        "",
                        subnet.availabilityZone(),
                        subnet.subnetId());
        var task = make(id, order, place, TaskStatus.PROVISIONING);
        zones.explain(order, Ref.task(id), subnet, task);
        desk.counts().changed(task);
        desk.machines().provision(id, room(order, "", subnet));
        return task;
    }

    /// Who would take the task now.
    Verdict look(Order order, String provider) {
        return placement.choose(order, provider);
    }

    /// Who of an Availability Zone would take the task now.
    Verdict lookIn(Order order, String provider, String zone) {
        return placement.choose(Ask.of(desk.state(), order, provider).inZone(zone));
    }

    /// A daemon's task has nowhere else to go.
    Verdict only(Ask ask, Candidate candidate) {
        return placement.only(ask, candidate);
    }

    /// @param tasks how many of them ask the same
    void explain(Ref about, Verdict verdict, int tasks) {
        placement.explain(about, verdict, tasks);
    }

    /// On the instance that was chosen.
    Task onInstance(Order order, String provider, Verdict verdict) {
        var instance = verdict.chosen().orElseThrow();
        var id = desk.ids().task();
        var first = hasInterface(order) ? TaskStatus.PROVISIONING : TaskStatus.PENDING;
        var task = make(id, order, place(order, provider, instance), first);
        placement.explain(Ref.task(id), verdict, 1);
        desk.counts().changed(task);
        settle(task, order, instance);
        return desk.task(id);
    }

    /// In PROVISIONING, until its provider has room.
    Task waiting(Order order, String provider, Verdict verdict) {
        var id = desk.ids().task();
        var nowhere = new TaskPlace(LaunchType.EC2, provider, "", "", "");
        var task = make(id, order, nowhere, TaskStatus.PROVISIONING);
        placement.explain(Ref.task(id), verdict, 1);
        desk.counts().changed(task);
        desk.state().waiting.put(id, order);
        return task;
    }

    /// Places a task that waited, if there is room now.
    boolean placeWaiting(Task task, Order order) {
        var provider = task.place().capacityProvider();
        if (!placement.hasRoom(order, provider)) {
            return false;
        }
        var verdict = placement.choose(order, provider);
        var instance = verdict.chosen().orElseThrow();
        placement.explain(Ref.task(task.id()), verdict, 1);
        var placed = task.withPlace(place(order, provider, instance));
        settle(lifecycle.records().put(placed), order, instance);
        return true;
    }

    private void settle(Task task, Order order, ContainerInstance instance) {
        var subnet = desk.state().network.subnet(task.subnetId()).orElseThrow();
        var room = room(order, instance.ec2InstanceId(), subnet);
        if (hasInterface(order)) {
            desk.machines().provision(task.id(), room);
        } else {
            desk.machines().seat(task.id(), room);
            lifecycle.seated(task);
        }
    }

    private TaskPlace place(Order order, String provider, ContainerInstance instance) {
        var subnet =
                hasInterface(order)
                        ? desk.state().network.subnets().stream()
                                .filter(one -> order.network().subnets().contains(one.subnetId()))
                                .filter(one ->
                                        one.availabilityZone().equals(instance.availabilityZone()))
                                .findFirst()
                                .orElseThrow()
                                .subnetId()
                        : instance.subnetId();
        return new TaskPlace(
                LaunchType.EC2, provider, instance.id(), instance.availabilityZone(), subnet);
    }

    private Room room(Order order, String ec2InstanceId, Subnet subnet) {
        var securityGroups =
                ec2InstanceId.isEmpty() || hasInterface(order)
                        ? order.network().securityGroups()
                        : Objects.requireNonNull(desk.state().instances.get(ec2InstanceId))
                                .securityGroups();
        return new Room(ec2InstanceId, subnet, order.network().assignPublicIp(), securityGroups);
    }

    private static boolean hasInterface(Order order) {
        return order.definition().networkMode() == NetworkMode.AWSVPC;
    }

    private Task make(TaskId id, Order order, TaskPlace place, TaskStatus first) {
        var definition = order.definition();
        var needs = Reservation.of(definition);
        var task =
                new Task(
                        id,
                        new TaskOrigin(
                                order.cluster(),
                                definition.name(),
                                order.group(),
                                order.startedBy(),
                                needs.cpuUnits(),
                                needs.memoryMib(),
                                order.overrides()),
                        place,
                        TaskCondition.of(first),
                        containers(definition),
                        List.of(),
                        Collections.emptyMap(),
                        Stop.NOT_ASKED,
                        1);
        var made =
                first == TaskStatus.PENDING
                        ? task.withTime(TaskMoment.CREATED_AT, desk.now())
                        : task;
        desk.state().put(made);
        desk.state().nameTask(made);
        desk.journal().report(new TaskStateChange(desk.now(), made));
        return made;
    }

    private static List<Container> containers(TaskDefinition definition) {
        var containers = new ArrayList<Container>();
        for (var one : definition.containerDefinitions()) {
            containers.add(container(one));
        }
        return List.copyOf(containers);
    }

    private static Container container(ContainerDefinition definition) {
        return new Container(
                definition.name(),
                definition.image(),
                "",
                ContainerStatus.PENDING,
                Exit.NONE,
                "",
                HealthStatus.UNKNOWN,
                definition.essential(),
                definition.cpuUnits(),
                definition.memoryMib(),
                List.of());
    }

    /// Whether Fargate has room of this kind at all.
    boolean hasCapacity(String provider) {
        return !provider.equals(CapacityProvider.FARGATE_SPOT) || !desk.state().spotIsGone;
    }
}
