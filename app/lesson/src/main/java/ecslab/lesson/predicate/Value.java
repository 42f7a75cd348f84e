package ecslab.lesson.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.ClusterState.Requests;
import ecslab.lesson.predicate.Documents.Asked;
import java.util.ArrayList;
import java.util.List;

/// What a query found.
///
/// @param shown a text without quotes, anything else as JSON
/// @param items of a list; none if it is no list
public record Value(String shown, List<String> items) {

    /// Asks a run's state. Requests are counted from the run's start, and what the learner did
    /// isn't known.
    public static Value of(Query query, ClusterState state, RunHeader run) {
        var document =
                new Documents(run)
                        .document(Asked.by(query), state, Requests.NONE, LearnerActs.NONE);
        return of(query.finder().apply(document));
    }

    private static Value of(JsonNode found) {
        var items = new ArrayList<String>();
        if (found.isArray()) {
            found.forEach(item -> items.add(shown(item)));
        }
        return new Value(shown(found), items);
    }

    static String shown(JsonNode found) {
        return found.isTextual() ? found.asText() : found.toString();
    }
}
