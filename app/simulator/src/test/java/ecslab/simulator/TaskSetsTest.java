package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.ApiError;
import ecslab.ecs.Response.DescribeTaskSetsResponse;
import ecslab.ecs.command.DeploymentCommand.CreateTaskSet;
import ecslab.ecs.command.DeploymentCommand.DeleteTaskSet;
import ecslab.ecs.command.DeploymentCommand.DescribeTaskSets;
import ecslab.ecs.command.DeploymentCommand.UpdateServicePrimaryTaskSet;
import ecslab.ecs.command.DeploymentCommand.UpdateTaskSet;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 The controller `EXTERNAL`, and what UpdateService may not change under another controller.
class TaskSetsTest {

    private static final String EXTERNAL =
            "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"desiredCount\": 4,"
                    + " \"deploymentController\": {\"type\": \"EXTERNAL\"}}";

    private static SimulatedRun external() {
        var run =
                Deploying.world("web:1", "web:1")
                        .setup("ecs:CreateService", EXTERNAL)
                        .until("900s")
                        .run();
        run.seek(SimInstant.ofSeconds(10));
        return run.branch(SimInstant.ofSeconds(10), "sets");
    }

    private static void create(SimulatedRun run, String revision, String id, double percent) {
        run.submit(
                new CreateTaskSet(
                        "demo",
                        "web",
                        revision,
                        Given.of(id),
                        Given.of("FARGATE"),
                        List.of(),
                        Given.of(Scenarios.network()),
                        List.of(),
                        Given.of(percent),
                        Unmodelled.NOTHING));
    }

    private static void wait(SimulatedRun run, int seconds) {
        run.advanceTo(run.now().plus(java.time.Duration.ofSeconds(seconds)));
    }

    private static Service service(SimulatedRun run) {
        return run.snapshot().services().values().iterator().next();
    }

    /// `REVISION STATUS desired/running`
    private static List<String> sets(SimulatedRun run) {
        return service(run).deployments().stream()
                .map(d ->
                        d.taskDefinition().revision()
                                + " "
                                + d.status()
                                + " "
                                + d.desiredCount()
                                + "/"
                                + d.runningCount())
                .toList();
    }

    @Test
    void eachSetIsKeptAtItsScaleRoundedUp() {
        var run = external();
        create(run, "web:1", "blue", 100);
        create(run, "web:2", "green", 30);
        wait(run, 60);
        assertEquals(List.of("1 ACTIVE 4/4", "2 ACTIVE 2/2"), sets(run));
        run.submit(new UpdateServicePrimaryTaskSet("demo", "web", "${taskSet/green}"));
        run.submit(new UpdateTaskSet("demo", "web", "${taskSet/green}", Given.of(100.0)));
        run.submit(new UpdateTaskSet("demo", "web", "${taskSet/blue}", Given.of(0.0)));
        wait(run, 60);
        assertEquals(List.of("2 PRIMARY 4/4", "1 ACTIVE 0/0"), sets(run));
        assertEquals("web:2", service(run).taskDefinition().toString());
        assertEquals(List.of(), Checker.check(run.events()));
        assertEquals(true, run.foldAgrees());
    }

    @Test
    void deletedSetDrains() {
        var run = external();
        create(run, "web:1", "blue", 100);
        wait(run, 60);
        var refused =
                (ApiError)
                        run.submit(
                                new DeleteTaskSet(
                                        "demo", "web", "${taskSet/blue}", Given.absent()));
        assertEquals("InvalidParameterException", refused.code());
        run.submit(new DeleteTaskSet("demo", "web", "${taskSet/blue}", Given.of(true)));
        wait(run, 60);
        assertEquals(List.of(), sets(run));
        assertEquals(List.of(), service(run).rollout().taskSets());
        run.submit(Scenarios.desired(2));
        wait(run, 10);
        assertEquals(0, service(run).runningCount());
        assertEquals(true, run.foldAgrees());
    }

    @Test
    void setsAreDescribed() {
        var run = external();
        create(run, "web:1", "blue", 50);
        var told =
                (DescribeTaskSetsResponse)
                        run.submit(new DescribeTaskSets("demo", "web", List.of()));
        assertEquals(
                List.of("blue 500"),
                told.taskSets().stream().map(s -> s.externalId() + " " + s.scaleTenths()).toList());
        var unknown = (ApiError) run.submit(new UpdateTaskSet("demo", "web", "x", Given.of(10.0)));
        assertEquals("TaskSetNotFoundException", unknown.code());
        var external =
                (ApiError) run.submit(new UpdateTaskSet("demo", "web", "blue", Given.of(10.0)));
        assertEquals("TaskSetNotFoundException", external.code(), "an external id is no name");
    }

    @Test
    void serviceOfEcsHasNoTaskSets() {
        var run = Deploying.balanced(Deploying.world("web:1"), 1, "").until("60s").run();
        var refused = (ApiError) run.submit(new DescribeTaskSets("demo", "web", List.of()));
        assertEquals(
                "The service does not have an EXTERNAL deployment controller.", refused.message());
    }

    @Test
    void serviceIsDeletedWithItsSets() {
        var run = external();
        create(run, "web:1", "blue", 100);
        wait(run, 60);
        run.submit(
                new ecslab.ecs.command.ServiceCommand.DeleteService(
                        Given.of("demo"), "web", Given.of(true)));
        wait(run, 60);
        assertEquals(ServiceStatus.INACTIVE, service(run).status());
        assertEquals(List.of(), Checker.check(run.events()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"taskDefinition\": \"web:2\" | task definition",
                "\"platformVersion\": \"1.4.0\" | platform version",
                "\"loadBalancers\": [] | load balancers",
                "\"forceNewDeployment\": true | deployment by forceNewDeployment"
            })
    void codeDeployDeploysForItself(String fields, String what) {
        var created =
                "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"taskDefinition\": \"web:1\","
                        + " \"desiredCount\": 1, \"launchType\": \"FARGATE\","
                        + " \"deploymentController\": {\"type\": \"CODE_DEPLOY\"},"
                        + " \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                        + " [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}},"
                        + " \"loadBalancers\": [{\"targetGroupArn\": \"${targetGroup/web}\","
                        + " \"containerName\": \"web\", \"containerPort\": 80}]}";
        var outcome =
                Deploying.update(
                                Deploying.update(
                                        Deploying.world("web:1", "web:1")
                                                .at("0s", "ecs:CreateService", created),
                                        "60s",
                                        fields),
                                "61s",
                                "\"desiredCount\": 2")
                        .until("100s");
        assertEquals(
                List.of(
                        "InvalidParameterException: Unable to update "
                                + what
                                + " on services with a CODE_DEPLOY deployment controller. Use AWS"
                                + " CodeDeploy to trigger a new deployment."),
                outcome.refused());
        assertEquals(
                List.of("1 PRIMARY COMPLETED 2/2"),
                Deploying.deployments(outcome.run().snapshot()));
    }
}
