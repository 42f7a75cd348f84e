package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.DeploymentStateChange;
import ecslab.ecs.model.RolloutState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Deployments that fail, and rules that lead requests elsewhere, with real containers.
class DeploymentsTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void failingImageIsRolledBackByTheCircuitBreaker() {
        var breaker =
                ", 'deploymentConfiguration': {'deploymentCircuitBreaker':"
                        + " {'enable': true, 'rollback': true}}";
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            live.submit("ecs:CreateService", Drafts.service(2, false, breaker));
            live.awaitRunning(2);
            live.await(
                    "the first deployment is COMPLETED",
                    Live.SOON,
                    now ->
                            now.services().values().iterator().next().deployments().stream()
                                    .allMatch(one -> one.rolloutState() == RolloutState.COMPLETED));
            var stay = Live.running(live.state());
            var began = System.nanoTime();
            live.submit("ecs:RegisterTaskDefinition", Drafts.revision("web", "web:crash", ""));
            live.submit(
                    "ecs:UpdateService",
                    "{'cluster': 'demo', 'service': 'web', 'taskDefinition': 'web'}");
            live.await(
                    "it is rolled back",
                    Duration.ofMinutes(5),
                    now -> {
                        var first =
                                now.services().values().iterator().next().deployments().getFirst();
                        return first.taskDefinition().revision() == 1
                                && first.rolloutState() == RolloutState.COMPLETED
                                && live.events(DeploymentStateChange.class)
                                        .anyMatch(it ->
                                                it.eventName().equals("SERVICE_DEPLOYMENT_FAILED"));
                    });
            Figures.say("circuit breaker: failing image rolled back", began);
            assertEquals(
                    stay.stream().map(task -> task.id()).toList(),
                    Live.running(live.state()).stream().map(task -> task.id()).toList());
        }
    }

    @Test
    void rulesOfAListenerHoldForRealRequests() throws IOException, InterruptedException {
        var scenario =
                Drafts.cluster()
                        .balancer("instance", "1s")
                        .setup(
                                "elbv2:CreateRule",
                                """
                                {'ListenerArn': '${listener/front:80}', 'Priority': 10,
                                 'Conditions': [{'Field': 'path-pattern', 'Values': ['/teapot*']}],
                                 'Actions': [{'Type': 'fixed-response', 'FixedResponseConfig':
                                  {'StatusCode': '418', 'ContentType': 'text/plain',
                                   'MessageBody': 'short and stout'}}]}\
                                """)
                        .web("web:v1");
        try (var live = Live.start(scenario);
                var http = HttpClient.newHttpClient()) {
            live.submit("ecs:CreateService", Drafts.service(1, true, ""));
            live.awaitHealthy(1);
            var url = live.cluster().urls().get("front");
            assertEquals(List.of("418", "short and stout"), get(http, url + "/teapot/1"));
            var served = get(http, url + "/");
            assertEquals("200", served.getFirst());
            assertTrue(served.getLast().startsWith("v1 from "), served.getLast());
        }
    }

    private static List<String> get(HttpClient http, String url)
            throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        return List.of(Integer.toString(answer.statusCode()), answer.body());
    }
}
