package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// §6.3 What begins a deployment, and what only counts for tasks that are started later.
class UpdateServiceTest {

    private static Written.Outcome updated(String fields) {
        return Deploying.update(
                        Deploying.balanced(
                                Deploying.world("web:1", "web:1")
                                        .setup("lab:Alarm", "{\"name\": \"5xx\"}"),
                                1,
                                ""),
                        "60s",
                        fields)
                .until("200s");
    }

    private static int deployments(Written.Outcome outcome) {
        return outcome.run().snapshot().rollouts().serviceDeployments().size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"taskDefinition\": \"web:2\"",
                "\"forceNewDeployment\": true",
                "\"platformVersion\": \"1.3.0\"",
                "\"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                        + " [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}}",
                "\"loadBalancers\": []",
                "\"serviceRegistries\": [{\"registryArn\": \"arn:aws:servicediscovery:r\"}]",
                "\"serviceConnectConfiguration\": {\"enabled\": true, \"namespace\": \"lab\"}",
                "\"volumeConfigurations\": [{\"name\": \"data\"}]",
                "\"vpcLatticeConfigurations\": [{\"roleArn\": \"a\", \"targetGroupArn\": \"b\","
                        + " \"portName\": \"c\"}]"
            })
    void thisBeginsADeployment(String fields) {
        var outcome = updated(fields);
        assertEquals(List.of(), outcome.refused());
        assertEquals(2, deployments(outcome));
        assertEquals(List.of("SUCCESSFUL", "SUCCESSFUL"), Deploying.ended(outcome.run()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"desiredCount\": 2",
                "\"taskDefinition\": \"web:1\"",
                "\"deploymentConfiguration\": {\"maximumPercent\": 150}",
                "\"deploymentConfiguration\": {\"deploymentCircuitBreaker\": {\"enable\": true,"
                        + " \"rollback\": true}}",
                "\"deploymentConfiguration\": {\"alarms\": {\"alarmNames\": [\"5xx\"], \"enable\":"
                        + " true, \"rollback\": true}}",
                "\"availabilityZoneRebalancing\": \"DISABLED\"",
                "\"healthCheckGracePeriodSeconds\": 60",
                "\"enableExecuteCommand\": true",
                "\"enableECSManagedTags\": true",
                "\"propagateTags\": \"SERVICE\""
            })
    void thisDoesNot(String fields) {
        var outcome = updated(fields);
        assertEquals(List.of(), outcome.refused());
        assertEquals(1, deployments(outcome));
    }

    @Test
    void whatIsNotGivenStaysAsItIs() {
        var outcome =
                Deploying.update(
                                Deploying.balanced(
                                        Deploying.world("web:1"),
                                        1,
                                        "\"minimumHealthyPercent\": 50, " + Deploying.ROLLBACK),
                                "60s",
                                "\"deploymentConfiguration\": {\"maximumPercent\": 150}")
                        .until("100s");
        var service = outcome.run().snapshot().services().values().iterator().next();
        var configuration = service.deploymentConfiguration();
        assertEquals(
                "50 150 true",
                configuration.minimumHealthyPercent()
                        + " "
                        + configuration.maximumPercent()
                        + " "
                        + configuration.circuitBreaker().enable());
    }

    @Test
    void unmodelledFieldsAreEchoed() {
        var outcome = updated("\"enableExecuteCommand\": true, \"platformVersion\": \"1.4.0\"");
        var service = outcome.run().snapshot().services().values().iterator().next();
        assertEquals("true", service.unmodelled().fields().get("enableExecuteCommand"));
        assertEquals("\"1.4.0\"", service.unmodelled().fields().get("platformVersion"));
    }

    /// A rollback takes the earlier revision's fields back as well.
    @Test
    void rollbackTakesTheOtherFieldsBackToo() {
        var world = Deploying.balanced(Deploying.world("web:1", "broken:1"), 1, Deploying.ROLLBACK);
        var outcome =
                Deploying.update(
                                world,
                                "60s",
                                "\"taskDefinition\": \"web:2\", \"platformVersion\": \"1.3.0\"")
                        .until("600s");
        var service = outcome.run().snapshot().services().values().iterator().next();
        assertEquals("web:1", service.taskDefinition().toString());
        assertEquals(false, service.unmodelled().fields().containsKey("platformVersion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deploymentController\": {\"type\": \"EXTERNAL\"} | InvalidParameterException:"
                        + " Unable to update the deployment controller of a service.",
                "\"healthCheckGracePeriodSeconds\": -1 | InvalidParameterException:"
                        + " healthCheckGracePeriodSeconds must be 0 to 2147483647.",
                "\"deploymentConfiguration\": {\"maximumPercent\": 90} | InvalidParameterException:"
                        + " minimumHealthyPercent must be 0 to 100 and maximumPercent 100 to 200."
            })
    void whatCannotBeIsRefused(String fields, String refusal) {
        assertEquals(List.of(refusal), updated(fields).refused());
    }
}
