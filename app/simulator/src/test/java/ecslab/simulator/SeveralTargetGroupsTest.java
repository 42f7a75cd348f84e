package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.ServiceLoadBalancer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A service in several target groups (behaviour reference §7.1).
class SeveralTargetGroupsTest {

    private final Scenarios both =
            Scenarios.demo()
                    .setup(Scenarios.register("web", Scenarios.IMAGE))
                    .setup(Scenarios.loadBalancer(Duration.ofSeconds(10)))
                    .setup(Scenarios.loadBalancer("inner", "ip"))
                    .setup(
                            ServiceDraft.of(1)
                                    .wiring(List.of(wired("web"), wired("inner")))
                                    .command());

    private static ServiceLoadBalancer wired(String group) {
        return new ServiceLoadBalancer("${targetGroup/" + group + "}", "web", 80);
    }

    @Test
    void taskIsRegisteredInEach() {
        var told = Transcript.of(both.until(60));
        assertEquals(
                List.of(
                        "6.3s (service web) registered 1 targets in (target-group TG/web)",
                        "6.3s (service web) registered 1 targets in (target-group TG/inner)"),
                told.said("registered"));
    }

    @Test
    void serviceIsSteadyWhenTheTaskIsHealthyInBoth() {
        var told = Transcript.of(both.until(60));
        var healthy = told.targetsOf("web#1").stream().filter(l -> l.endsWith("healthy")).toList();
        assertEquals(2, healthy.size());
        assertEquals(
                List.of(healthy.getLast().replace(" healthy", "")),
                told.said("steady").stream().map(l -> l.substring(0, l.indexOf(' '))).toList());
    }

    @Test
    void sigtermWaitsForTheLongerOfTheDelays() {
        var told = Transcript.of(both.at(60, Scenarios.desired(0)).until(120));
        assertEquals(
                List.of("1m1s draining", "1m1s draining", "1m11s unused", "1m21s unused"),
                told.targetsOf("web#1").subList(4, 8));
        assertEquals(
                List.of("1m1s DEACTIVATING", "1m21s STOPPING"), told.lifeOf("web#1").subList(4, 6));
        assertEquals(
                List.of(
                        "1m1s (service web) deregistered 1 targets in (target-group TG/web)",
                        "1m1s (service web) deregistered 1 targets in (target-group TG/inner)",
                        "1m1s (service web, taskSet ecs-svc/N) has begun draining connections on 1"
                                + " tasks."),
                told.said("1m1s").subList(1, 4));
    }
}
