package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.codedeploy.LifecycleEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 The hooks of an AppSpec: a function is called once, has an hour to report, and its failure
/// ends the deployment; what comes of it depends on the lifecycle event.
class CodeDeployHooksTest {

    private static Written world(String answers) {
        return CodeDeploying.hook(
                CodeDeploying.group(CodeDeploying.NO_WAIT, 1, CodeDeploying.ROLLBACK), answers);
    }

    private static SimulatedRun run(String answers, String event, String until) {
        return CodeDeploying.deploy(world(answers), "60s", 2, "{\"" + event + "\": \"smoke\"}", "")
                .until(until)
                .run();
    }

    @ParameterizedTest
    @CsvSource({
        "BeforeInstall",
        "AfterInstall",
        "AfterAllowTestTraffic",
        "BeforeAllowTraffic",
        "AfterAllowTraffic"
    })
    void deploymentWaitsForTheFunction(String event) {
        var run = run("\"SUCCEEDED\"", event, "10m");
        var info = CodeDeploying.newest(run);
        assertEquals("Succeeded", info.status().printed());
        var asked =
                info.lifecycleEvents().stream()
                        .filter(one -> one.name().printed().equals(event))
                        .findFirst()
                        .orElseThrow();
        assertEquals(5, asked.endTime().since(asked.startTime()).toSeconds());
        assertTrue(asked.hookExecutionId().length() == 36, asked.hookExecutionId());
    }

    /// A rollback is not possible before there is a replacement task set.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BeforeInstall | user Failed | 1 PRIMARY 2/2",
                "AfterInstall | user Failed, codeDeployRollback Succeeded | 1 PRIMARY 2/2",
                "AfterAllowTestTraffic | user Failed, codeDeployRollback Succeeded | 1 PRIMARY 2/2",
                "BeforeAllowTraffic | user Failed, codeDeployRollback Succeeded | 1 PRIMARY 2/2",
                "AfterAllowTraffic | user Failed, codeDeployRollback Succeeded | 1 PRIMARY 2/2"
            })
    void failureOfTheFunctionGoesBackToBlue(String event, String ended, String sets) {
        var run = run("\"FAILED\"", event, "10m");
        assertEquals(List.of(ended.split(", ")), CodeDeploying.ended(run));
        assertEquals(List.of(sets), CodeDeploying.sets(run));
        var failed = CodeDeploying.deployments(run).getFirst();
        assertEquals("HOOK_EXECUTION_FAILURE", failed.error().code());
        assertTrue(
                CodeDeploying.events(failed).contains(event + " Failed"),
                "" + CodeDeploying.events(failed));
    }

    @Test
    void whatFollowsTheFailureIsSkipped() {
        var failed =
                CodeDeploying.deployments(run("\"FAILED\"", "AfterAllowTestTraffic", "10m"))
                        .getFirst();
        assertEquals(
                List.of(
                        "BeforeInstall Succeeded",
                        "Install Succeeded",
                        "AfterInstall Succeeded",
                        "AllowTestTraffic Succeeded",
                        "AfterAllowTestTraffic Failed",
                        "BeforeAllowTraffic Skipped",
                        "AllowTraffic Skipped",
                        "AfterAllowTraffic Skipped"),
                CodeDeploying.events(failed));
    }

    @Test
    void usersNeverMeetGreenThatFailsItsTest() {
        var run = run("\"FAILED\"", "AfterAllowTestTraffic", "10m");
        assertEquals(List.of(), CodeDeploying.minutes(run, 80));
        assertEquals(List.of("0 100", "0 0"), CodeDeploying.minutes(run, 8080));
    }

    /// A function that nobody has made can't be invoked.
    @Test
    void functionThatIsMissingFails() {
        var run =
                CodeDeploying.deploy(
                                CodeDeploying.group(CodeDeploying.NO_WAIT, 1, ""),
                                "60s",
                                2,
                                "{\"AfterInstall\": \"nobody\"}",
                                "")
                        .until("5m")
                        .run();
        assertEquals(List.of("user Failed"), CodeDeploying.ended(run));
    }

    @Test
    void functionThatDoesNotReportFailsAfterAnHour() {
        var run = run("\"IN_PROGRESS\"", "AfterInstall", "90m");
        var failed = CodeDeploying.deployments(run).getFirst();
        var asked =
                failed.lifecycleEvents().stream()
                        .filter(one -> one.status() == LifecycleEvent.Status.FAILED)
                        .findFirst()
                        .orElseThrow();
        assertEquals(60, asked.endTime().since(asked.startTime()).toMinutes());
        assertTrue(failed.error().message().contains("in time"), failed.error().message());
    }

    @ParameterizedTest
    @CsvSource({"Succeeded, Succeeded", "Failed, Failed"})
    void somebodyReportsInItsPlace(String told, String status) {
        var waiting =
                CodeDeploying.deploy(
                        world("\"IN_PROGRESS\""), "60s", 2, "{\"AfterInstall\": \"smoke\"}", "");
        var run =
                CodeDeploying.call(
                                waiting,
                                "5m",
                                "PutLifecycleEventHookExecutionStatus",
                                ", \"lifecycleEventHookExecutionId\": \"${hookExecution/web}\","
                                        + " \"status\": \""
                                        + told
                                        + "\"")
                        .until("15m")
                        .run();
        assertEquals(status, CodeDeploying.deployments(run).getFirst().status().printed());
    }
}
