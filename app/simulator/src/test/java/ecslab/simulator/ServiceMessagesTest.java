package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.RoleCommand.CreateRole;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a service says, letter for letter, and how often (behaviour reference §6.6, §3.7).
class ServiceMessagesTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/late";

    /// `web:1` names a role that doesn't exist yet.
    private static Scenarios withoutItsRole() {
        var made = Scenarios.register("web", Scenarios.IMAGE);
        return Scenarios.demo()
                .setup(
                        new RegisterTaskDefinition(
                                made.family(),
                                made.networkMode(),
                                made.requiresCompatibilities(),
                                made.cpu(),
                                made.memory(),
                                made.executionRoleArn(),
                                Given.of(ROLE),
                                made.containerDefinitions(),
                                List.of(),
                                made.unmodelled()))
                .setup(ServiceDraft.of(1).unbalanced().command());
    }

    @Test
    void serviceBehindALoadBalancerTellsItsWholeLife() {
        var told =
                Transcript.of(
                        Scenarios.service(2)
                                .at(60, Scenarios.desired(1))
                                .at(120, Scenarios.stop("web#1"))
                                .until(140));
        assertEquals(
                List.of(
                        "1s (service web) has started 2 tasks: (task web#1) (task web#2).",
                        "6.3s (service web) registered 1 targets in (target-group TG/web)",
                        "6.3s (service web) registered 1 targets in (target-group TG/web)",
                        "11.615073s (service web) (deployment ecs-svc/N) deployment completed.",
                        "11.615073s (service web) has reached a steady state.",
                        "1m1s (service web) has stopped 1 running tasks: (task web#2).",
                        "1m1s (service web) deregistered 1 targets in (target-group TG/web)",
                        "1m1s (service web, taskSet ecs-svc/N) has begun draining connections on 1"
                                + " tasks.",
                        "1m1s (service web) has reached a steady state.",
                        "2m0s (service web) deregistered 1 targets in (target-group TG/web)",
                        "2m1s (service web) has started 1 tasks: (task web#3).",
                        "2m6.3s (service web) registered 1 targets in (target-group TG/web)",
                        "2m8.846734s (service web) has reached a steady state."),
                told.said());
    }

    @Test
    void unhealthyTargetIsTold() {
        var sick = Scenarios.image("sick:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Scenarios.unhealthy(sick))
                                .setup(Scenarios.register("web", sick))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                                .setup(ServiceDraft.of(1).command())
                                .until(20));
        assertEquals(
                List.of(
                        "11.490851s (service web) (task web#1) (port 80) is unhealthy in"
                                + " (target-group TG/web) due to (reason Health checks failed with"
                                + " these codes: [404])."),
                told.said("unhealthy"));
    }

    @Test
    void pendingTasksAreStoppedWithoutTheirNames() {
        var told = Transcript.of(Scenarios.service(3).at(3, Scenarios.desired(1)).until(20));
        assertEquals(List.of("4s (service web) stopped 2 pending tasks."), told.said("stopped"));
    }

    @Test
    void idleServiceSaysThatItIsSteadyEverySixHours() {
        var told = Transcript.of(Scenarios.service(1).until(20 * 60 * 60));
        assertEquals(
                List.of("11.490851s", "6h0m11.490851s", "12h0m11.490851s", "18h0m11.490851s"),
                told.said("steady state").stream()
                        .map(l -> l.substring(0, l.indexOf(' ')))
                        .toList());
    }

    @Test
    void sixHoursCountFromTheLastTimeItBecameSteady() {
        var told =
                Transcript.of(
                        Scenarios.service(1)
                                .at(3_600, Scenarios.stop("web#1"))
                                .until(13 * 60 * 60));
        assertEquals(
                List.of("11.490851s", "1h0m8.846734s", "7h0m8.846734s"),
                told.said("steady state").stream()
                        .map(l -> l.substring(0, l.indexOf(' ')))
                        .toList());
    }

    @Test
    void ec2LaunchTypeWithoutInstancesPlacesNothingAndSaysSoOnce() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .setup(ServiceDraft.of(1).unbalanced().onEc2().command())
                                .at(60, Scenarios.desired(2)));
        assertEquals(
                List.of(
                        "1s (service web) was unable to place a task because no container instance"
                            + " met all of its requirements. Reason: No Container Instances were"
                            + " found in your cluster. For more information, see the"
                            + " Troubleshooting section of the Amazon ECS Developer Guide."),
                told.said());
        assertEquals(List.of("1s place.noInstances {}"), told.decisions(Kind.PLACE));
    }

    /// It never gives up: once the role is there, the next try starts the task.
    @Test
    void roleThatCannotBeAssumedIsToldOnceAndTriedAgain() {
        var told =
                Transcript.of(
                        withoutItsRole()
                                .at(90, new CreateRole("late", List.of("ecs-tasks.amazonaws.com")))
                                .until(150));
        assertEquals(
                List.of(
                        "1s (service web) failed to launch a task with (error ECS was unable to"
                                + " assume the role '"
                                + ROLE
                                + "' that was provided for this task. Please verify that the role"
                                + " being passed has the proper trust relationship and permissions"
                                + " and that your IAM user has permissions to pass this role.).",
                        "2m1s (service web) has started 1 tasks: (task web#1)."),
                told.said());
    }

    @Test
    void eventBridgeHearsOfItAsWell() {
        var run = withoutItsRole().until(10).start();
        run.advanceTo(run.header().until());
        var actions = new ArrayList<String>();
        for (var event : run.events()) {
            switch (event) {
                case Event.ServiceAction(var at, _, var type, var name, _) ->
                        actions.add(at + " " + type + " " + name);
                case Event.DeploymentStateChange(var at, _, _, var name, _) ->
                        actions.add(at + " " + name);
                default -> {}
            }
        }
        assertEquals(
                List.of(
                        "0s SERVICE_DEPLOYMENT_IN_PROGRESS",
                        "1s ERROR SERVICE_TASK_CONFIGURATION_FAILURE"),
                actions);
    }
}
