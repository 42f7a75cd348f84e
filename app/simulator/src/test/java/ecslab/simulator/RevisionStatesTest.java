package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Response.DeleteTaskDefinitionsResponse;
import ecslab.ecs.Response.DescribeTasksResponse;
import ecslab.ecs.Response.ListTaskDefinitionsResponse;
import ecslab.ecs.Response.RegisterTaskDefinitionResponse;
import ecslab.ecs.Response.RunTaskResponse;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.model.ContainerOverride;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Revisions from ACTIVE to gone, overrides, and tasks that are MISSING (behaviour reference §2.1,
/// §2.9, §3.1).
class RevisionStatesTest {

    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:task-definition/web:";

    private final SimulatedRun run =
            Scenarios.demo()
                    .setup(Scenarios.register("web", Scenarios.IMAGE))
                    .setup(Scenarios.register("web", Scenarios.IMAGE))
                    .until(8_000)
                    .start();

    private static Command deregister(String name) {
        return new TaskDefinitionCommand.DeregisterTaskDefinition(name);
    }

    private static Command delete(String... names) {
        return new TaskDefinitionCommand.DeleteTaskDefinitions(List.of(names));
    }

    private Answer describeTasks(String... tasks) {
        return run.submit(new TaskCommand.DescribeTasks(Given.of("demo"), List.of(tasks)));
    }

    private void assertRefused(String code, String words, Command command) {
        var error = assertInstanceOf(ApiError.class, run.submit(command));
        assertEquals(code + ": " + words, error.code() + ": " + error.message());
    }

    private List<String> listed(String status) {
        var list = new TaskDefinitionCommand.ListTaskDefinitions(Given.absent(), Given.of(status));
        return assertInstanceOf(ListTaskDefinitionsResponse.class, run.submit(list))
                .taskDefinitionArns();
    }

    @Test
    void inactiveRevisionStartsNothingNew() {
        run.submit(deregister("web:1"));
        assertEquals(List.of(ARN + "2"), listed("ACTIVE"));
        assertEquals(List.of(ARN + "1"), listed("INACTIVE"));
        assertRefused("ClientException", "TaskDefinition is inactive", Programs.run("web:1"));
        run.submit(ServiceDraft.of(0).unbalanced().command());
        assertRefused("ClientException", "TaskDefinition is inactive", Scenarios.revision("web:1"));
    }

    @Test
    void familyMeansTheLatestActiveRevision() {
        run.submit(deregister("web:2"));
        var ran = assertInstanceOf(RunTaskResponse.class, run.submit(Programs.run("web")));
        assertEquals(new TaskDefinitionName("web", 1), ran.tasks().getFirst().taskDefinition());
    }

    @Test
    void tasksAndServicesOfAnInactiveRevisionGoOnAndScale() {
        run.submit(ServiceDraft.of(1).revision("web:1").unbalanced().command());
        run.submit(deregister("web:1"));
        run.submit(Scenarios.desired(2));
        run.advanceTo(SimInstant.ofSeconds(60));
        assertEquals(2, run.snapshot().services().values().iterator().next().runningCount());
    }

    @Test
    void onlyInactiveRevisionsAreDeletedAndNumbersNeverComeBack() {
        run.submit(deregister("web:2"));
        var answer =
                assertInstanceOf(
                        DeleteTaskDefinitionsResponse.class, run.submit(delete("web:1", "web:2")));
        assertEquals(1, answer.taskDefinitions().size());
        assertEquals(
                List.of(
                        new Failure(
                                ARN + "1",
                                "The specified task definition is still in ACTIVE status. Please"
                                        + " deregister the target and try again.",
                                "")),
                answer.failures());
        assertEquals(List.of(ARN + "2"), listed("DELETE_IN_PROGRESS"));
        run.advanceTo(SimInstant.ofSeconds(60));
        assertEquals(List.of(), listed("DELETE_IN_PROGRESS"));
        assertRefused(
                "ClientException",
                "Unable to describe task definition.",
                new TaskDefinitionCommand.DescribeTaskDefinition("web:2"));
        var next =
                assertInstanceOf(
                        RegisterTaskDefinitionResponse.class,
                        run.submit(Scenarios.register("web", Scenarios.IMAGE)));
        assertEquals(new TaskDefinitionName("web", 3), next.taskDefinition().name());
    }

    @Test
    void deletedRevisionStaysWhileATaskUsesIt() {
        run.submit(Programs.run("web:1"));
        run.submit(deregister("web:1"));
        run.submit(delete("web:1"));
        run.advanceTo(SimInstant.ofSeconds(300));
        assertEquals(List.of(ARN + "1"), listed("DELETE_IN_PROGRESS"));
        run.submit(Scenarios.stop("web#1"));
        run.advanceTo(SimInstant.ofSeconds(420));
        assertEquals(List.of(), listed("DELETE_IN_PROGRESS"));
    }

    @Test
    void stoppedTaskIsKnownForAnHourAndThenMissing() {
        run.submit(Programs.run("web"));
        run.advanceTo(SimInstant.ofSeconds(60));
        run.submit(Scenarios.stop("web#1"));
        run.advanceTo(SimInstant.ofSeconds(3_662));
        var id = run.snapshot().tasks().keySet().iterator().next().hex();
        var known = assertInstanceOf(DescribeTasksResponse.class, describeTasks(id));
        assertEquals(1, known.tasks().size());
        run.advanceTo(SimInstant.ofSeconds(3_664));
        var gone = assertInstanceOf(DescribeTasksResponse.class, describeTasks(id));
        assertEquals(
                List.of(
                        new Failure(
                                "arn:aws:ecs:us-east-1:111122223333:task/demo/" + id,
                                "MISSING",
                                "")),
                gone.failures());
        assertEquals(List.of(), List.copyOf(run.snapshot().tasks().values()));
    }

    @Test
    void overridesHoldForTheirTasksAlone() {
        var overrides =
                new TaskOverride(
                        List.of(
                                new ContainerOverride(
                                        "web", List.of("migrate"), List.of(), 0, 300, 0)),
                        "512",
                        "1024",
                        "",
                        "");
        run.submit(Programs.run("web", overrides));
        run.submit(Programs.run("web"));
        var tasks = List.copyOf(run.snapshot().tasks().values());
        assertEquals(512, tasks.get(0).cpuUnits());
        assertEquals(1_024, tasks.get(0).memoryMib());
        assertEquals(300, tasks.get(0).containers().getFirst().memoryMib());
        assertEquals(overrides, tasks.get(0).origin().overrides());
        assertEquals(256, tasks.get(1).cpuUnits());
        assertEquals(TaskOverride.NONE, tasks.get(1).origin().overrides());
    }

    @Test
    void overrideNamesAContainerOfTheRevisionAndASizeOfFargate() {
        var nobody =
                new TaskOverride(
                        List.of(new ContainerOverride("nobody", List.of("x"), List.of(), 0, 0, 0)),
                        "",
                        "",
                        "",
                        "");
        assertRefused(
                "InvalidParameterException",
                "Override for container named nobody is not a container in the TaskDefinition.",
                Programs.run("web", nobody));
        assertRefused(
                "ClientException",
                "No Fargate configuration exists for given values.",
                Programs.run("web", new TaskOverride(List.of(), "256", "4096", "", "")));
    }
}
