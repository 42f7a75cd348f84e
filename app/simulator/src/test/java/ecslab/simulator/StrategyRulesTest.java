package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.LaunchType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §1.2, §1.3 Launch type or capacity provider strategy, and what a strategy may say.
class StrategyRulesTest {

    private static Written world() {
        var written = Written.demo(1, "\"subnets\": \"public\"");
        for (var name : List.of("p", "q")) {
            written.setup(
                            "lab:AutoScalingGroup",
                            json(
                                    "{'name': 'g%', 'cluster': 'demo', 'instanceType': 't3.small',"
                                            .concat(" 'desired': 1}")
                                            .replace("%", name)))
                    .setup(
                            "ecs:CreateCapacityProvider",
                            json(
                                    "{'name': '%', 'autoScalingGroupProvider': {"
                                            .concat("'autoScalingGroupArn':")
                                            .concat(" '${autoScalingGroup/g%}'}}")
                                            .replace("%", name)));
        }
        return written.setup(
                        "ecs:PutClusterCapacityProviders",
                        json(
                                "{'cluster': 'demo', 'capacityProviders': ['p', 'q', 'FARGATE',"
                                        + " 'FARGATE_SPOT'], 'defaultCapacityProviderStrategy':"
                                        + " []}"))
                .family("web", "bridge", 128, 128, "none");
    }

    /// Each item is `PROVIDER base weight`; `-` leaves base or weight out, which is 0.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p 0 1 | ''",
                "p - - | ''",
                "p 0 1, q 0 1 | ''",
                "p 0 0, q 0 0 | InvalidParameterException",
                "p - -, q - - | InvalidParameterException",
                "p 0 0, q 0 1 | ''",
                "p 1 1, q 1 1 | InvalidParameterException",
                "p 100000 1 | ''",
                "p 100001 1 | InvalidParameterException",
                "p -1 1 | InvalidParameterException",
                "p 0 1000 | ''",
                "p 0 1001 | InvalidParameterException",
                "p 0 1, FARGATE 0 1 | InvalidParameterException",
                "nobody 0 1 | InvalidParameterException",
            })
    void strategyIsHeldAgainstItsRules(String items, String code) {
        assertEquals(code, run(", 'capacityProviderStrategy': [" + strategy(items) + "]"));
    }

    @Test
    void strategyHasAtMostTwentyProviders() {
        var many = IntStream.range(0, 21).mapToObj(_ -> "p 0 1").collect(Collectors.joining(", "));
        assertEquals(
                "InvalidParameterException",
                run(", 'capacityProviderStrategy': [" + strategy(many) + "]"));
    }

    @Test
    void launchTypeAndStrategyExcludeEachOther() {
        var live = Live.at("10s", world());
        assertEquals(
                "InvalidParameterException: Specify either Launch Type or Capacity Provider"
                        + " Strategy, but not both.",
                live.refusal(
                        "ecs:RunTask",
                        json(
                                "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2',"
                                        + " 'capacityProviderStrategy': ["
                                        + strategy("p 0 1")
                                        + "]}")));
    }

    /// Neither given: the cluster's default strategy, or the launch type EC2 without one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | ''", "p 0 1 | p"})
    void withoutEitherTheClusterDecides(String items, String provider) {
        var written = world();
        if (!items.isEmpty()) {
            written.at(
                    "10s",
                    "ecs:PutClusterCapacityProviders",
                    json(
                            "{'cluster': 'demo', 'capacityProviders': ['p', 'q'],"
                                    + " 'defaultCapacityProviderStrategy': ["
                                    + strategy(items)
                                    + "]}"));
        }
        var outcome = written.run("20s", "web", 1, "").until("30s");
        var task = outcome.run().snapshot().tasks().values().iterator().next();
        assertEquals(provider, task.place().capacityProvider());
        assertEquals(LaunchType.EC2, task.launchType());
    }

    /// A launch type is changed for a strategy only with a new deployment.
    @ParameterizedTest
    @CsvSource({"false, InvalidParameterException", "true, ''"})
    void serviceChangesToAStrategyByANewDeployment(boolean force, String code) {
        var live = Live.at("60s", world().service("10s", "web", 1, ", \"launchType\": \"EC2\""));
        assertEquals(
                code,
                live.code(
                        "ecs:UpdateService",
                        json(
                                "{'cluster': 'demo', 'service': 'web', 'forceNewDeployment': "
                                        + force
                                        + ", 'capacityProviderStrategy': ["
                                        + strategy("p 0 1")
                                        + "]}")));
    }

    private static String run(String more) {
        return Live.at("10s", world())
                .code(
                        "ecs:RunTask",
                        json("{'cluster': 'demo', 'taskDefinition': 'web'" + more + "}"));
    }

    private static String strategy(String items) {
        return java.util.stream.Stream.of(items.split(", "))
                .map(item -> item.split(" "))
                .map(item ->
                        "{'capacityProvider': '"
                                + item[0]
                                + "'"
                                + (item[1].equals("-") ? "" : ", 'base': " + item[1])
                                + (item[2].equals("-") ? "" : ", 'weight': " + item[2])
                                + "}")
                .collect(Collectors.joining(", "));
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
