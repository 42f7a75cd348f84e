package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ServiceStatus;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// §6.1 How a service ends: ACTIVE, DRAINING, INACTIVE.
class DeleteServiceTest {

    private static Written deleted(String at, String more) {
        return Deploying.balanced(Deploying.world("web:1"), 2, "")
                .at(
                        at,
                        "ecs:DeleteService",
                        "{\"cluster\": \"demo\", \"service\": \"web\"" + more + "}");
    }

    @Test
    void forceStopsItsTasksAndThenItIsInactive() {
        var run = deleted("60s", ", \"force\": true").until("200s").run();
        var statuses = new LinkedHashSet<ServiceStatus>();
        for (var event : run.events()) {
            if (event instanceof Event.ServiceChange(_, var service)) {
                statuses.add(service.status());
            }
        }
        assertEquals(
                List.of(ServiceStatus.ACTIVE, ServiceStatus.DRAINING, ServiceStatus.INACTIVE),
                List.copyOf(statuses));
        var service = run.snapshot().services().values().iterator().next();
        assertEquals(List.of(), service.deployments());
        assertEquals(0, run.snapshot().clusters().get("demo").activeServicesCount());
    }

    @Test
    void serviceThatIsScaledAboveZeroIsNotDeletedWithoutForce() {
        assertEquals(
                List.of(
                        "InvalidParameterException: The service cannot be stopped while it is"
                                + " scaled above 0."),
                deleted("60s", "").until("70s").refused());
    }

    @Test
    void serviceAtZeroNeedsNoForce() {
        var outcome =
                Deploying.update(deleted("100s", ""), "30s", "\"desiredCount\": 0").until("200s");
        assertEquals(List.of(), outcome.refused());
        assertEquals(
                ServiceStatus.INACTIVE,
                outcome.run().snapshot().services().values().iterator().next().status());
    }

    @Test
    void nameIsFreeOnlyWhenTheServiceIsInactive() {
        var world = deleted("60s", ", \"force\": true");
        var again =
                "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"taskDefinition\": \"web\","
                        + " \"desiredCount\": 1, \"launchType\": \"FARGATE\","
                        + " \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                        + " [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}}}";
        var outcome =
                world.at("50s", "ecs:CreateService", again)
                        .at("61s", "ecs:CreateService", again)
                        .at("120s", "ecs:CreateService", again)
                        .until("300s");
        assertEquals(
                List.of(
                        "InvalidParameterException: Creation of service was not idempotent.",
                        "InvalidParameterException: Unable to Start a service that is still"
                                + " Draining."),
                outcome.refused());
        assertEquals(
                List.of("1 PRIMARY COMPLETED 1/1"),
                Deploying.deployments(outcome.run().snapshot()));
    }

    @Test
    void whatIsNotActiveIsNotUpdated() {
        var world =
                Deploying.update(deleted("60s", ", \"force\": true"), "61s", "\"desiredCount\": 3");
        assertEquals(
                List.of("ServiceNotActiveException: Service was not ACTIVE."),
                world.until("100s").refused());
    }
}
