package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Response.RunTaskResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §1.1 Quotas: how much there may be of everything.
class QuotasTest {

    private static final String STRATEGY = ClustersTest.strategy("p", 0, 1);

    private static Written provider() {
        return Written.demo(1, "\"subnets\": \"public\"")
                .setup(
                        "lab:AutoScalingGroup",
                        "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\","
                                + " \"desired\": 0}")
                .setup(
                        "ecs:CreateCapacityProvider",
                        "{\"name\": \"p\", \"autoScalingGroupProvider\": {\"autoScalingGroupArn\":"
                                + " \"${autoScalingGroup/asg}\"}}")
                .setup(
                        "ecs:PutClusterCapacityProviders",
                        "{\"cluster\": \"demo\", \"capacityProviders\": [\"p\"],"
                                + " \"defaultCapacityProviderStrategy\": []}")
                .family("web", "bridge", 128, 128, "none");
    }

    /// 500 tasks of a cluster may wait for a capacity provider.
    @Test
    void fiveHundredTasksWaitInProvisioning() {
        var live = Live.at("10s", provider());
        var run = "{\"cluster\": \"demo\", \"taskDefinition\": \"web\", \"count\": 10" + STRATEGY;
        for (var i = 0; i < 49; i++) {
            live.response("ecs:RunTask", run + "}");
        }
        var last = (RunTaskResponse) live.response("ecs:RunTask", run + "}");
        assertEquals(10, last.tasks().size());
        var more = (RunTaskResponse) live.response("ecs:RunTask", run + "}");
        assertEquals(0, more.tasks().size());
        assertEquals(10, more.failures().size());
    }

    @Test
    void accountHasTenThousandClusters() {
        var live = Live.at("1s", Written.demo());
        for (var i = 1; i < 10_000; i++) {
            live.response("ecs:CreateCluster", "{\"clusterName\": \"c" + i + "\"}");
        }
        var code = live.code("ecs:CreateCluster", "{\"clusterName\": \"more\"}");
        assertEquals("InvalidParameterException", code);
        assertEquals("", live.code("ecs:CreateCluster", "{\"clusterName\": \"c1\"}"));
        live.response("ecs:DeleteCluster", "{\"cluster\": \"c1\"}");
        assertEquals("", live.code("ecs:CreateCluster", "{\"clusterName\": \"more\"}"));
    }

    @ParameterizedTest
    @CsvSource({"0, InvalidParameterException", "10, ''", "11, InvalidParameterException"})
    void runTaskStartsTenAtATime(int count, String code) {
        var live = Live.at("10s", provider());
        var run =
                "{\"cluster\": \"demo\", \"taskDefinition\": \"web\", \"count\": "
                        + count
                        + STRATEGY;
        assertEquals(code, live.code("ecs:RunTask", run + "}"));
    }

    @ParameterizedTest
    @CsvSource({"10, ''", "11, InvalidParameterException"})
    void tenInstancesChangeTheirStateAtATime(int count, String code) {
        var names =
                IntStream.range(0, count).mapToObj(i -> "\"x\"").collect(Collectors.joining(","));
        assertEquals(
                code,
                Live.at("10s", provider())
                        .code(
                                "ecs:UpdateContainerInstancesState",
                                "{\"cluster\": \"demo\", \"status\": \"DRAINING\","
                                        + " \"containerInstances\": ["
                                        + names
                                        + "]}"));
    }

    /// 100 host ports of an instance, the agent's five included; dynamic ones don't count.
    @ParameterizedTest
    @CsvSource({"95, 8080, 1", "96, 8080, 0", "96, 0, 1"})
    void instanceReservesAHundredHostPorts(int ports, int first, int placed) {
        var mappings =
                IntStream.range(0, ports)
                        .mapToObj(i ->
                                "{\"containerPort\": "
                                        + (1_000 + i)
                                        + ", \"hostPort\": "
                                        + (first == 0 ? 0 : first + i)
                                        + "}")
                        .collect(Collectors.joining(", "));
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "m5.large", 1)
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"many\", \"networkMode\": \"bridge\","
                                        + " \"containerDefinitions\": [{\"name\": \"web\","
                                        + " \"image\": \"web:1\", \"memory\": 64,"
                                        + " \"portMappings\": ["
                                        + mappings
                                        + "]}]}")
                        .run("1s", "many", 1, ", \"launchType\": \"EC2\"")
                        .until("10s");
        assertEquals(placed, outcome.places().size());
        assertEquals(placed == 1 ? List.of() : List.of("RESOURCE:PORTS"), outcome.lacks());
    }

    @ParameterizedTest
    @CsvSource({"20, ''", "21, LimitExceededException"})
    void clusterHasTwentyCapacityProviders(int count, String code) {
        var written = Written.demo(1, "\"subnets\": \"public\"");
        for (var i = 0; i < count; i++) {
            written.setup(
                            "lab:AutoScalingGroup",
                            "{\"name\": \"g%\", \"cluster\": \"demo\", \"instanceType\":"
                                    .concat(" \"t3.small\", \"desired\": 0}")
                                    .replace("%", String.valueOf(i)))
                    .setup(
                            "ecs:CreateCapacityProvider",
                            "{\"name\": \"p%\", \"autoScalingGroupProvider\":"
                                    .concat(
                                            " {\"autoScalingGroupArn\":"
                                                    + " \"${autoScalingGroup/g%}\"}}")
                                    .replace("%", String.valueOf(i)));
        }
        var names =
                IntStream.range(0, count)
                        .mapToObj(i -> "\"p" + i + "\"")
                        .collect(Collectors.joining(", "));
        assertEquals(
                code,
                Live.at("1s", written)
                        .code(
                                "ecs:PutClusterCapacityProviders",
                                "{\"cluster\": \"demo\", \"capacityProviders\": ["
                                        + names
                                        + "], \"defaultCapacityProviderStrategy\": []}"));
    }

    @ParameterizedTest
    @CsvSource({"5000, ''", "5001, InvalidParameterException"})
    void serviceHasFiveThousandTasks(int desired, String code) {
        assertEquals(
                code,
                Live.at("10s", provider())
                        .code(
                                "ecs:CreateService",
                                "{\"cluster\": \"demo\", \"serviceName\": \"web\","
                                        + " \"taskDefinition\": \"web\", \"desiredCount\": "
                                        + desired
                                        + "}"));
    }
}
