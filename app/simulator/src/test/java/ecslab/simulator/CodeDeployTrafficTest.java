package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 CodeDeploy's deployments: their lifecycle events in order, the weights of the production
/// listener minute by minute under each configuration, the two task sets, and the wait before blue
/// goes.
class CodeDeployTrafficTest {

    private static final String DEFAULT = "CodeDeployDefault.";

    private static SimulatedRun run(String config, String until) {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "");
        return CodeDeploying.config(world, "60s", config).until(until).run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ECSAllAtOnce | 0 100",
                "ECSLinear10PercentEvery1Minutes | 0 10, 1 20, 2 30, 3 40, 4 50, 5 60, 6 70, 7 80,"
                        + " 8 90, 9 100",
                "ECSLinear10PercentEvery3Minutes | 0 10, 3 20, 6 30, 9 40, 12 50, 15 60, 18 70,"
                        + " 21 80, 24 90, 27 100",
                "ECSCanary10Percent5Minutes | 0 10, 5 100",
                "ECSCanary10Percent15Minutes | 0 10, 15 100"
            })
    void greenGetsItsShareMinuteByMinute(String config, String shares) {
        var run = run(DEFAULT + config, "60m");
        assertEquals(List.of(shares.split(", *")), CodeDeploying.minutes(run, 80));
        assertEquals(List.of("user Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("2 PRIMARY 2/2"), CodeDeploying.sets(run));
    }

    @Test
    void configurationOfOnesOwn() {
        var world =
                CodeDeploying.group(CodeDeploying.NO_WAIT, 0, "")
                        .setup(
                                "codedeploy:CreateDeploymentConfig",
                                "{\"deploymentConfigName\": \"thirds\", \"computePlatform\":"
                                        + " \"ECS\", \"trafficRoutingConfig\": {\"type\":"
                                        + " \"TimeBasedLinear\", \"timeBasedLinear\":"
                                        + " {\"linearPercentage\": 33, \"linearInterval\": 2}}}");
        var run = CodeDeploying.config(world, "60s", "thirds").until("20m").run();
        assertEquals(List.of("0 33", "2 66", "4 99", "6 100"), CodeDeploying.minutes(run, 80));
    }

    @Test
    void eventsComeInTheirOrder() {
        var run = run(DEFAULT + "ECSAllAtOnce", "20m");
        assertEquals(
                List.of(
                        "BeforeInstall Succeeded",
                        "Install Succeeded",
                        "AfterInstall Succeeded",
                        "AllowTestTraffic Succeeded",
                        "AfterAllowTestTraffic Succeeded",
                        "BeforeAllowTraffic Succeeded",
                        "AllowTraffic Succeeded",
                        "AfterAllowTraffic Succeeded"),
                CodeDeploying.events(CodeDeploying.newest(run)));
    }

    @Test
    void testListenerGoesFirst() {
        var run = run(DEFAULT + "ECSAllAtOnce", "20m");
        assertEquals(List.of("0 100"), CodeDeploying.minutes(run, 8080));
        var changes =
                run.events().stream()
                        .filter(event -> event instanceof Event.ListenerChange)
                        .map(event -> (Event.ListenerChange) event)
                        .toList();
        var test = changes.stream().filter(one -> one.listener().port() == 8080).toList();
        assertEquals(80, changes.getLast().listener().port());
        assertTrue(test.getLast().at().isBefore(changes.getLast().at()), "" + changes);
    }

    @Test
    void bothSetsRunWhileBlueIsKeptAndTheDeploymentIsInProgress() {
        var run = run(DEFAULT + "ECSAllAtOnce", "20m");
        run.seek(SimInstant.ofSeconds(240));
        assertEquals(List.of("2 PRIMARY 2/2", "1 ACTIVE 2/2"), CodeDeploying.sets(run));
        var info = run.snapshot().rollouts().codeDeploy().deployments().values().iterator().next();
        assertEquals("InProgress", info.status().printed());
        assertTrue(info.progress().terminationWaitStarted());
        assertEquals(
                info.deploymentId(),
                run.snapshot()
                        .services()
                        .values()
                        .iterator()
                        .next()
                        .rollout()
                        .taskSets()
                        .getLast()
                        .externalId());
    }

    /// Five minutes of waiting, and nothing of blue is asked to stop before.
    @Test
    void blueGoesAfterTheTerminationWait() {
        var run = run(DEFAULT + "ECSAllAtOnce", "20m");
        var info = CodeDeploying.newest(run);
        var shifted = info.lifecycleEvents().getLast().endTime();
        var waited = info.times().completeTime().since(shifted).toSeconds();
        assertEquals(301, waited);
        var firstStop =
                run.events().stream()
                        .filter(event ->
                                event instanceof Event.TaskStateChange(_, var task)
                                        && task.isLeaving())
                        .map(Event::at)
                        .findFirst()
                        .orElseThrow();
        assertTrue(!firstStop.isBefore(info.times().completeTime()), "" + firstStop);
    }

    @Test
    void targetGroupsTakeTurns() {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 0, "");
        var first = CodeDeploying.deploy(world, "60s", 2, "", "");
        var run = CodeDeploying.deploy(first, "300s", 1, "", "").until("15m").run();
        assertEquals(List.of("user Succeeded", "user Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("0 100", "4 0"), CodeDeploying.minutes(run, 80));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
    }

    @Test
    void usersNoticeNothing() {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 1, "").traffic("20s");
        var run =
                CodeDeploying.config(world, "60s", DEFAULT + "ECSCanary10Percent5Minutes")
                        .until("12m")
                        .run();
        assertEquals(0, run.snapshot().requests().failed());
        assertEquals(4, run.snapshot().requests().answeredBy().size());
    }

    /// Desired count is still UpdateService's, before and while CodeDeploy deploys.
    @Test
    void desiredCountChangesBothSets() {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "");
        var deployed = CodeDeploying.deploy(world, "60s", 2, "", "");
        var run = Deploying.update(deployed, "100s", "\"desiredCount\": 3").until("4m").run();
        assertEquals(List.of("2 PRIMARY 3/3", "1 ACTIVE 3/3"), CodeDeploying.sets(run));
        var said =
                run.events().stream()
                        .filter(event -> event instanceof Event.ServiceEvent)
                        .map(event -> ((Event.ServiceEvent) event).message())
                        .filter(message -> message.endsWith(" to 3."))
                        .count();
        assertEquals(2, said);
    }

    @Test
    void setsSayWhatTheyDo() {
        var run = run(DEFAULT + "ECSAllAtOnce", "20m");
        var green = CodeDeploying.newest(run).sets().green();
        var said =
                run.snapshot().serviceEvents().values().iterator().next().stream()
                        .map(Event.ServiceEvent::message)
                        .filter(message -> message.contains(green))
                        .map(message -> message.replaceAll("\\(task [0-9a-f]+\\)", "(task ID)"))
                        .toList();
        assertEquals(
                List.of(
                        "(service web, taskSet " + green + ") updated state to STEADY_STATE.",
                        "(service web, taskSet "
                                + green
                                + ") has started 2 tasks: (task ID) (task ID).",
                        "(service web) updated computedDesiredCount for taskSet "
                                + green
                                + " to 2."),
                said);
    }
}
