package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// §6.7 Blue/green, linear and canary deployments: their stages in order, the weights of the rules,
/// hooks and pauses, and the way back.
class BlueGreenTest {

    private static final String BLUE_GREEN =
            "\"strategy\": \"BLUE_GREEN\", \"bakeTimeInMinutes\": 2";

    private static Written deploying(String configuration) {
        return Deploying.revision(
                Deploying.shifting(Deploying.twoGroups("web:1", "web:1"), 2, configuration),
                "60s",
                2);
    }

    private static String hook(String stages, String more) {
        return "\"lifecycleHooks\": [{\"hookTargetArn\":"
                + " \"arn:aws:lambda:us-east-1:111122223333:function:smoke\", \"roleArn\":"
                + " \"arn:r\", \"lifecycleStages\": ["
                + stages
                + "]"
                + more
                + "}]";
    }

    /// `AT web/green` each time that the weights of the production or the test rule changed.
    private static List<String> weights(SimulatedRun run, boolean production) {
        var lines = new ArrayList<String>();
        for (var event : run.events()) {
            if (event instanceof Event.ListenerChange(var at, var listener)) {
                for (var rule : listener.rules()) {
                    if (rule.isDefault() == production
                            && rule.action() instanceof Forward(var groups, _)
                            && groups.size() == 2) {
                        var now = groups.stream().map(Weighted::weight).toList();
                        var line = now.get(0) + "/" + now.get(1);
                        if (lines.isEmpty() || !lines.getLast().endsWith(" " + line)) {
                            lines.add(at.micros() / 1_000_000 + "s " + line);
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static List<String> shares(SimulatedRun run) {
        return weights(run, true).stream().map(line -> line.split(" ")[1]).toList();
    }

    @Test
    void stagesComeInTheirOrder() {
        var run = deploying(BLUE_GREEN).until("600s").run();
        assertEquals(
                List.of(
                        "PENDING",
                        "IN_PROGRESS",
                        "IN_PROGRESS PRE_SCALE_UP",
                        "IN_PROGRESS SCALE_UP",
                        "IN_PROGRESS POST_SCALE_UP",
                        "IN_PROGRESS TEST_TRAFFIC_SHIFT",
                        "IN_PROGRESS POST_TEST_TRAFFIC_SHIFT",
                        "IN_PROGRESS PRE_PRODUCTION_TRAFFIC_SHIFT",
                        "IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT",
                        "IN_PROGRESS POST_PRODUCTION_TRAFFIC_SHIFT",
                        "IN_PROGRESS BAKE_TIME",
                        "IN_PROGRESS CLEAN_UP",
                        "SUCCESSFUL"),
                second(Deploying.statuses(run)));
        assertEquals(List.of("100/0", "0/100"), shares(run));
        assertEquals(List.of("2 PRIMARY COMPLETED 2/2"), Deploying.deployments(run.snapshot()));
    }

    private static List<String> second(List<String> statuses) {
        return statuses.subList(statuses.lastIndexOf("PENDING"), statuses.size());
    }

    @Test
    void bothRunDuringTheBakeTimeAndNeedTwiceTheCapacity() {
        var run = deploying(BLUE_GREEN).until("600s").run();
        run.seek(SimInstant.ofSeconds(150));
        assertEquals(
                List.of("2 PRIMARY IN_PROGRESS 2/2", "1 ACTIVE COMPLETED 2/2"),
                Deploying.deployments(run.snapshot()));
    }

    @Test
    void testRuleGoesFirst() {
        var run = deploying(BLUE_GREEN).until("600s").run();
        var test = weights(run, false);
        var production = weights(run, true);
        assertEquals("0/100", test.getLast().split(" ")[1]);
        assertTrue(
                seconds(test.getLast()) < seconds(production.getLast()), test + " " + production);
    }

    private static int seconds(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf('s')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINEAR | \"linearConfiguration\": {\"stepPercent\": 40, \"stepBakeTimeInMinutes\":"
                        + " 1} | 100/0 60/40 20/80 0/100 | 60 60",
                "LINEAR | \"linearConfiguration\": {\"stepPercent\": 33.3,"
                        + " \"stepBakeTimeInMinutes\": 1} | 100/0 667/333 334/666 1/999 0/100 | 60"
                        + " 60 60",
                "CANARY | \"canaryConfiguration\": {\"canaryPercent\": 10,"
                        + " \"canaryBakeTimeInMinutes\": 3} | 100/0 90/10 0/100 | 180",
                "CANARY | \"canaryConfiguration\": {\"canaryPercent\": 0.1} | 100/0 999/1 0/100 |"
                        + " 600",
                "CANARY | \"minimumHealthyPercent\": 100 | 100/0 95/5 0/100 | 600",
                "LINEAR | \"linearConfiguration\": {\"stepPercent\": 50} | 100/0 50/50 0/100 | 360"
            })
    void stepsAndTheirBakeTimes(String strategy, String more, String shares, String bakes) {
        var run =
                deploying("\"strategy\": \"" + strategy + "\", \"bakeTimeInMinutes\": 1, " + more)
                        .until("1500s")
                        .run();
        assertEquals(List.of(shares.split(" ")), shares(run));
        var lines = weights(run, true);
        var gaps = new ArrayList<String>();
        for (var i = 2; i < lines.size(); i++) {
            // A second goes into each stage between.
            gaps.add("" + (seconds(lines.get(i)) - seconds(lines.get(i - 1)) - 2));
        }
        assertEquals(List.of(bakes.split(" ")), gaps);
        assertEquals("SUCCESSFUL", Deploying.ended(run).getLast());
    }

    @Test
    void alarmDuringTheBakeTimeGoesBackAtOnce() {
        var alarms =
                ", \"alarms\": {\"alarmNames\": [\"5xx\"], \"enable\": true, \"rollback\": true}";
        var world = deploying(BLUE_GREEN + alarms).setup("lab:Alarm", "{\"name\": \"5xx\"}");
        var run = Deploying.alarm(world, "150s", "ALARM").until("600s").run();
        assertEquals("150s 100/0", weights(run, true).getLast());
        assertEquals("ROLLBACK_SUCCESSFUL", Deploying.ended(run).getLast());
        assertEquals(List.of("1 PRIMARY COMPLETED 2/2"), Deploying.deployments(run.snapshot()));
        run.seek(SimInstant.ofSeconds(150));
        assertEquals(
                List.of("1 PRIMARY IN_PROGRESS 2/2", "2 ACTIVE FAILED 0/2"),
                Deploying.deployments(run.snapshot()));
    }

    @Test
    void functionIsAskedUntilItHasAnswered() {
        var run =
                deploying(BLUE_GREEN + ", " + hook("\"POST_SCALE_UP\"", ""))
                        .setup(
                                "lab:Hook",
                                "{\"function\": \"smoke\", \"answers\": [\"SUCCEEDED\","
                                        + " \"IN_PROGRESS\", \"SUCCEEDED\"], \"takes\": \"2s\"}")
                        .until("600s")
                        .run();
        var calls = new ArrayList<String>();
        for (var event : run.events()) {
            if (event instanceof Event.HookCall call && call.at().micros() > 60_000_000) {
                calls.add(call.stage() + " " + call.hookStatus());
            }
        }
        assertEquals(
                List.of(
                        "POST_SCALE_UP IN_PROGRESS",
                        "POST_SCALE_UP IN_PROGRESS",
                        "POST_SCALE_UP SUCCEEDED"),
                calls);
        assertEquals("SUCCESSFUL", Deploying.ended(run).getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRE_SCALE_UP",
                "POST_SCALE_UP",
                "TEST_TRAFFIC_SHIFT",
                "POST_TEST_TRAFFIC_SHIFT",
                "PRE_PRODUCTION_TRAFFIC_SHIFT",
                "PRODUCTION_TRAFFIC_SHIFT",
                "POST_PRODUCTION_TRAFFIC_SHIFT"
            })
    void functionThatFailsSendsTheDeploymentBack(String stage) {
        var world =
                deploying(BLUE_GREEN + ", " + hook("\"" + stage + "\"", ""))
                        .setup(
                                "lab:Hook",
                                "{\"function\": \"smoke\", \"answers\": [\"SUCCEEDED\","
                                        + " \"FAILED\"]}");
        var run = world.until("600s").run();
        assertEquals("ROLLBACK_SUCCESSFUL", Deploying.ended(run).getLast());
        assertEquals(List.of("1 PRIMARY COMPLETED 2/2"), Deploying.deployments(run.snapshot()));
        assertTrue(
                List.of("100/0")
                        .containsAll(
                                shares(run).subList(shares(run).size() - 1, shares(run).size())));
    }

    @Test
    void pauseWaitsForContinueServiceDeployment() {
        var pause =
                "\"lifecycleHooks\": [{\"targetType\": \"PAUSE\", \"lifecycleStages\":"
                        + " [\"POST_TEST_TRAFFIC_SHIFT\"]}]";
        var world =
                Deploying.update(
                        deploying(BLUE_GREEN),
                        "50s",
                        "\"deploymentConfiguration\": {" + pause + "}");
        var waiting = world.until("300s").run();
        assertEquals("IN_PROGRESS POST_TEST_TRAFFIC_SHIFT", Deploying.statuses(waiting).getLast());
        var going =
                world.at(
                                "300s",
                                "ecs:ContinueServiceDeployment",
                                "{\"serviceDeploymentArn\": \"${serviceDeployment/web}\","
                                        + " \"hookId\": \"${hook/web}\"}")
                        .until("700s");
        assertEquals(List.of(), going.refused());
        assertEquals("SUCCESSFUL", Deploying.ended(going.run()).getLast());
    }

    @Test
    void pauseThatIsRolledBackFails() {
        var pause =
                "\"lifecycleHooks\": [{\"targetType\": \"PAUSE\", \"lifecycleStages\":"
                        + " [\"POST_TEST_TRAFFIC_SHIFT\"]}]";
        var run =
                Deploying.update(
                                deploying(BLUE_GREEN),
                                "50s",
                                "\"deploymentConfiguration\": {" + pause + "}")
                        .at(
                                "300s",
                                "ecs:ContinueServiceDeployment",
                                "{\"serviceDeploymentArn\": \"${serviceDeployment/web}\","
                                        + " \"hookId\": \"${hook/web}\", \"action\": \"ROLLBACK\"}")
                        .until("700s")
                        .run();
        assertEquals("ROLLBACK_SUCCESSFUL", Deploying.ended(run).getLast());
    }

    @ParameterizedTest
    @CsvSource({"CONTINUE, SUCCESSFUL", "ROLLBACK, ROLLBACK_SUCCESSFUL"})
    void hookThatTimesOutGoesOnOrBack(String action, String status) {
        var pause =
                "\"lifecycleHooks\": [{\"targetType\": \"PAUSE\", \"lifecycleStages\":"
                        + " [\"POST_SCALE_UP\"], \"timeoutConfiguration\": {\"timeoutInMinutes\":"
                        + " 2, \"action\": \"ACTION\"}}]".replace("ACTION", action);
        var run =
                Deploying.update(
                                deploying(BLUE_GREEN),
                                "50s",
                                "\"deploymentConfiguration\": {" + pause + "}")
                        .until("700s")
                        .run();
        assertEquals(status, Deploying.ended(run).getLast());
    }

    /// Blue gets new tasks while green is there: each side is kept at its count.
    @Test
    void bothSidesAreKeptAtTheirCount() {
        var run = deploying(BLUE_GREEN).stop("100s", "web#1").until("150s").run();
        assertEquals(
                List.of("2 PRIMARY IN_PROGRESS 2/2", "1 ACTIVE COMPLETED 2/2"),
                Deploying.deployments(run.snapshot()));
    }

    /// RECONCILE_SERVICE is only for a service with more than one active revision.
    @Test
    void newDeploymentInTheMidstOfAnotherReconcilesFirst() {
        var run =
                Deploying.revision(
                                Deploying.revision(
                                        Deploying.shifting(
                                                Deploying.twoGroups("web:1", "web:1", "web:1"),
                                                2,
                                                BLUE_GREEN),
                                        "60s",
                                        2),
                                "100s",
                                3)
                        .until("700s")
                        .run();
        var statuses = second(Deploying.statuses(run));
        assertEquals("IN_PROGRESS RECONCILE_SERVICE", statuses.get(2));
        assertEquals(List.of("3 PRIMARY COMPLETED 2/2"), Deploying.deployments(run.snapshot()));
        assertEquals(List.of("SUCCESSFUL", "STOPPED", "SUCCESSFUL"), Deploying.ended(run));
    }

    /// Traffic goes back to the revision that was completed last, also where no task is wanted.
    @Test
    void servicesWithoutTasksReconcileAsWell() {
        var world =
                Deploying.shifting(
                        Deploying.twoGroups("web:1", "web:1", "web:1"),
                        0,
                        "\"strategy\": \"LINEAR\", \"linearConfiguration\": {\"stepPercent\":"
                                + " 50, \"stepBakeTimeInMinutes\": 3}");
        var run =
                Deploying.revision(Deploying.revision(world, "60s", 2), "100s", 3)
                        .until("105s")
                        .run();
        assertEquals(List.of("100/0", "50/50", "100/0"), shares(run));
    }

    @Test
    void usersNoticeNothing() {
        var told = deploying(BLUE_GREEN).traffic("30s").until("600s").told();
        assertEquals(
                java.util.Set.of("200 served"),
                told.answers(SimInstant.ofSeconds(30), SimInstant.ofSeconds(600)).keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"strategy\": \"GREEN\"",
                "\"strategy\": \"LINEAR\", \"linearConfiguration\": {\"stepPercent\": 2.9}",
                "\"strategy\": \"LINEAR\", \"linearConfiguration\": {\"stepPercent\": 10.05}",
                "\"strategy\": \"LINEAR\", \"linearConfiguration\": {\"stepBakeTimeInMinutes\":"
                        + " 1441}",
                "\"strategy\": \"CANARY\", \"canaryConfiguration\": {\"canaryPercent\": 100.1}",
                "\"strategy\": \"BLUE_GREEN\", \"bakeTimeInMinutes\": -1",
                "\"strategy\": \"BLUE_GREEN\", \"lifecycleHooks\": [{\"targetType\": \"PAUSE\","
                        + " \"lifecycleStages\": [\"TEST_TRAFFIC_SHIFT\"]}]",
                "\"strategy\": \"BLUE_GREEN\", \"lifecycleHooks\": [{\"hookTargetArn\": \"a\","
                        + " \"lifecycleStages\": [\"SCALE_UP\"]}]",
                "\"strategy\": \"BLUE_GREEN\", \"lifecycleHooks\": [{\"lifecycleStages\":"
                        + " [\"POST_SCALE_UP\"]}]"
            })
    void whatCannotBeIsRefused(String configuration) {
        var refused =
                Deploying.shifting(Deploying.twoGroups("web:1"), 1, configuration)
                        .until("10s")
                        .refused();
        assertEquals(1, refused.size());
        assertEquals("InvalidParameterException", refused.getFirst().split(":")[0]);
    }

    @Test
    void strategyNeedsTheOtherTargetGroup() {
        assertEquals(
                List.of(
                        "InvalidParameterException: advancedConfiguration is required in"
                                + " loadBalancers for the BLUE_GREEN deployment strategy."),
                Deploying.balanced(Deploying.world("web:1"), 1, BLUE_GREEN).until("10s").refused());
    }
}
