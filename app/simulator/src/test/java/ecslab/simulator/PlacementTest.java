package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where Fargate puts tasks, and which of them a service gives up (behaviour reference §5.1, §5.2).
class PlacementTest {

    private static Scenarios unbalanced(int zones, int desired) {
        return Scenarios.demo(zones)
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(
                        ServiceDraft.of(desired)
                                .unbalanced()
                                .network("abcdef".substring(0, zones))
                                .command());
    }

    /// Tasks that nobody has asked to stop, by the last letter of their zone.
    private static Map<String, Integer> byZone(SimulatedRun run, long second) {
        run.seek(SimInstant.ofSeconds(second));
        var counts = new TreeMap<String, Integer>();
        for (Task task : run.snapshot().tasks().values()) {
            if (!task.isLeaving()) {
                counts.merge(task.availabilityZone().substring(9), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void tasksAreSpreadOverTheZones() {
        assertEquals(Map.of("a", 4, "b", 3, "c", 3), byZone(unbalanced(3, 10).start(), 30));
        assertEquals(Map.of("a", 1, "b", 1), byZone(unbalanced(6, 2).start(), 30));
    }

    @Test
    void replacementGoesWhereATaskIsMissing() {
        var run = unbalanced(2, 4).at(60, Scenarios.stop("web#2")).start();
        assertEquals(Map.of("a", 2, "b", 1), byZone(run, 60));
        assertEquals(Map.of("a", 2, "b", 2), byZone(run, 62));
    }

    /// The group is counted, not the cluster: standalone tasks of other families don't matter.
    @Test
    void otherGroupsDoNotCount() {
        var run =
                Scenarios.demo()
                        .setup(Scenarios.register("web", Scenarios.IMAGE))
                        .setup(Scenarios.runTask(1))
                        .setup(ServiceDraft.of(1).unbalanced().command())
                        .start();
        assertEquals(Map.of("a", 2), byZone(run, 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scalingInTakesFromTheFullestZone(long seed) {
        var scenarios = unbalanced(2, 6).seed(seed).at(60, Scenarios.desired(2));
        assertEquals(Map.of("a", 1, "b", 1), byZone(scenarios.start(), 70));
    }

    @Test
    void whichTaskOfTheZoneGoesIsChance() {
        var victims =
                LongStream.range(0, 20)
                        .mapToObj(seed -> unbalanced(1, 4).seed(seed).at(60, Scenarios.desired(3)))
                        .map(scenarios ->
                                Transcript.of(scenarios).decisions(Kind.VICTIM).getFirst())
                        .distinct()
                        .toList();
        assertEquals(4, victims.size());
    }

    @Test
    void tasksThatDoNotRunYetGoFirst() {
        var run =
                unbalanced(2, 3).at(60, Scenarios.desired(5)).at(63, Scenarios.desired(3)).start();
        run.advanceTo(SimInstant.ofSeconds(120));
        var told = Transcript.of(run);
        assertEquals(
                List.of("not asked", "not asked", "not asked"),
                List.of(
                        told.whyStopped("web#1"),
                        told.whyStopped("web#2"),
                        told.whyStopped("web#3")));
    }

    /// Long lists of candidates would say less: at most twenty are told.
    @Test
    void decisionTellsTheCandidates() {
        var told = candidates(unbalanced(2, 3).at(60, Scenarios.desired(2)));
        assertEquals(List.of(List.of("web#1", "web#2", "web#3")), told);
        assertEquals(
                20, candidates(unbalanced(2, 60).at(60, Scenarios.desired(59))).getFirst().size());
    }

    private static List<List<String>> candidates(Scenarios scenarios) {
        var run = scenarios.start();
        run.advanceTo(SimInstant.of(Duration.ofSeconds(70)));
        return run.events().stream()
                .filter(e -> e instanceof Decision d && d.kind() == Kind.VICTIM)
                .map(e -> ((Decision) e).candidates().stream().map(Candidate::name).toList())
                .toList();
    }
}
