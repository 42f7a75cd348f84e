package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.5 The deployment circuit breaker: what counts as a failure, when it is too many, and where
/// the service goes then.
class CircuitBreakerTest {

    private static List<String> breaker(Written.Outcome outcome) {
        return outcome.told().decisions(Decision.Kind.BREAKER).stream()
                .map(line ->
                        line.replaceAll(
                                "^\\S+ breaker\\.(\\w+) \\{count=(\\d+), of=(\\d+)}.*",
                                "$1 $2 of $3"))
                .map(line -> line.replaceAll("^\\S+ breaker\\.reset.*", "reset"))
                .toList();
    }

    /// A good deployment, and after a minute one whose tasks never run.
    private static Written failing(int desiredCount, String circuitBreaker) {
        return Deploying.revision(
                Deploying.balanced(
                        Deploying.world("web:1", "broken:1"), desiredCount, circuitBreaker),
                "60s",
                2);
    }

    @Test
    void threeTasksThatNeverRunFailTheDeploymentAndTheOldOneComesBack() {
        var outcome = failing(2, Deploying.ROLLBACK).until("600s");
        assertEquals(List.of("stage1 1 of 3", "stage1 2 of 3", "trips 3 of 3"), breaker(outcome));
        assertEquals(
                List.of(
                        "(service web) (deployment ecs-svc/N) deployment failed: tasks failed to"
                                + " start.",
                        "(service web) rolling back to deployment ecs-svc/N."),
                outcome.told().said().stream()
                        .filter(line -> line.contains("failed:") || line.contains("rolling"))
                        .map(line -> line.replaceAll("^\\S+ ", ""))
                        .toList());
        assertEquals(
                List.of("1 PRIMARY COMPLETED 2/2"),
                Deploying.deployments(outcome.run().snapshot()));
        assertEquals(List.of("SUCCESSFUL", "ROLLBACK_SUCCESSFUL"), Deploying.ended(outcome.run()));
    }

    @Test
    void reasonsAreEcsOwn() {
        var run = failing(3, Deploying.ROLLBACK).until("600s").run();
        var reasons = new java.util.LinkedHashSet<String>();
        for (var event : run.events()) {
            if (event instanceof ecslab.ecs.event.Event.ServiceChange(_, var service)) {
                service.deployments()
                        .forEach(d ->
                                reasons.add(
                                        d.rolloutStateReason().replaceAll("svc/\\d{19}", "svc/N")));
            }
        }
        assertEquals(
                List.of(
                        "ECS deployment ecs-svc/N in progress.",
                        "ECS deployment ecs-svc/N completed.",
                        "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/N.",
                        "ECS deployment circuit breaker: tasks failed to start."),
                List.copyOf(reasons));
    }

    /// Nothing to roll back to: it stalls, and starts nothing more.
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void firstDeploymentStalls(boolean rollback) {
        var outcome =
                Deploying.balanced(
                                Deploying.world("broken:1"),
                                2,
                                rollback ? Deploying.ROLLBACK : Deploying.NO_ROLLBACK)
                        .until("900s");
        assertEquals(
                List.of("1 PRIMARY FAILED 2/0"), Deploying.deployments(outcome.run().snapshot()));
        assertEquals(List.of("STOPPED"), Deploying.ended(outcome.run()));
        assertEquals(4, outcome.run().snapshot().tasks().size());
        assertEquals(
                List.of(rollback ? "rollout.noneBack" : "rollout.failed"),
                outcome.told().decisions(Decision.Kind.ROLLOUT).stream()
                        .map(line -> line.split(" ")[1])
                        .toList());
    }

    @Test
    void withoutRollbackTheOldTasksGoOn() {
        var outcome = failing(2, Deploying.NO_ROLLBACK).until("900s");
        assertEquals(
                List.of("2 PRIMARY FAILED 2/0", "1 ACTIVE COMPLETED 0/2"),
                Deploying.deployments(outcome.run().snapshot()));
        assertEquals(List.of("SUCCESSFUL", "STOPPED"), Deploying.ended(outcome.run()));
    }

    /// What runs and then crashes never failed to start, and nobody asks whether it is healthy.
    @Test
    void crashAfterRunningNeverFiresWithoutHealthChecks() {
        var outcome =
                Deploying.plain(Deploying.world("crash:1"), 2, Deploying.ROLLBACK).until("900s");
        assertEquals(List.of(), breaker(outcome));
        assertEquals(List.of("IN_PROGRESS"), Deploying.ended(outcome.run()));
    }

