package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Response.RunTaskResponse;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/// §5.4, §6.2: where there is room for some of the tasks only, what is said is what was done.
class RoomForSomeTest {

    /// Two instances of 2 vCPU: each takes one task of 1,536 units.
    private static Written pool() {
        return Written.demo()
                .instances("pool", "t3.small", 2)
                .family("large", "bridge", 1536, 128, "none")
                .family("small", "bridge", 128, 128, "none");
    }

    private static List<Decision> decided(Written.Outcome outcome, Decision.Kind kind) {
        return outcome.run().events().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private static String first(Written.Outcome outcome) {
        var told = decided(outcome, Decision.Kind.SCHEDULE).getFirst().outcome();
        return told.key() + " " + told.values();
    }

    @Test
    void serviceTellsWhatWasStartedAndWhatHeldTheRest() {
        var outcome = pool().service("1s", "large", 3, ", \"launchType\": \"EC2\"").until("20s");
        assertEquals(
                "schedule.startAsFits {closest=pool#1, count=2, missing=3, reason=RESOURCE:CPU}",
                first(outcome));
        assertEquals(2, outcome.places().size());
    }

    @Test
    void decisionIsToldBeforeTheTasksThatItStarts() {
        var outcome = pool().service("1s", "large", 3, ", \"launchType\": \"EC2\"").until("20s");
        var events = outcome.run().events();
        var firstTask = events.stream().filter(TaskStateChange.class::isInstance).findFirst();
        var decision = decided(outcome, Decision.Kind.SCHEDULE).getFirst();
        assertTrue(events.indexOf(decision) < events.indexOf(firstTask.orElseThrow()));
    }

    @Test
    void maximumIsWhatHoldsWhereThereIsRoom() {
        var outcome =
                pool().service("1s", "small", 4, ", \"launchType\": \"EC2\"")
                        .at(
                                "2m",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"forceNewDeployment\": true,"
                                        + " \"deploymentConfiguration\": {\"maximumPercent\":"
                                        + " 150, \"minimumHealthyPercent\": 100}}")
                        .until("125s");
        var told = decided(outcome, Decision.Kind.SCHEDULE).getLast().outcome();
        assertEquals("schedule.startAsRoom {count=2, missing=4}", told.key() + " " + told.values());
    }

    @Test
    void daemonTellsWhereItHasNoRoom() {
        var outcome =
                pool().run("1s", "large", 1, "")
                        .at(
                                "5s",
                                "ecs:CreateService",
                                "{\"cluster\": \"demo\", \"serviceName\": \"web\","
                                        + " \"taskDefinition\": \"large\","
                                        + " \"schedulingStrategy\": \"DAEMON\"}")
                        .until("20s");
        assertEquals(
                "schedule.startAsFits {closest=pool#1, count=1, missing=2, reason=RESOURCE:CPU}",
                first(outcome));
    }

    @Test
    void tasksThatFindNoRoomAreOneDecisionAndOneFailureForEachInstance() {
        var live = Live.at("10s", pool());
        var answer =
                (RunTaskResponse)
                        live.response(
                                "ecs:RunTask",
                                "{\"cluster\": \"demo\", \"taskDefinition\": \"large\","
                                        + " \"count\": 10}");
        assertEquals(2, answer.tasks().size());
        assertEquals(
                List.of("RESOURCE:CPU", "RESOURCE:CPU"),
                answer.failures().stream().map(Failure::reason).toList());
        assertEquals(2, answer.failures().stream().map(Failure::arn).distinct().count());
        var refused =
                decided(live.outcome(), Decision.Kind.PLACE).stream()
                        .filter(one -> one.outcome().key().startsWith("place.nobody"))
                        .toList();
        assertEquals(1, refused.size());
        assertEquals("8", refused.getFirst().outcome().values().get("count"));
        assertEquals(new Decision.Fact("tasks", "8"), refused.getFirst().inputs().getLast());
    }
}
