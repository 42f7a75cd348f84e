package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Response;
import ecslab.ecs.Response.ClusterResponse;
import ecslab.ecs.Response.DescribeCapacityProvidersResponse;
import ecslab.ecs.Response.DescribeClustersResponse;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterStatistics.ByType;
import ecslab.ecs.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.1, §5.4: Describe actions; what they don't know is among the failures,
/// and no error.
class DescribingTest {

    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecs:DescribeClusters | {'clusters': ['none', 'demo']} | cluster/none",
                "ecs:DescribeClusters | {} | cluster/default",
                "ecs:DescribeServices | {'cluster': 'demo', 'services': ['none']} |"
                        + " service/demo/none",
                "ecs:DescribeTasks | {'cluster': 'demo', 'tasks': ['0123']} | task/demo/0123",
                "ecs:DescribeContainerInstances | {'cluster': 'demo', 'containerInstances':"
                        + " ['0123']} | container-instance/demo/0123",
                "ecs:DescribeCapacityProviders | {'capacityProviders': ['FARGATE', 'none']} |"
                        + " capacity-provider/none",
            })
    void whatIsNotThereIsMissing(String call, String with, String arn) {
        var live = Live.at("1s", Written.demo());
        assertEquals(
                List.of(new Failure(ECS + arn, "MISSING", "")),
                live.response(call, json(with)).failures());
    }

    /// Behaviour reference §17.2: how many may be described at once.
    @ParameterizedTest
    @CsvSource({
        "ecs:DescribeServices, services, 10",
        "ecs:DescribeTasks, tasks, 100",
        "ecs:DescribeContainerInstances, containerInstances, 100",
        "ecs:DescribeClusters, clusters, 100",
    })
    void soManyAreDescribedAtOnce(String call, String field, int max) {
        var live = Live.at("1s", Written.demo());
        assertEquals("", live.code(call, many(field, max)));
        assertEquals("InvalidParameterException", live.code(call, many(field, max + 1)));
    }

    private static String many(String field, int count) {
        var names = "'x', ".repeat(count - 1) + "'x'";
        var cluster = field.equals("clusters") ? "" : "'cluster': 'demo', ";
        return json("{" + cluster + "'" + field + "': [" + names + "]}");
    }

    @Test
    void statisticsCountByLaunchType() {
        var live =
                Live.at(
                        "60s",
                        Written.demo()
                                .instances("pool", "t3.small", 1)
                                .family("web", "bridge", 128, 128, "none")
                                .setup("ecs:RegisterTaskDefinition", fargate())
                                .service("1s", "web", 2, ", \"launchType\": \"EC2\"")
                                .run("1s", "job", 1, onFargate()));
        var answer =
                (DescribeClustersResponse)
                        live.response(
                                "ecs:DescribeClusters",
                                json("{'clusters': ['demo'], 'include': ['STATISTICS']}"));
        var counted = answer.statistics().getFirst();
        assertEquals(new ByType(2, 1), counted.runningTasks());
        assertEquals(new ByType(0, 0), counted.pendingTasks());
        assertEquals(new ByType(1, 0), counted.activeServices());
        assertEquals(new ByType(0, 0), counted.drainingServices());
        assertEquals(1, answer.clusters().getFirst().registeredContainerInstancesCount());
    }

    private static String fargate() {
        return json(
                "{'family': 'job', 'networkMode': 'awsvpc', 'requiresCompatibilities':"
                        + " ['FARGATE'], 'cpu': '256', 'memory': '512', 'containerDefinitions':"
                        + " [{'name': 'web', 'image': 'web:1'}]}");
    }

    private static String onFargate() {
        return json(
                ", 'launchType': 'FARGATE', 'networkConfiguration': {'awsvpcConfiguration':"
                        + " {'subnets': ['${subnet/a}'], 'assignPublicIp': 'ENABLED'}}");
    }

    @Test
    void fargateProvidersAreAlwaysThere() {
        var answer =
                (DescribeCapacityProvidersResponse)
                        Live.at("1s", Written.demo())
                                .response("ecs:DescribeCapacityProviders", "{}");
        assertEquals(
                List.of("FARGATE", "FARGATE_SPOT"),
                answer.capacityProviders().stream().map(CapacityProvider::name).toList());
    }

    /// The cluster's value beats the account setting, which new clusters start with.
    @ParameterizedTest
    @CsvSource({
        "'', '', disabled",
        "enabled, '', enabled",
        "enabled, disabled, disabled",
        "'', enhanced, enhanced",
    })
    void containerInsightsComesFromTheClusterOrTheAccount(
            String account, String own, String expected) {
        var live = Live.at("1s", Written.demo());
        if (!account.isEmpty()) {
            live.response(
                    "ecs:PutAccountSetting",
                    json("{'name': 'containerInsights', 'value': '%'}".replace("%", account)));
        }
        var settings = own.isEmpty() ? "" : ", 'settings': [" + insights(own) + "]";
        live.response("ecs:CreateCluster", json("{'clusterName': 'other'" + settings + "}"));
        assertEquals(expected, live.run().snapshot().clusters().get("other").containerInsights());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containerInsights | enhanced | ''",
                "containerInsights | on | InvalidParameterException",
                "insights | enabled | InvalidParameterException",
            })
    void settingsAreUpdated(String name, String value, String code) {
        for (var call : List.of("ecs:UpdateClusterSettings", "ecs:UpdateCluster")) {
            var live = Live.at("1s", Written.demo());
            var with =
                    "{'cluster': 'demo', 'settings': [{'name': '%N', 'value': '%V'}]}"
                            .replace("%N", name)
                            .replace("%V", value);
            assertEquals(code, live.code(call, json(with)));
            var now = live.run().snapshot().clusters().get("demo").containerInsights();
            assertEquals(code.isEmpty() ? value : "disabled", now);
        }
    }

    private static String insights(String value) {
        return "{'name': 'containerInsights', 'value': '%'}".replace("%", value);
    }

    @Test
    void whatElseAClusterIsGivenIsKept() {
        var live = Live.at("1s", Written.demo());
        Response answer =
                live.response(
                        "ecs:UpdateCluster",
                        json(
                                "{'cluster': 'demo', 'configuration':"
                                        + " {'executeCommandConfiguration': {'logging':"
                                        + " 'DEFAULT'}}}"));
        assertTrue(
                ((ClusterResponse) answer)
                        .cluster()
                        .unmodelled()
                        .fields()
                        .containsKey("configuration"));
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
