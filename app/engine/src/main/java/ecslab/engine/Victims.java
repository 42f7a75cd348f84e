package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Chooses which tasks stop when a service is scaled in: those that don't run yet, then from the
/// Availability Zone with the most tasks; within it by chance (Developer Guide, *Task placement
/// strategies*).
final class Victims {

    /// More would say less, and a service may have thousands.
    private static final int CANDIDATES_MAX = 20;

    private final Desk desk;

    Victims(Desk desk) {
        this.desk = desk;
    }

    /// Where all have to go there is nothing to choose.
    List<TaskId> choose(Service service, List<Task> members, int count) {
        if (count == members.size()) {
            return members.stream().map(Task::id).toList();
        }
        var left = new ArrayList<>(members);
        var chosen = new ArrayList<TaskId>();
        for (var i = 0; i < count; i++) {
            var victim = next(left);
            explain(service, left, victim);
            left.remove(victim);
            chosen.add(victim.id());
        }
        return List.copyOf(chosen);
    }

    private Task next(List<Task> left) {
        var waiting = left.stream().filter(t -> t.lastStatus().isBeforeRunning()).toList();
        var from = waiting.isEmpty() ? left : waiting;
        var byZone = byZone(left);
        var fullest =
                from.stream()
                        .map(Task::availabilityZone)
                        .max(
                                Comparator.comparingInt((String zone) -> count(byZone, zone))
                                        .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow();
        var inZone = from.stream().filter(t -> t.availabilityZone().equals(fullest)).toList();
        return inZone.get(desk.ids().below(inZone.size(), "placement/victim"));
    }

    private void explain(Service service, List<Task> left, Task victim) {
        var byZone = byZone(left);
        var candidates = new ArrayList<Candidate>();
        for (var task : told(left, victim)) {
            var name = Objects.requireNonNull(desk.state().taskNames.get(task.id()));
            candidates.add(
                    new Candidate(
                            name,
                            task.equals(victim),
                            Phrase.of(
                                    "victim.candidate",
                                    "status",
                                    task.lastStatus(),
                                    "zone",
                                    task.availabilityZone(),
                                    "count",
                                    count(byZone, task.availabilityZone()))));
        }
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.VICTIM,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("tasks", left.size())),
                        candidates,
                        "",
                        Phrase.of(
                                "victim.outcome",
                                "task",
                                Objects.requireNonNull(desk.state().taskNames.get(victim.id()))));
    }

    /// Of many tasks, the victim and those that came before.
    private static List<Task> told(List<Task> left, Task victim) {
        if (left.size() <= CANDIDATES_MAX) {
            return left;
        }
        var end = Math.clamp(left.indexOf(victim) + 1L, CANDIDATES_MAX, left.size());
        return left.subList(end - CANDIDATES_MAX, end);
    }

    private static Map<String, Integer> byZone(List<Task> tasks) {
        var byZone = new TreeMap<String, Integer>();
        tasks.forEach(task -> byZone.merge(task.availabilityZone(), 1, Integer::sum));
        return byZone;
    }

    private static int count(Map<String, Integer> byZone, String zone) {
        return byZone.getOrDefault(zone, 0);
    }
}
