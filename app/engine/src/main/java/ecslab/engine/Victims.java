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
import java.util.List;
import java.util.Objects;

/// Chooses which tasks stop when a service is scaled in (behaviour reference §5.2): those that
/// don't run yet, then as the placement strategy would have it, from the fullest first; where it
/// leaves several, by chance.
final class Victims {

    /// More would say less, and a service may have thousands.
    static final int CANDIDATES_MAX = 20;

    private final Desk desk;

    Victims(Desk desk) {
        this.desk = desk;
    }

    /// Where all have to go there is nothing to choose.
    ///
    /// @param guarded tasks that are protected from scale-in: they are told, and stay
    List<TaskId> choose(Service service, List<Task> members, List<Task> guarded, int count) {
        if (count == members.size() && guarded.isEmpty()) {
            return members.stream().map(Task::id).toList();
        }
        var queue = new VictimQueue(desk.state(), service, members);
        var chosen = new ArrayList<TaskId>();
        for (var i = 0; i < count; i++) {
            var best = queue.best();
            var at = best.nextSetBit(0);
            for (var skip = desk.ids().below(best.cardinality(), "placement/victim");
                    skip > 0;
                    skip--) {
                at = best.nextSetBit(at + 1);
            }
            explain(service, queue, at, guarded);
            queue.take(at);
            chosen.add(members.get(at).id());
        }
        return List.copyOf(chosen);
    }

    private void explain(Service service, VictimQueue queue, int victim, List<Task> guarded) {
        var candidates = new ArrayList<Candidate>();
        for (var number : told(queue, victim)) {
            candidates.add(candidate(queue, number, number == victim));
        }
        guarded.stream().limit(CANDIDATES_MAX).map(this::guarded).forEach(candidates::add);
        var name = name(queue.task(victim));
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.VICTIM,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("tasks", queue.size()),
                                Fact.of("placementStrategy", queue.strategies())),
                        candidates,
                        "",
                        queue.isOnInstances()
                                ? Phrase.of(
                                        "victim.outcome.by",
                                        "task",
                                        name,
                                        "strategies",
                                        queue.strategies())
                                : Phrase.of("victim.outcome", "task", name));
    }

    private Candidate candidate(VictimQueue queue, int number, boolean taken) {
        var task = queue.task(number);
        var status = task.lastStatus();
        var zone = task.availabilityZone();
        return new Candidate(
                name(task),
                taken,
                queue.isOnInstances()
                        ? Phrase.of(
                                "victim.candidate.by",
                                "status",
                                status,
                                "zone",
                                zone,
                                "scores",
                                queue.scores(number))
                        : Phrase.of(
                                "victim.candidate",
                                "status",
                                status,
                                "zone",
                                zone,
                                "count",
                                queue.shared(number)));
    }

    private Candidate guarded(Task task) {
        return new Candidate(
                name(task),
                false,
                Phrase.of(
                        "victim.protected",
                        "status",
                        task.lastStatus(),
                        "zone",
                        task.availabilityZone()));
    }

    /// Of many tasks, those that come first, and the victim.
    private static List<Integer> told(VictimQueue queue, int victim) {
        if (queue.size() <= CANDIDATES_MAX) {
            return queue.all();
        }
        var told = new ArrayList<>(queue.first(CANDIDATES_MAX));
        if (!told.contains(victim)) {
            told.set(CANDIDATES_MAX - 1, victim);
        }
        return told;
    }

    private String name(Task task) {
        return Objects.requireNonNull(desk.state().taskNames.get(task.id()));
    }
}
