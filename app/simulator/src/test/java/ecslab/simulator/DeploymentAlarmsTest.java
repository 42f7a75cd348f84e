package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.5 Deployment alarms, and the time in which they are still watched.
class DeploymentAlarmsTest {

    private static final String ALARMS =
            "\"alarms\": {\"alarmNames\": [\"5xx\"], \"enable\": true, \"rollback\": ROLLBACK},"
                    + " \"bakeTimeInMinutes\": 2";

    private static Written world(String state, boolean rollback) {
        return Deploying.revision(
                Deploying.balanced(
                        Deploying.world("web:1", "web:1")
                                .setup(
                                        "lab:Alarm",
                                        "{\"name\": \"5xx\", \"state\": \"" + state + "\"}"),
                        2,
                        ALARMS.replace("ROLLBACK", "" + rollback)),
                "200s",
                2);
    }

    @Test
    void deploymentIsCompleteAfterTheBakeTime() {
        var outcome = world("OK", true).until("500s");
        assertEquals(List.of("SUCCESSFUL", "SUCCESSFUL"), Deploying.ended(outcome.run()));
        assertEquals(
                List.of(
                        "rollout.alarms.back",
                        "rollout.bakes",
                        "rollout.alarms.back",
                        "rollout.bakes"),
                outcome.told().decisions(Decision.Kind.ROLLOUT).stream()
                        .map(line -> line.split(" ")[1])
                        .toList());
        assertEquals(
                List.of("PENDING", "IN_PROGRESS", "IN_PROGRESS BAKE_TIME", "SUCCESSFUL"),
                Deploying.statuses(outcome.run()).subList(0, 4));
    }

    /// During the rollout or the bake time.
    @ParameterizedTest
    @CsvSource({"203s", "240s", "300s"})
    void alarmFailsTheDeploymentAndTheOldOneComesBack(String at) {
        var outcome = Deploying.alarm(world("OK", true), at, "ALARM").until("700s");
        assertEquals(List.of("SUCCESSFUL", "ROLLBACK_SUCCESSFUL"), Deploying.ended(outcome.run()));
        assertEquals(
                List.of("1 PRIMARY COMPLETED 2/2"),
                Deploying.deployments(outcome.run().snapshot()));
        assertEquals(1, outcome.told().said("deployment failed: alarm detected.").size());
    }

    @Test
    void alarmAfterwardsIsNothingToADeployment() {
        var outcome = Deploying.alarm(world("OK", true), "450s", "ALARM").until("600s");
        assertEquals(List.of("SUCCESSFUL", "SUCCESSFUL"), Deploying.ended(outcome.run()));
    }

    @Test
    void alarmThatWasInAlarmAtTheStartIsIgnored() {
        var world = Deploying.alarm(world("ALARM", true), "210s", "OK");
        var outcome = Deploying.alarm(world, "220s", "ALARM").until("700s");
        assertEquals(List.of("SUCCESSFUL", "SUCCESSFUL"), Deploying.ended(outcome.run()));
    }

    /// Which alarms a deployment listens to is told as it begins.
    @ParameterizedTest
    @CsvSource({
        "OK, 5xx true rollout.alarm.watched",
        "INSUFFICIENT_DATA, 5xx true rollout.alarm.watched",
        "ALARM, 5xx false rollout.alarm.ignored",
        "'', 5xx false rollout.alarm.missing",
    })
    void everyAlarmIsToldAsTheDeploymentBegins(String state, String expected) {
        var made =
                state.isEmpty()
                        ? Deploying.world("web:1")
                        : Deploying.world("web:1")
                                .setup(
                                        "lab:Alarm",
                                        "{\"name\": \"5xx\", \"state\": \"" + state + "\"}");
        var outcome = Deploying.balanced(made, 1, ALARMS.replace("ROLLBACK", "false")).until("5s");
        var told =
                outcome.run().events().stream()
                        .filter(event ->
                                event instanceof Decision one
                                        && one.kind() == Decision.Kind.ROLLOUT)
                        .map(event -> (Decision) event)
                        .toList();
        assertEquals(1, told.size());
        assertEquals("rollout.alarms", told.getFirst().outcome().key());
        var alarm = told.getFirst().candidates().getFirst();
        assertEquals(expected, alarm.name() + " " + alarm.accepted() + " " + alarm.why().key());
    }

    @Test
    void withoutRollbackItStalls() {
        var outcome = Deploying.alarm(world("OK", false), "203s", "ALARM").until("500s");
        assertEquals(List.of("SUCCESSFUL", "STOPPED"), Deploying.ended(outcome.run()));
        assertEquals(
                "2 PRIMARY FAILED",
                Deploying.deployments(outcome.run().snapshot()).getFirst().substring(0, 16));
    }

    @Test
    void unknownAlarmIsRefused() {
        assertEquals(
                List.of("ResourceNotFound: Unknown alarm 5xx"),
                Deploying.alarm(Deploying.world("web:1"), "1s", "ALARM").until("10s").refused());
    }
}
