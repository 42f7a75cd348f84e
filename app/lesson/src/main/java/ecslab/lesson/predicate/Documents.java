package ecslab.lesson.predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.ClusterState.Requests;
import ecslab.wire.describe.Describe;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the document that a query is asked of. A section that nothing has touched since it was
/// made is used again.
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The fields of `requests`.
    static final List<String> COUNTS =
            List.of("sent", "succeeded", "failed", "inFlight", "answeredBy");

    private final RunHeader run;
    private final Map<Section, JsonNode> made = new EnumMap<>(Section.class);

    Documents(RunHeader run) {
        this.run = run;
    }

    /// Which parts of the document a query reads.
    record Asked(Set<Section> sections, Set<String> counts) {
        static Asked by(Query query) {
            return new Asked(query.sections(), query.counts());
        }
    }

    /// Forgets what may read otherwise now.
    void touch(Set<Section> sections) {
        made.keySet().removeAll(sections);
    }

    /// What a query reads, at one moment.
    ///
    /// @param before the counts of requests when the stretch of time began
    JsonNode document(Asked asked, ClusterState state, Requests before, LearnerActs learner) {
        var document = JsonNodeFactory.instance.objectNode();
        for (var section : asked.sections()) {
            document.set(
                    section.word(),
                    switch (section) {
                        case REQUESTS -> requests(asked.counts(), state, before);
                        case LEARNER -> learner.json();
                        case CLUSTERS, TASK_DEFINITIONS, SERVICES, TASKS, LOAD_BALANCERS ->
                                list(section, state);
                        case RULES -> list(section, state);
                        case LISTENERS, TARGET_GROUPS, TARGET_HEALTH, ROLES, IMAGES, SUBNETS ->
                                list(section, state);
                        case CONTAINER_INSTANCES, CAPACITY_PROVIDERS -> list(section, state);
                        case AUTO_SCALING_GROUPS, INSTANCES -> list(section, state);
                        case SERVICE_DEPLOYMENTS, SERVICE_REVISIONS -> list(section, state);
                        case CODE_DEPLOY_DEPLOYMENTS, ALARMS, PROTECTED_TASKS ->
                                list(section, state);
                    });
        }
        return document;
    }

    private JsonNode list(Section section, ClusterState state) {
        return made.computeIfAbsent(section, one -> parse(Describe.list(one.word(), state, run)));
    }

    private static ObjectNode requests(Set<String> counts, ClusterState state, Requests before) {
        var now = state.requests();
        var json = JsonNodeFactory.instance.objectNode();
        for (var count : counts) {
            switch (count) {
                case "sent" -> json.put(count, now.sent() - before.sent());
                case "succeeded" -> json.put(count, now.succeeded() - before.succeeded());
                case "failed" -> json.put(count, now.failed() - before.failed());
                case "inFlight" -> json.put(count, now.inFlight());
                default -> json.set(count, answeredBy(state, before));
            }
        }
        return json;
    }

    private static ArrayNode answeredBy(ClusterState state, Requests before) {
        var tasks = JsonNodeFactory.instance.arrayNode();
        state.requests()
                .answeredBy()
                .forEach((task, count) -> {
                    var since = count - before.answeredBy().getOrDefault(task, 0L);
                    if (since > 0) {
                        tasks.addObject().put("task", name(state, task)).put("count", since);
                    }
                });
        return tasks;
    }

    private static String name(ClusterState state, TaskId task) {
        return "task/" + state.taskNames().getOrDefault(task, task.hex());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("what we write we can't read: " + json, ours);
        }
    }
}
