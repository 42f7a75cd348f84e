package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Once nobody interferes any more, a service has what it was asked for, or says why not: nothing
/// is left on the way, whatever was going on when the last command came.
class ComesToRestTest {

    static final List<Long> SEEDS = Seeds.of(60);

    private static final Set<TaskDefinitionName> GOOD =
            Set.of(new TaskDefinitionName("web", 1), new TaskDefinitionName("web", 2));

    @ParameterizedTest
    @FieldSource("SEEDS")
    void serviceReachesItsDesiredCountOrSaysWhyNot(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var run = Wild.play(drawn);
                    for (var service : run.snapshot().services().values()) {
                        if (isFit(run.snapshot(), service) && !saysWhyNot(run.events())) {
                            assertEquals(atRest(service), shown(service));
                        }
                    }
                });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void tasksThatWereToldToStopHaveStopped(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var run = Wild.play(drawn);
                    var longAgo = Wild.END.minus(Duration.ofMinutes(2));
                    run.seek(longAgo);
                    var leaving =
                            run.snapshot().tasks().values().stream()
                                    .filter(task -> task.isLeaving())
                                    .map(task -> task.id())
                                    .toList();
                    run.seek(Wild.END);
                    var tasks = run.snapshot().tasks();
                    var left = leaving.stream().filter(id -> !tasks.get(id).isStopped()).toList();
                    assertEquals(List.of(), left);
                });
    }

    private static boolean isFit(ClusterState state, Service service) {
        var role = state.roles().get(Scenarios.ROLE);
        return GOOD.contains(service.taskDefinition()) && !role.policyArns().isEmpty();
    }

    /// The start throttle still holds it back, or its percentages leave no way.
    private static boolean saysWhyNot(List<Event> events) {
        var stuck = "was unable to stop or start tasks during a deployment";
        var lastCommand = SimInstant.START;
        var heldUntil = SimInstant.START;
        var isStuck = false;
        for (var event : events) {
            switch (event) {
                case Event.ApiCall call -> lastCommand = call.at();
                case Event.ServiceEvent said -> isStuck |= said.message().contains(stuck);
                case Decision decision -> heldUntil = SimInstant.later(heldUntil, held(decision));
                default -> {}
            }
        }
        var soon = Wild.END.minus(Duration.ofMinutes(2));
        return isStuck || heldUntil.isAfter(soon) || lastCommand.isAfter(soon);
    }

    private static SimInstant held(Decision decision) {
        var minutes = decision.outcome().values().getOrDefault("minutes", "0");
        return decision.at().plus(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    private static String atRest(Service service) {
        return service.desiredCount() + " running, 0 pending, 1 deployment COMPLETED";
    }

    private static String shown(Service service) {
        var deployments = service.deployments();
        return service.runningCount()
                + " running, "
                + service.pendingCount()
                + " pending, "
                + deployments.size()
                + " deployment "
                + deployments.getFirst().rolloutState();
    }
}
