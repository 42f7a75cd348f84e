package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.ApiError;
import ecslab.ecs.Response.DescribeServiceDeploymentsResponse;
import ecslab.ecs.Response.DescribeServiceRevisionsResponse;
import ecslab.ecs.Response.ListServiceDeploymentsResponse;
import ecslab.ecs.command.DeploymentCommand.DescribeServiceDeployments;
import ecslab.ecs.command.DeploymentCommand.DescribeServiceRevisions;
import ecslab.ecs.command.DeploymentCommand.ListServiceDeployments;
import ecslab.ecs.command.DeploymentCommand.StopServiceDeployment;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.ServiceDeployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.4 Service deployments and service revisions.
class ServiceDeploymentsTest {

    private static Written rolling() {
        return Deploying.revision(
                Deploying.balanced(Deploying.world("web:1", "web:1"), 2, ""), "60s", 2);
    }

    private static Written stopping(String type) {
        return rolling()
                .at(
                        "65s",
                        "ecs:StopServiceDeployment",
                        "{\"serviceDeploymentArn\": \"${serviceDeployment/web}\", \"stopType\": \""
                                + type
                                + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROLLBACK | PENDING IN_PROGRESS ROLLBACK_REQUESTED ROLLBACK_IN_PROGRESS"
                        + " ROLLBACK_SUCCESSFUL",
                "ABORT | PENDING IN_PROGRESS STOP_REQUESTED STOPPED"
            })
    void stopTypes(String type, String statuses) {
        var run = stopping(type).until("400s").run();
        var all = Deploying.statuses(run);
        assertEquals(
                List.of(statuses.split(" ")), all.subList(all.lastIndexOf("PENDING"), all.size()));
    }

    @Test
    void rollbackWorksWithoutRollbackConfiguration() {
        var run = stopping("ROLLBACK").until("400s").run();
        assertEquals(List.of("1 PRIMARY COMPLETED 2/2"), Deploying.deployments(run.snapshot()));
    }

    @Test
    void onlyWhatIsOnItsWayCanBeStopped() {
        var run = rolling().until("400s").run();
        var arn = "${serviceDeployment/web}";
        var refused = (ApiError) run.submit(new StopServiceDeployment(arn, Given.absent()));
        assertEquals("ConflictException", refused.code());
        var unknown = (ApiError) run.submit(new StopServiceDeployment("x", Given.absent()));
        assertEquals("ServiceDeploymentNotFoundException", unknown.code());
    }

    @Test
    void listIsNewestFirst() {
        var run = rolling().until("400s").run();
        var list =
                (ListServiceDeploymentsResponse)
                        run.submit(new ListServiceDeployments(Given.of("demo"), "web", List.of()));
        assertEquals(
                List.of("SUCCESSFUL", "SUCCESSFUL"),
                list.serviceDeployments().stream().map(one -> one.status().name()).toList());
        var newest = list.serviceDeployments().getFirst();
        assertEquals(1, newest.sourceRevisions().size());
        assertEquals(
                list.serviceDeployments().getLast().targetRevision(),
                newest.sourceRevisions().getFirst());
        var none =
                (ListServiceDeploymentsResponse)
                        run.submit(
                                new ListServiceDeployments(
                                        Given.of("demo"), "web", List.of("STOPPED")));
        assertEquals(List.of(), none.serviceDeployments());
    }

    @Test
    void whatIsUnknownIsAFailure() {
        var run = rolling().until("400s").run();
        var told =
                (DescribeServiceDeploymentsResponse)
                        run.submit(
                                new DescribeServiceDeployments(
                                        List.of("${serviceDeployment/web}", "x")));
        assertEquals(
                List.of(1, 1), List.of(told.serviceDeployments().size(), told.failures().size()));
        var revisions =
                (DescribeServiceRevisionsResponse)
                        run.submit(
                                new DescribeServiceRevisions(
                                        List.of("${serviceRevision/web}", "x")));
        assertEquals("web:2", revisions.serviceRevisions().getFirst().taskDefinition().toString());
        assertEquals("MISSING", revisions.failures().getFirst().reason());
    }

    @Test
    void newerDeploymentStopsTheOneOnItsWay() {
        var world = Deploying.update(rolling(), "62s", "\"forceNewDeployment\": true");
        assertEquals(
                List.of("SUCCESSFUL", "STOPPED", "SUCCESSFUL"),
                Deploying.ended(world.until("400s").run()));
    }

    /// M2: with DEFERRED the deployment succeeds while old tasks are left.
    @ParameterizedTest
    @CsvSource({"DEFERRED, true", "BLOCKING, false"})
    void earlySuccess(String cleanup, boolean early) {
        var configuration =
                "\"minimumHealthyPercent\": 100, \"maximumPercent\": 125,"
                        + " \"earlySuccessCriteria\": {\"enable\": true, \"healthyPercent\": 50,"
                        + " \"sourceServiceRevisionCleanup\": \"CLEANUP\"}"
                                .replace("CLEANUP", cleanup);
        var run =
                Deploying.revision(
                                Deploying.balanced(
                                        Deploying.world("web:1", "web:1"), 4, configuration),
                                "60s",
                                2)
                        .until("600s")
                        .run();
        var second =
                run.snapshot().rollouts().serviceDeployments().values().stream().toList().get(1);
        var finished = second.time(ServiceDeployment.Moment.FINISHED_AT).orElseThrow();
        run.seek(finished);
        assertEquals(
                early,
                run.snapshot().tasks().values().stream()
                        .anyMatch(task ->
                                task.taskDefinition().revision() == 1 && !task.isLeaving()));
    }
}
