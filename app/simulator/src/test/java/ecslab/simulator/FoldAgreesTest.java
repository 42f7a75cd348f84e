package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a reader knows from events is what the control plane itself knows.
class FoldAgreesTest {

    static final List<Long> SEEDS = Seeds.of(40);

    @ParameterizedTest
    @FieldSource("SEEDS")
    void afterEveryCommandAndInBetween(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var random = new SplittableRandom(drawn.seed());
                    var run = drawn.world().start();
                    agree(run);
                    for (var command : drawn.commands()) {
                        while (run.now().isBefore(command.at())) {
                            var step = Duration.ofMillis(random.nextLong(1, 9_000));
                            run.advanceTo(SimInstant.earlier(run.now().plus(step), command.at()));
                            agree(run);
                        }
                        run.submit(command.command());
                        agree(run);
                    }
                    run.advanceTo(Wild.END);
                    agree(run);
                });
    }

    private static void agree(SimulatedRun run) {
        var engine = run.view();
        ClusterState fold = run.snapshot();
        assertEquals(engine.clusters(), fold.clusters());
        assertEquals(engine.taskDefinitions(), fold.taskDefinitions());
        assertEquals(engine.services(), fold.services());
        assertEquals(engine.tasks(), fold.tasks());
        assertEquals(engine.taskNames(), fold.taskNames());
        assertEquals(engine.balancing(), fold.balancing());
        assertEquals(engine.rollouts(), fold.rollouts());
        assertEquals(engine.roles(), fold.roles());
        assertEquals(engine.instances(), fold.capacity().instances());
        assertEquals(engine.containerInstances(), fold.capacity().containerInstances());
        assertEquals(engine.network(), fold.network());
        assertEquals(List.copyOf(engine.tasks().keySet()), List.copyOf(fold.tasks().keySet()));
    }
}