    /// Behind a load balancer a task that ends before it was healthy is a failure.
    @Test
    void crashAfterRunningFiresBehindALoadBalancer() {
        var outcome =
                Deploying.balanced(
                                Deploying.world("crash:1")
                                        .image(
                                                "slow:1",
                                                "{\"sizeMib\": 40, \"startsIn\": \"60s\","
                                                        + " \"exits\": {\"after\": \"2s\","
                                                        + " \"exitCode\": 1}}"),
                                1,
                                Deploying.NO_ROLLBACK)
                        .onFargate("other", "slow:1", "", "");
        var swapped = Deploying.update(outcome, "1s", "\"taskDefinition\": \"other\"");
        var told = swapped.until("900s");
        assertEquals(
                List.of("stage2 1 of 3", "stage2 2 of 3", "trips 3 of 3"),
                breaker(told).stream().filter(line -> !line.equals("reset")).toList());
    }

    @Test
    void unhealthyTasksCountWhenTheyAreReplaced() {
        var outcome =
                Deploying.revision(
                                Deploying.balanced(
                                        Deploying.world("web:1", "sick:1"), 1, Deploying.ROLLBACK),
                                "60s",
                                2)
                        .until("900s");
        assertEquals(List.of("stage2 1 of 3", "stage2 2 of 3", "trips 3 of 3"), breaker(outcome));
        assertEquals(
                List.of("1 PRIMARY COMPLETED 1/1"),
                Deploying.deployments(outcome.run().snapshot()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | COUNT | 1 | 1",
                "4 | COUNT | 5 | 5",
                "8 | BOUNDED_PERCENT | 50 | 4",
                "4 | BOUNDED_PERCENT | 10 | 3",
                "4 | UNBOUNDED_PERCENT | 25 | 1",
                "4 | UNBOUNDED_PERCENT | 60 | 3"
            })
    void thresholdIsWhatIsConfigured(int desired, String type, int value, int failures) {
        var configuration =
                "\"deploymentCircuitBreaker\": {\"enable\": true, \"rollback\": false,"
                        + " \"thresholdConfiguration\": {\"type\": \"TYPE\", \"value\": VALUE}}"
                                .replace("TYPE", type)
                                .replace("VALUE", "" + value);
        var outcome =
                Deploying.balanced(Deploying.world("broken:1"), desired, configuration)
                        .until("900s");
        assertEquals("trips " + failures + " of " + failures, breaker(outcome).getLast());
    }

    /// The count uses the desired count of the moment.
    @Test
    void desiredCountOfTheMomentSetsTheThreshold() {
        var world = Deploying.balanced(Deploying.world("broken:1"), 2, Deploying.NO_ROLLBACK);
        var outcome = Deploying.update(world, "2s", "\"desiredCount\": 10").until("900s");
        assertEquals("trips 5 of 5", breaker(outcome).getLast());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void healthyTaskSetsTheCountBackUnlessItIsCumulative(boolean resets) {
        var configuration =
                "\"deploymentCircuitBreaker\": {\"enable\": true, \"rollback\": false,"
                        + " \"resetOnHealthyTask\": RESETS}".replace("RESETS", "" + resets);
        var world =
                Deploying.balanced(Deploying.world("web:1"), 1, configuration)
                        .at("1s", "lab:BreakHealth", "{\"of\": \"image/web:1\"}")
                        .at("60s", "lab:MendHealth", "{\"of\": \"image/web:1\"}");
        var counts = new java.util.LinkedHashSet<Integer>();
        var longer = world.until("400s").run();
        for (var event : longer.events()) {
            if (event instanceof ecslab.ecs.event.Event.ServiceChange(_, var service)) {
                counts.add(service.deployments().getFirst().failedTasks());
            }
        }
        var last =
                longer.snapshot()
                        .services()
                        .values()
                        .iterator()
                        .next()
                        .deployments()
                        .getFirst()
                        .failedTasks();
        assertEquals(List.of(0, 1), List.copyOf(counts).subList(0, 2));
        assertEquals(resets ? 0 : counts.stream().mapToInt(n -> n).max().orElse(-1), last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"COUNT | 0", "BOUNDED_PERCENT | 101", "UNBOUNDED_PERCENT | 0", "HALF | 1"})
    void impossibleThresholdsAreRefused(String type, int value) {
        var configuration =
                "\"deploymentCircuitBreaker\": {\"enable\": true, \"rollback\": false,"
                        + " \"thresholdConfiguration\": {\"type\": \"TYPE\", \"value\": VALUE}}"
                                .replace("TYPE", type)
                                .replace("VALUE", "" + value);
        var refused =
                Deploying.balanced(Deploying.world("web:1"), 1, configuration)
                        .until("10s")
                        .refused();
        assertEquals(1, refused.size());
        assertEquals("InvalidParameterException", refused.getFirst().split(":")[0]);
    }
}
