package ecslab.lesson.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/// What a learner did in a stretch of time.
///
/// @param calls such as `ecs:RunTask`, those that were done
/// @param refused the others
/// @param opened parts of the window, such as `json`
/// @param copied such as `cli`
public record LearnerActs(
        List<String> calls, List<String> refused, List<String> opened, List<String> copied) {

    public static final LearnerActs NONE =
            new LearnerActs(List.of(), List.of(), List.of(), List.of());

    public LearnerActs {
        calls = List.copyOf(calls);
        refused = List.copyOf(refused);
        opened = List.copyOf(opened);
        copied = List.copyOf(copied);
    }

    public LearnerActs withCall(String call) {
        return new LearnerActs(with(calls, call), refused, opened, copied);
    }

    public LearnerActs withRefused(String call) {
        return new LearnerActs(calls, with(refused, call), opened, copied);
    }

    JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        put(json.putArray("calls"), calls);
        put(json.putArray("refused"), refused);
        put(json.putArray("opened"), opened);
        put(json.putArray("copied"), copied);
        return json;
    }

    private static void put(
            com.fasterxml.jackson.databind.node.ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> with(List<String> list, String more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
