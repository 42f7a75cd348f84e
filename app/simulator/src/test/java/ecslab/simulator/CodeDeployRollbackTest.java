package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.codedeploy.DeploymentInfo.ErrorInformation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 Deployments of CodeDeploy's that end before their time: alarms, StopDeployment, a task set
/// that never becomes healthy; with a rollback and without. The statuses, the lifecycle events and
/// the messages of a deployment that an alarm stops were seen in AWS.
class CodeDeployRollbackTest {

    private static final String LINEAR =
            "\"deploymentConfigName\": \"CodeDeployDefault.ECSLinear10PercentEvery1Minutes\"";
    private static final String ALARMS =
            "\"alarmConfiguration\": {\"enabled\": true, \"alarms\": [{\"name\": \"5xx\"}]}";

    private static Written linear(String more) {
        return CodeDeploying.deploy(
                CodeDeploying.group(CodeDeploying.NO_WAIT, 5, more), "60s", 2, "", LINEAR);
    }

    private static Written stop(Written world, String at, String more) {
        return CodeDeploying.call(world, at, "StopDeployment", more);
    }

    @Test
    void alarmSendsTheTrafficBack() {
        var run =
                Deploying.alarm(linear(CodeDeploying.ROLLBACK + ", " + ALARMS), "180s", "ALARM")
                        .until("10m")
                        .run();
        assertEquals(
                List.of("user Stopped", "codeDeployRollback Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("0 10", "1 20", "1 0"), CodeDeploying.minutes(run, 80));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
        var stopped = CodeDeploying.deployments(run).getFirst();
        var back = CodeDeploying.newest(run);
        assertEquals(
                new ErrorInformation(
                        "ALARM_ACTIVE",
                        "One or more alarms have been activated according to the Amazon CloudWatch"
                                + " metrics you selected, and the affected deployments have been"
                                + " stopped. Activated alarms: <5xx>"),
                stopped.error());
        assertEquals(
                "Deployment "
                        + stopped.deploymentId()
                        + " terminated. Automatic rollback is triggered with a DeploymentId "
                        + back.deploymentId()
                        + ".",
                stopped.rollbackMessage());
        assertEquals(
                "Deployment "
                        + back.deploymentId()
                        + " is triggered to roll back deployment "
                        + stopped.deploymentId()
                        + ".",
                back.rollbackMessage());
        assertEquals("CodeDeployDefault.ECSAllAtOnce", back.revision().config().name());
        assertEquals(
                List.of("AllowTraffic Failed", "AfterAllowTraffic Skipped"),
                CodeDeploying.events(stopped).subList(6, 8));
    }

    /// An alarm that rings before green is made stops the deployment in Install.
    @Test
    void alarmThatRingsAlreadyStopsItInInstall() {
        var world =
                Deploying.alarm(
                        CodeDeploying.group(
                                CodeDeploying.NO_WAIT, 5, CodeDeploying.ROLLBACK + ", " + ALARMS),
                        "30s",
                        "ALARM");
        var run = CodeDeploying.deploy(world, "60s", 2, "", "").until("5m").run();
        assertEquals(
                List.of("BeforeInstall Succeeded", "Install Failed", "AfterInstall Skipped"),
                CodeDeploying.events(CodeDeploying.deployments(run).getFirst()).subList(0, 3));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
        assertEquals(List.of(), CodeDeploying.minutes(run, 80));
    }

    /// While blue is kept, going back takes a change of weights only.
    @Test
    void alarmInTheTerminationWaitGoesBackAtOnce() {
        var world =
                CodeDeploying.group(
                        CodeDeploying.NO_WAIT, 5, CodeDeploying.ROLLBACK + ", " + ALARMS);
        var run =
                Deploying.alarm(CodeDeploying.deploy(world, "60s", 2, "", ""), "200s", "ALARM")
                        .until("10m")
                        .run();
        assertEquals(
                List.of("user Stopped", "codeDeployRollback Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
        var back = CodeDeploying.newest(run);
        assertEquals(2, back.times().completeTime().since(back.times().createTime()).toSeconds());
    }

    @Test
    void alarmOfNobodyConcernsNobody() {
        var run = Deploying.alarm(linear(CodeDeploying.ROLLBACK), "200s", "ALARM").until("25m");
        assertEquals(List.of("user Succeeded"), CodeDeploying.ended(run.run()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | '' | user Stopped, codeDeployRollback Succeeded",
                "false | '' | user Stopped",
                "true | , \"autoRollbackEnabled\": false | user Stopped",
                "false | , \"autoRollbackEnabled\": true"
                        + " | user Stopped, codeDeployRollback Succeeded"
            })
    void stopRollsBackIfThatIsWished(boolean byGroup, String asked, String ended) {
        var world = linear(byGroup ? CodeDeploying.ROLLBACK : "");
        var run = stop(world, "200s", asked).until("10m").run();
        assertEquals(List.of(ended.split(", ")), CodeDeploying.ended(run));
        assertEquals("MANUAL_STOP", CodeDeploying.deployments(run).getFirst().error().code());
    }

    @Test
    void withoutRollbackEverythingStaysUntilTheNextDeployment() {
        var stopped = stop(linear(""), "180s", "");
        var run = stopped.until("8m").run();
        assertEquals(List.of("1 PRIMARY 2/2", "2 ACTIVE 2/2"), CodeDeploying.sets(run));
        assertEquals(List.of("0 10", "1 20"), CodeDeploying.minutes(run, 80));
        var again = CodeDeploying.deploy(stopped, "10m", 2, "", "").until("20m").run();
        assertEquals(List.of("user Stopped", "user Succeeded"), CodeDeploying.ended(again));
        assertEquals(List.of("2 PRIMARY 2/2"), CodeDeploying.sets(again));
    }

    /// No circuit breaker: a bad task set is waited for during the whole hour.
    @Test
    void sickTaskSetTimesOutAfterAnHour() {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, CodeDeploying.ROLLBACK);
        var run = CodeDeploying.deploy(world, "60s", 3, "", "").until("70m").run();
        var failed = CodeDeploying.deployments(run).getFirst();
        assertEquals(
                new ErrorInformation(
                        "TIMEOUT",
                        "The deployment timed out while waiting for the replacement task set to"
                                + " become healthy. This time out period is 60 minutes."),
                failed.error());
        assertEquals(
                List.of("user Failed", "codeDeployRollback Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
    }

    /// CodeDeploy takes the AppSpec; ECS refuses it in Install, and CodeDeploy passes that on.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web:2 | api | 80 | InvalidParameterException"
                        + " | The container api does not exist in the task definition.",
                "web:2 | web | 443 | InvalidParameterException"
                        + " | The container web did not have a container port 443 defined.",
                "web:9 | web | 80 | ClientException | TaskDefinition not found."
            })
    void ecsRefusesTheAppSpecInInstall(
            String revision, String container, int port, String code, String why) {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, CodeDeploying.ROLLBACK);
        var run =
                world.at(
                                "60s",
                                "codedeploy:CreateDeployment",
                                CodeDeploying.deployment(revision, container, port, "", ""))
                        .until("5m")
                        .run();
        var failed = CodeDeploying.newest(run);
        assertEquals("ECS_UPDATE_ERROR", failed.error().code());
        assertEquals(
                "The ECS service cannot be updated due to an unexpected error: "
                        + why
                        + " (Service: AmazonECS; Status Code: 400; Error Code: "
                        + code
                        + "; Request ID: ID; Proxy: null). Check your ECS service status.",
                failed.error().message().replaceAll("ID: [0-9a-f-]{36}", "ID: ID"));
        assertEquals("Install Failed", CodeDeploying.events(failed).get(1));
        assertEquals(List.of("1 PRIMARY 2/2"), CodeDeploying.sets(run));
    }

    @Test
    void serviceThatIsDeletedEndsIt() {
        var run =
                linear(CodeDeploying.ROLLBACK)
                        .at(
                                "200s",
                                "ecs:DeleteService",
                                "{\"cluster\": \"demo\", \"service\": \"web\", \"force\": true}")
                        .until("10m")
                        .run();
        assertEquals(List.of("user Failed"), CodeDeploying.ended(run));
        assertEquals("INVALID_ECS_SERVICE", CodeDeploying.newest(run).error().code());
        assertEquals(List.of(), CodeDeploying.sets(run));
    }
}
