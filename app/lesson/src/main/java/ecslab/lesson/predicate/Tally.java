package ecslab.lesson.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecslab.ecs.state.ClusterState.Requests;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.predicate.Documents.Asked;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Keeps how one predicate has stood since its stretch of time began.
///
/// The value read last is that of the present moment. It counts only when time has passed: until
/// then more can happen at the same moment.
final class Tally {

    private final Predicate predicate;
    private final UnaryOperator<JsonNode> finder;
    private final Asked asked;

    private JsonNode seen = MissingNode.getInstance();
    private boolean hasBegun;
    private boolean isOver;
    private SimInstant from = SimInstant.START;
    private SimInstant counted = SimInstant.START;
    private Requests before = Requests.NONE;
    private LearnerActs acts = LearnerActs.NONE;
    private long heldMicros;
    private boolean everHeld;
    private boolean onceFailed;
    private boolean holds;
    private boolean isStale;

    Tally(Predicate predicate) {
        this.predicate = predicate;
        finder = predicate.that().finder();
        asked = Asked.by(predicate.that());
    }

    Predicate predicate() {
        return predicate;
    }

    Asked asked() {
        return asked;
    }

    Requests before() {
        return before;
    }

    LearnerActs acts() {
        return acts;
    }

    /// Begins the stretch of time, or begins it anew.
    void begin(SimInstant at, Requests requests) {
        hasBegun = true;
        isOver = false;
        from = at;
        counted = at;
        before = requests;
        acts = LearnerActs.NONE;
        heldMicros = 0;
        everHeld = false;
        onceFailed = false;
        isStale = true;
    }

    /// Ends the stretch of time at the moment counted last: what comes doesn't count.
    void end() {
        isOver = true;
    }

    boolean isRunning() {
        return hasBegun && !isOver;
    }

    void act(LearnerActs next) {
        acts = next;
        touch(Set.of(Section.LEARNER));
    }

    void touch(Set<Section> touched) {
        if (touched.stream().anyMatch(asked.sections()::contains)) {
            isStale = true;
        }
    }

    boolean mustLook() {
        return isRunning() && isStale;
    }

    void look(JsonNode document) {
        if (!document.equals(seen)) {
            seen = document;
            holds = predicate.is().fits(Value.shown(finder.apply(document)));
        }
        isStale = false;
    }

    /// Counts the value read last as having lasted until `to`.
    void count(SimInstant to) {
        if (!isRunning() || !counted.isBefore(to)) {
            return;
        }
        if (holds) {
            heldMicros += to.micros() - counted.micros();
            everHeld = true;
        } else {
            onceFailed = true;
        }
        counted = to;
    }

    Verdict verdict() {
        return switch (predicate.when()) {
            case Predicate.When.Now() -> verdict(hasBegun && holds);
            case Predicate.When.Always() ->
                    onceFailed || (hasBegun && !holds) ? Verdict.BROKEN : verdict(hasBegun);
            case Predicate.When.Ever() -> verdict(everHeld || (hasBegun && holds));
            case Predicate.When.Share(double min) -> verdict(hasBegun && share() >= min);
        };
    }

    private double share() {
        var whole = counted.micros() - from.micros();
        if (whole == 0) {
            return holds ? 1 : 0;
        }
        return (double) heldMicros / whole;
    }

    private static Verdict verdict(boolean holds) {
        return holds ? Verdict.HOLDS : Verdict.NOT_YET;
    }
}
