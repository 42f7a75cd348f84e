package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskCondition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes a task and asks for room for it on Fargate.
final class TaskStarter {

    private final Desk desk;

    TaskStarter(Desk desk) {
        this.desk = desk;
    }

    /// Who wants the task.
    ///
    /// @param definition with what RunTask overrides
    /// @param group `service:NAME` or `family:FAMILY`
    record Order(
            String cluster,
            TaskDefinition definition,
            String group,
            String startedBy,
            AwsVpcConfiguration network,
            TaskOverride overrides) {}

    Task start(Order order) {
        var id = desk.ids().task();
        var tasksByZone = tasksByZone(order);
        var subnet = choose(order, tasksByZone);
        var definition = order.definition();
        var task =
                new Task(
                        id,
                        new TaskOrigin(
                                order.cluster(),
                                definition.name(),
                                order.group(),
                                order.startedBy(),
                                definition.cpuUnits(),
                                definition.memoryMib(),
                                order.overrides()),
                        TaskPlace.onFargate(subnet.availabilityZone(), subnet.subnetId()),
                        TaskCondition.of(TaskStatus.PROVISIONING),
                        definition.containerDefinitions().stream()
                                .map(TaskStarter::container)
                                .toList(),
                        List.of(),
                        Collections.emptyMap(),
                        Stop.NOT_ASKED,
                        1);
        desk.state().tasks.put(id, task);
        desk.state().nameTask(task);
        desk.journal().report(new TaskStateChange(desk.now(), task));
        explain(order, Ref.task(id), tasksByZone, subnet);
        desk.counts().changed(task);
        desk.machines().provision(id, subnet, order.network().assignPublicIp());
        return task;
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

    /// Fargate spreads by itself: the Availability Zone with the fewest tasks of the same group.
    /// Which of several equal ones isn't published; the one named first is taken.
    private Subnet choose(Order order, Map<String, Integer> tasksByZone) {
        var subnets = subnets(order);
        var best = subnets.getFirst();
        for (var subnet : subnets) {
            if (tasks(tasksByZone, subnet) < tasks(tasksByZone, best)) {
                best = subnet;
            }
        }
        return best;
    }

    private List<Subnet> subnets(Order order) {
        return desk.state().network.subnets().stream()
                .filter(s -> order.network().subnets().contains(s.subnetId()))
                .toList();
    }

    private void explain(Order order, Ref about, Map<String, Integer> tasksByZone, Subnet best) {
        var candidates = new ArrayList<Candidate>();
        for (var subnet : subnets(order)) {
            candidates.add(
                    new Candidate(
                            subnet.availabilityZone() + " (" + subnet.subnetId() + ")",
                            subnet.equals(best),
                            Phrase.of(
                                    subnet.equals(best) ? "place.fewest" : "place.notFewer",
                                    "count",
                                    tasks(tasksByZone, subnet))));
        }
        desk.journal()
                .decide(
                        about,
                        Kind.PLACE,
                        List.of(
                                Fact.of("group", order.group()),
                                Fact.of("launchType", LaunchType.FARGATE),
                                Fact.of("cpu", order.definition().cpuUnits()),
                                Fact.of("memory", order.definition().memoryMib())),
                        candidates,
                        "",
                        Phrase.of("place.outcome", "zone", best.availabilityZone()));
    }

    private Map<String, Integer> tasksByZone(Order order) {
        var byZone = new TreeMap<String, Integer>();
        for (var task : desk.state().tasks.values()) {
            var same = task.cluster().equals(order.cluster()) && task.group().equals(order.group());
            if (same && !task.isLeaving()) {
                byZone.merge(task.availabilityZone(), 1, Integer::sum);
            }
        }
        return byZone;
    }

    private static int tasks(Map<String, Integer> byZone, Subnet subnet) {
        return byZone.getOrDefault(subnet.availabilityZone(), 0);
    }
}
