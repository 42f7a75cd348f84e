package ecslab.simulator;

import static ecslab.simulator.Balanced.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which target of a group gets a request (behaviour reference §7.4).
class TargetChoiceTest {

    private static final String ALGORITHM = "load_balancing.algorithm.type";

    private static Balanced four() {
        return new Balanced().service("web", 4);
    }

    @Test
    void roundRobinGoesRound() {
        var counts = served(four().play(), false).values();
        assertEquals(4, counts.size());
        counts.forEach(count -> assertEquals(400, count, 2));
    }

    /// A slow task has more under way, and so gets less: the others take what it can't.
    @Test
    void leastOutstandingSparesTheSlowOne() {
        var run =
                four().attribute("web", ALGORITHM, "least_outstanding_requests")
                        .at("41s", "lab:SlowDown", "{\"of\": \"task/web#1\", \"times\": 5}")
                        .play();
        var counts = served(run, false);
        assertTrue(counts.get("web#1") < 0.75 * counts.get("web#2"), counts.toString());
    }

    @Test
    void roundRobinGivesTheSlowOneItsShare() {
        var run = four().at("41s", "lab:SlowDown", "{\"of\": \"task/web#1\", \"times\": 5}").play();
        assertEquals(400, served(run, false).get("web#1"), 5);
    }

    /// A quarter of 1,600, within four standard deviations (69).
    @Test
    void weightedRandomIsEvenWithinChance() {
        var run = four().attribute("web", ALGORITHM, "weighted_random").play();
        var counts = served(run, false);
        counts.values().forEach(count -> assertEquals(400, count, 69));
        assertTrue(counts.values().stream().distinct().count() > 1, counts.toString());
    }

    /// From 0 to a whole share in 30 s: half of it on average.
    @Test
    void slowStartGrowsEvenly() {
        var run =
                new Balanced()
                        .shape("{\"steady\": \"40/s\"}")
                        .service("web", 1)
                        .attribute("web", "slow_start.duration_seconds", "60")
                        .at(
                                "60s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"desiredCount\": 2}")
                        .until("180s")
                        .play();
        var healthy = healthyAt(run, "web#2");
        var early = between(run, "web#2", healthy, 20);
        var late = between(run, "web#2", healthy + 60, 20);
        assertTrue(early < 0.35 * late, early + " of " + late);
        assertEquals(400, late, 5);
    }

    private static long healthyAt(SimulatedRun run, String name) {
        return Transcript.of(run).targetsOf(name).stream()
                .filter(line -> line.endsWith("healthy"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .map(at -> ecslab.ecs.time.Spans.parse(at).orElseThrow().toSeconds())
                .findFirst()
                .orElseThrow();
    }

    private static long between(SimulatedRun run, String name, long from, long seconds) {
        var names = run.snapshot().taskNames();
        return run.events().stream()
                .filter(event -> !event.at().isBefore(SimInstant.ofSeconds(from)))
                .filter(event -> event.at().isBefore(SimInstant.ofSeconds(from + seconds)))
                .filter(RequestAnswered.class::isInstance)
                .map(event -> ((RequestAnswered) event).route())
                .filter(route ->
                        route instanceof Route.To(_, var task) && name.equals(names.get(task)))
                .count();
    }

    @Test
    void stickyUserStaysUntilTheTargetLeaves() {
        var run =
                four().users("\"client\": {\"users\": 1}")
                        .attribute("web", "stickiness.enabled", "true")
                        .play();
        assertEquals(1, served(run, false).size());

        var left =
                four().users("\"client\": {\"users\": 1}")
                        .attribute("web", "stickiness.enabled", "true")
                        .at(
                                "80s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"desiredCount\": 1}")
                        .play();
        assertTrue(
                Balanced.answers(left).keySet().stream().allMatch(it -> it.equals("200 served")));
    }

    /// A Network Load Balancer whose targets are healthy after two checks.
    private static Balanced quick() {
        return new Balanced()
                .network()
                .setup(
                        "elbv2:ModifyTargetGroup",
                        "{\"TargetGroupArn\": \"${targetGroup/web}\","
                                + " \"HealthCheckIntervalSeconds\": 11,"
                                + " \"HealthyThresholdCount\": 2}");
    }

    /// A Network Load Balancer keeps a flow with its target; each node has its own zone's.
    @Test
    void flowStaysWithItsTargetAndCrossesNoZone() {
        var run =
                quick().service("web", 4)
                        .shape("{\"steady\": \"40/s\"}")
                        .users("\"client\": {\"users\": 1}")
                        .until("200s")
                        .play();
        assertEquals(1, served(run, false).size(), served(run, false).toString());

        var many =
                quick().service("web", 4)
                        .users("\"client\": {\"users\": 50, \"keepAlive\": false}")
                        .until("200s")
                        .play();
        assertEquals(4, served(many, false).size());
        assertTrue(stayInTheirZone(many));
    }

    /// Every user's requests meet targets of one zone only.
    private static boolean stayInTheirZone(SimulatedRun run) {
        var zones = new LinkedHashSet<String>();
        for (var event : run.events()) {
            if (event instanceof RequestAnswered answered
                    && answered.route() instanceof Route.To(var id, _)) {
                var target = run.snapshot().targets().get(id);
                zones.add(target == null ? "?" : target.availabilityZone());
            }
        }
        return zones.equals(new LinkedHashSet<>(java.util.List.of("us-east-1a", "us-east-1b")))
                || zones.equals(new LinkedHashSet<>(java.util.List.of("us-east-1b", "us-east-1a")));
    }

    /// 502 is a word of HTTP's: behind a Network Load Balancer the connection is just closed.
    @Test
    void networkLoadBalancerKnowsNoStatuses() {
        var run = new Balanced().network().until("60s").play();
        assertEquals(Map.of("0 noTargets", 400L), Balanced.answers(run));
    }

    @Test
    void zoneThatIsOutIsLeftToTheOther() {
        var run =
                four().at("60s", "lab:ZoneOutage", "{\"zone\": \"us-east-1a\"}")
                        .until("180s")
                        .play();
        var late = Balanced.answers(run, 110);
        assertEquals(java.util.Set.of("200 served"), late.keySet());
        assertTrue(Balanced.answers(run).containsKey("504 noRoute"));
    }

    /// Nobody is healthy yet, so all nodes answer to the name; the one whose zone is empty leads
    /// nowhere, so users meet the other.
    @Test
    void networkLoadBalancerFailsOpenWhereTargetsAre() {
        var run = new Balanced().network().service("web", 1).until("60s").play();
        assertEquals(java.util.Set.of("200 served"), Balanced.answers(run, 45).keySet());
    }
}
