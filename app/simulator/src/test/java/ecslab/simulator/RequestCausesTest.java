package ecslab.simulator;

import static ecslab.simulator.Balanced.answers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// 502, 503, 504 and 460 come from their true causes (behaviour reference §7.6).
class RequestCausesTest {

    private static final String SLOW = "\"cpuMillis\": 0, \"time\": \"70s\"";

    @Test
    void answerAfterTheIdleTimeoutIs504() {
        var run = new Balanced().request(SLOW).service("web", 1).until("150s").play();
        assertEquals(Set.of("504 slow"), answers(run).keySet());
    }

    @Test
    void longerIdleTimeoutLetsSlowAnswersThrough() {
        var run =
                new Balanced()
                        .request(SLOW)
                        .service("web", 1)
                        .until("150s")
                        .setup(
                                "elbv2:ModifyLoadBalancerAttributes",
                                "{\"LoadBalancerArn\": \"${loadBalancer/web}\", \"Attributes\":"
                                        + " [{\"Key\": \"idle_timeout.timeout_seconds\","
                                        + " \"Value\": \"120\"}]}")
                        .play();
        assertEquals(Set.of("200 served"), answers(run).keySet());
    }

    @Test
    void userWhoGivesUpBeforeTheIdleTimeoutIs460() {
        var run =
                new Balanced()
                        .request(SLOW)
                        .users("\"client\": {\"timeout\": \"5s\"}")
                        .service("web", 1)
                        .play();
        assertEquals(Set.of("460 clientGone"), answers(run).keySet());
    }

    /// Requests every 5 s, each answered in 40 ms: the connection is idle for 4.96 s.
    @Test
    void keepAliveThatEndsAsTheNextRequestComesIs502() {
        var list = "{\"list\": [\"0s\", \"5s\", \"10s\", \"15s\", \"20s\", \"25s\"]}";
        var race =
                new Balanced()
                        .request("\"time\": \"40ms\", \"keepAlive\": \"4960ms\"")
                        .shape(list)
                        .service("web", 1)
                        .play();
        assertEquals(Map.of("200 served", 3L, "502 keepAlive", 3L), answers(race));

        var longer =
                new Balanced()
                        .request("\"time\": \"40ms\", \"keepAlive\": \"75s\"")
                        .shape(list)
                        .service("web", 1)
                        .play();
        assertEquals(Map.of("200 served", 6L), answers(longer));
    }

    @Test
    void taskThatTakesNoMoreConnectionsIs504() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:ExhaustConnections", "{\"of\": \"task/web#1\"}")
                        .at("70s", "lab:FreeConnections", "{\"of\": \"task/web#1\"}")
                        .play();
        assertEquals(Set.of("200 served", "504 full"), answers(run).keySet());
        assertEquals(400, answers(run).get("504 full"), 2);
    }

    @Test
    void droppedRouteIs504AndTheHealthCheckTimesOut() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:DropRoute", "{\"of\": \"task/web#1\"}")
                        .play();
        assertTrue(answers(run).containsKey("504 noRoute"), answers(run).toString());
        var target = run.snapshot().targets().values().iterator().next();
        assertEquals("Target.Timeout", target.reason());
    }

    @Test
    void fullQueueRefusesWhatComesTooMuch() {
        var run =
                new Balanced()
                        .request(
                                "\"cpuMillis\": 0, \"time\": \"1s\", \"concurrency\": 5, \"queue\":"
                                        + " 5")
                        .service("web", 1)
                        .until("140s")
                        .play();
        // 5 places of 1 s serve 5 of 20 requests a second.
        assertEquals(500, answers(run).get("200 served"), 25);
        assertTrue(answers(run).containsKey("504 full"));
    }

    /// A request a second takes 40 s: when the target is told to drain, 40 are under way, of which
    /// 10 seconds let 10 end.
    @Test
    void deregistrationDelayThatEndsInTheMiddleOfARequestIs502() {
        var run =
                new Balanced()
                        .request("\"cpuMillis\": 0, \"time\": \"40s\"")
                        .shape("{\"steady\": \"1/s\"}")
                        .delay("10s")
                        .service("web", 1)
                        .at(
                                "80s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"desiredCount\": 0}")
                        .until("130s")
                        .play();
        var all = answers(run);
        assertEquals(Set.of("200 served", "502 deregistered", "503 noTargets"), all.keySet());
        assertEquals(30, all.get("502 deregistered"), 2);
    }

    @Test
    void failuresAreExplainedFromRequestToRoot() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:DropRoute", "{\"of\": \"task/web#1\"}")
                        .play();
        var why =
                run.events().stream()
                        .filter(Decision.class::isInstance)
                        .map(Decision.class::cast)
                        .filter(one -> one.kind() == Decision.Kind.REQUEST)
                        .findFirst()
                        .orElseThrow();
        assertEquals("request.root.noRoute", why.outcome().key());
        assertTrue(why.inputs().contains(Decision.Fact.of("status", 504)));
        assertTrue(why.inputs().contains(Decision.Fact.of("route", "none")));
    }

    @Test
    void usersTryAgainAndAreCountedEachTime() {
        var run =
                new Balanced()
                        .shape("{\"list\": [\"0s\", \"1s\"]}")
                        .users("\"client\": {\"retries\": 2, \"retryAfter\": \"1s\"}")
                        .play();
        assertEquals(Map.of("503 noTargets", 6L), answers(run));
    }
}
