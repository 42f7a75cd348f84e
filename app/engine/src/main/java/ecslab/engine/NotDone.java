package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import java.util.List;
import java.util.Objects;

/// Tells what a call has not done although HTTP says 200 (behaviour reference §5.4). What placement
/// has refused it tells itself.
final class NotDone {

    private NotDone() {}

    static void tell(Desk desk, String cluster, List<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        desk.journal()
                .decide(
                        Ref.of(Ref.Kind.CLUSTER, cluster),
                        Kind.ANSWER,
                        List.of(),
                        failures.stream().map(one -> told(desk, one)).toList(),
                        "",
                        Phrase.of("answer.failures", "count", failures.size()));
    }

    private static Candidate told(Desk desk, Failure failure) {
        var id = Arns.lastPart(failure.arn());
        return new Candidate(name(desk, id), false, why(failure));
    }

    private static String name(Desk desk, String id) {
        var instance = desk.state().containerInstances.get(id);
        return instance == null
                ? Objects.requireNonNullElse(desk.state().taskNames.get(new TaskId(id)), id)
                : PlacementTold.name(desk.state(), instance);
    }

    private static Phrase why(Failure failure) {
        return switch (failure.reason()) {
            case "MISSING" -> Phrase.of("answer.missing");
            case "INACTIVE" -> Phrase.of("answer.inactive");
            case "TASK_NOT_VALID" -> Phrase.of("answer.notValid");
            default -> Phrase.of("answer.reason", "reason", failure.reason());
        };
    }
}
