package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Response.TaskProtectionResponse;
import ecslab.ecs.command.DeploymentCommand.GetTaskProtection;
import ecslab.ecs.command.DeploymentCommand.UpdateTaskProtection;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Failure;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// §6.9 Task scale-in protection.
class TaskProtectionTest {

    private static final String BLOCKED =
            "was unable to reach steady state because task set (ecs-svc/N) was unable to scale in."
                    + " Reason: The number of protected tasks are more than the desired count of"
                    + " tasks";

    private static Written protecting(int minutes) {
        return Deploying.balanced(Deploying.world("web:1", "web:1"), 2, "")
                .at(
                        "40s",
                        "ecs:UpdateTaskProtection",
                        "{\"cluster\": \"demo\", \"tasks\": [\"${task/web#1}\","
                                + " \"${task/web#2}\"], \"protectionEnabled\": true,"
                                + " \"expiresInMinutes\": "
                                + minutes
                                + "}");
    }

    @Test
    void scaleInWaitsUntilTheProtectionIsOver() {
        var outcome = Deploying.update(protecting(2), "60s", "\"desiredCount\": 1").until("300s");
        assertEquals(1, outcome.told().said(BLOCKED).size());
        assertEquals(
                List.of("2m41s (service web) has stopped 1 running tasks: (task web#1)."),
                outcome.told().said("has stopped").stream()
                        .map(line -> line.replaceAll("web#\\d", "web#1"))
                        .toList());
    }

    @Test
    void protectedTaskIsNotTheVictim() {
        var world =
                Deploying.balanced(Deploying.world("web:1"), 3, "")
                        .at(
                                "40s",
                                "ecs:UpdateTaskProtection",
                                "{\"cluster\": \"demo\", \"tasks\": [\"${task/web#1}\"],"
                                        + " \"protectionEnabled\": true}");
        var outcome = Deploying.update(world, "60s", "\"desiredCount\": 1").until("100s");
        assertEquals(List.of(), outcome.told().said(BLOCKED));
        assertEquals(
                List.of(
                        "1m1s (service web) has stopped 2 running tasks: (task web#2) (task"
                                + " web#3)."),
                outcome.told().said("has stopped").stream()
                        .map(line ->
                                line.replace(
                                        "(task web#3) (task web#2)", "(task web#2) (task web#3)"))
                        .toList());
    }

    /// Who isn't protected goes first: only then are the protected ones what is in the way.
    @Test
    void protectionIsBlamedOnceTheOthersHaveStopped() {
        var world =
                Deploying.balanced(Deploying.world("web:1"), 4, "")
                        .at(
                                "40s",
                                "ecs:UpdateTaskProtection",
                                "{\"cluster\": \"demo\", \"tasks\": [\"${task/web#1}\","
                                        + " \"${task/web#2}\", \"${task/web#3}\"],"
                                        + " \"protectionEnabled\": true}");
        var told = Deploying.update(world, "60s", "\"desiredCount\": 1").until("100s").told();
        assertEquals(
                List.of("1m1s (service web) has stopped 1 running tasks: (task web#4)."),
                told.said("has stopped"));
        assertEquals(List.of("1m2s (service web) " + BLOCKED), told.said(BLOCKED));
    }

    /// The new tasks have to be healthy before the old ones are too many.
    @Test
    void deploymentIsHeldUpOnlyWhenItsNewTasksAreHealthy() {
        var told = Deploying.revision(protecting(5), "60s", 2).until("200s").told();
        var healthy = told.targets().stream().filter(one -> one.endsWith(" healthy")).toList();
        assertTrue(seconds(told.said(BLOCKED).getFirst()) > seconds(healthy.getLast()));
    }

    private static double seconds(String line) {
        var parts = line.substring(0, line.indexOf('s')).split("m", -1);
        return Double.parseDouble(parts[0]) * 60 + Double.parseDouble(parts[1]);
    }

    @Test
    void deploymentWaitsAsWell() {
        var outcome = Deploying.revision(protecting(5), "60s", 2).until("600s");
        assertEquals(1, outcome.told().said(BLOCKED).size());
        assertEquals(List.of("SUCCESSFUL", "SUCCESSFUL"), Deploying.ended(outcome.run()));
        var run = outcome.run();
        run.seek(SimInstant.ofSeconds(300));
        assertEquals(
                List.of("2 PRIMARY IN_PROGRESS 2/2", "1 ACTIVE COMPLETED 0/2"),
                Deploying.deployments(run.snapshot()));
    }

    /// Protection is against the scheduler, not against people and failures.
    @Test
    void stopTaskIsNotBlocked() {
        var outcome = protecting(60).stop("60s", "web#1").until("100s");
        assertEquals(3, outcome.run().snapshot().tasks().size());
        assertEquals(1, outcome.run().snapshot().rollouts().protectedTasks().size());
    }

    private static SimulatedRun running() {
        var run = Deploying.balanced(Deploying.world("web:1"), 1, "").until("60s").run();
        run.submit(Scenarios.runTask(1));
        return run;
    }

    @Test
    void twoHoursAreTheDefault() {
        var run = running();
        var answer =
                (TaskProtectionResponse)
                        run.submit(
                                new UpdateTaskProtection(
                                        "demo", List.of("${task/web#1}"), true, Given.absent()));
        assertEquals(
                run.now().plus(Duration.ofHours(2)),
                answer.protectedTasks().getFirst().expirationDate());
        var got =
                (TaskProtectionResponse)
                        run.submit(new GetTaskProtection("demo", List.of("${task/web#1}")));
        assertEquals(answer, got);
    }

    @Test
    void onlyTasksOfAServiceCanBeProtected() {
        var run = Scenarios.demo().setup(Scenarios.register("web", Scenarios.IMAGE)).start();
        run.submit(Scenarios.runTask(1));
        var answer =
                (TaskProtectionResponse)
                        run.submit(
                                new UpdateTaskProtection(
                                        "demo",
                                        List.of("${task/web#1}", "unknown"),
                                        true,
                                        Given.absent()));
        assertEquals(
                List.of("TASK_NOT_VALID", "MISSING"),
                answer.failures().stream().map(Failure::reason).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_881})
    void otherSpansAreRefused(int minutes) {
        assertEquals(
                List.of("InvalidParameterException: expiresInMinutes must be 1 to 2880."),
                protecting(minutes).until("50s").refused());
    }
}
