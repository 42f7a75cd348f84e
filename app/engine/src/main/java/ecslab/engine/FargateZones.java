package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fargate spreads by itself: the Availability Zone with the fewest tasks of the same group. Which
/// of several equal ones isn't published; the one named first is taken.
final class FargateZones {

    private final Desk desk;

    FargateZones(Desk desk) {
        this.desk = desk;
    }

    Subnet choose(TaskStarter.Order order) {
        var tasksByZone = tasksByZone(order);
        var subnets = subnets(order);
        var best = subnets.getFirst();
        for (var subnet : subnets) {
            if (tasks(tasksByZone, subnet) < tasks(tasksByZone, best)) {
                best = subnet;
            }
        }
        return best;
    }

    /// @param made the task that was placed: it doesn't count among those that were there
    void explain(TaskStarter.Order order, Ref about, Subnet best, Task made) {
        var tasksByZone = new TreeMap<>(tasksByZone(order));
        tasksByZone.merge(made.availabilityZone(), -1, Integer::sum);
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

    private List<Subnet> subnets(TaskStarter.Order order) {
        var all =
                desk.state().network.subnets().stream()
                        .filter(s -> order.network().subnets().contains(s.subnetId()))
                        .toList();
        var lit =
                all.stream()
                        .filter(s -> !desk.state().darkZones.contains(s.availabilityZone()))
                        .toList();
        return lit.isEmpty() ? all : lit;
    }

    private Map<String, Integer> tasksByZone(TaskStarter.Order order) {
        return desk.state().census.zones(order.cluster(), order.group());
    }

    private static int tasks(Map<String, Integer> byZone, Subnet subnet) {
        return byZone.getOrDefault(subnet.availabilityZone(), 0);
    }
}
