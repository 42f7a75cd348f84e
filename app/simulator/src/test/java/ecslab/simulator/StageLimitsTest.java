package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.7 How long lifecycle stages may take, and how much longer they take behind a Network Load
/// Balancer.
class StageLimitsTest {

    private static final String SERVICE =
            ", \"launchType\": \"FARGATE\", \"networkConfiguration\": {\"awsvpcConfiguration\":"
                + " {\"subnets\": [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}},"
                + " \"loadBalancers\": [{\"targetGroupArn\": \"${targetGroup/web}\","
                + " \"containerName\": \"web\", \"containerPort\": 80, \"advancedConfiguration\":"
                + " {\"alternateTargetGroupArn\": \"${targetGroup/green}\","
                + " \"productionListenerRule\": \"${listener/web:80}\", \"roleArn\":"
                + " \"arn:aws:iam::111122223333:role/ecsInfrastructureRole\"}}],"
                + " \"deploymentConfiguration\": {";

    /// Health checks are rare, since the days are long.
    private static Written shifting(String type, String protocol, String configuration) {
        var group = "\"healthCheckInterval\": \"300s\"";
        return Written.demo()
                .onFargate("web", "web:1", "", "")
                .onFargate("web", "web:1", "", "")
                .setup(
                        "lab:LoadBalancer",
                        "{\"name\": \"web\", \"type\": \""
                                + type
                                + "\", \"listener\": 80, \"targetGroup\": {\"name\": \"web\","
                                + " \"targetType\": \"ip\", \"port\": 80, "
                                + group
                                + "}}")
                .setup(
                        "elbv2:CreateTargetGroup",
                        "{\"Name\": \"green\", \"Protocol\": \""
                                + protocol
                                + "\", \"Port\": 80, \"TargetType\": \"ip\","
                                + " \"HealthCheckIntervalSeconds\": 300}")
                .service("0s", "web:1", 1, SERVICE + configuration + "}")
                .at(
                        "1h",
                        "ecs:UpdateService",
                        "{\"cluster\": \"demo\", \"service\": \"web\", \"taskDefinition\":"
                                + " \"web:2\"}");
    }

    /// `STAGE AT` of each stage of the second deployment.
    private static List<String> stages(Written.Outcome outcome, String stage) {
        return outcome.run().events().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(one -> one.kind() == Decision.Kind.ROLLOUT)
                .filter(one -> one.outcome().key().startsWith("stage." + stage))
                .filter(one -> one.at().micros() >= 3_600_000_000L)
                .map(one ->
                        one.outcome().key() + " " + one.outcome().values().get("minutes") + " min")
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application | HTTP | \"strategy\": \"BLUE_GREEN\" |"
                        + " stage.PRODUCTION_TRAFFIC_SHIFT 0 min",
                "network | TCP | \"strategy\": \"BLUE_GREEN\" |"
                        + " stage.PRODUCTION_TRAFFIC_SHIFT.network 10 min",
                "network | TCP | \"strategy\": \"CANARY\", \"canaryConfiguration\":"
                        + " {\"canaryPercent\": 10, \"canaryBakeTimeInMinutes\": 3} |"
                        + " stage.PRODUCTION_TRAFFIC_SHIFT.network 13 min,"
                        + " stage.PRODUCTION_TRAFFIC_SHIFT.network 10 min"
            })
    void networkLoadBalancerAddsTenMinutesToEachShift(
            String type, String protocol, String configuration, String told) {
        var outcome = shifting(type, protocol, configuration).until("3h");
        assertEquals(List.of(), outcome.refused());
        assertEquals(List.of(told.split(", ")), stages(outcome, "PRODUCTION"));
        assertEquals("SUCCESSFUL", Deploying.ended(outcome.run()).getLast());
    }

    private static String hook(String stage, String more) {
        return "\"strategy\": \"BLUE_GREEN\", \"lifecycleHooks\": [{\"lifecycleStages\": [\""
                + stage
                + "\"], "
                + more
                + ", \"timeoutConfiguration\": {\"timeoutInMinutes\": 20160}}]";
    }

    /// Whatever the hook's own timeout says.
    @Test
    void stageLastsADayAtMost() {
        var asks =
                hook(
                        "POST_SCALE_UP",
                        "\"hookTargetArn\":"
                                + " \"arn:aws:lambda:us-east-1:111122223333:function:smoke\","
                                + " \"roleArn\": \"arn:r\"");
        var outcome =
                shifting("application", "HTTP", asks)
                        .setup(
                                "lab:Hook",
                                "{\"function\": \"smoke\", \"answers\": [\"SUCCEEDED\","
                                        + " \"IN_PROGRESS\"]}")
                        .until("26h");
        assertEquals(List.of(), outcome.refused());
        var failed = outcome.told().said("deployment failed").getFirst();
        assertEquals(
                "25h3m (deployment ecs-svc/N) deployment failed: lifecycle stage POST_SCALE_UP"
                        + " timed out.",
                failed.replaceFirst("m[0-9.]*s \\(service web\\)", "m"));
        assertEquals("ROLLBACK_SUCCESSFUL", Deploying.ended(outcome.run()).getLast());
    }

    /// Three pauses of 14 days, each of which would go on by itself.
    @Test
    void allStagesTogetherLastThirtyDaysAtMost() {
        var pauses =
                hook(
                        "POST_SCALE_UP\", \"POST_TEST_TRAFFIC_SHIFT\","
                                + " \"PRE_PRODUCTION_TRAFFIC_SHIFT",
                        "\"targetType\": \"PAUSE\"");
        var goesOn = pauses.replace("20160", "20160, \"action\": \"CONTINUE\"");
        var told = new ArrayList<String>();
        var simulation =
                Simulation.of(
                        Deploying.update(
                                        shifting(
                                                "application",
                                                "HTTP",
                                                "\"strategy\": \"BLUE_GREEN\""),
                                        "30m",
                                        "\"deploymentConfiguration\": {" + goesOn + "}")
                                .scenario("750h"));
        simulation.listen(event -> {
            if (event instanceof Event.ServiceEvent said
                    && said.message().contains("deployment failed")) {
                told.add(said.at() + said.message().replaceFirst(".*failed:", ""));
            }
        });
        simulation.open();
        simulation.advanceTo(SimInstant.START.plus(Duration.ofHours(750)));
        assertEquals(
                List.of("timed out."), told.stream().map(one -> one.split(" ", 2)[1]).toList());
        assertTrue(told.getFirst().startsWith("721h"), told.getFirst());
    }
}
