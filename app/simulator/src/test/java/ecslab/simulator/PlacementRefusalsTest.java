package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.AvailabilityZoneRebalancing;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.Service;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// §5.2, §5.3, §5.5 and §6.1: what is refused in placement constraints, strategies, daemons and
/// rebalancing, and what a service then has.
class PlacementRefusalsTest {

    private static final String EC2 = ", \"launchType\": \"EC2\"";

    private static Written cluster() {
        return Written.demo(2, "\"subnets\": \"public\"")
                .instances("pool", "t3.small", 2)
                .family("web", "bridge", 128, 128, "none")
                .setup(
                        "ecs:RegisterTaskDefinition",
                        """
                        {"family": "fargate", "networkMode": "awsvpc", "cpu": "256",
                         "memory": "512", "requiresCompatibilities": ["FARGATE"],
                         "containerDefinitions": [{"name": "web", "image": "web:1"}]}\
                        """);
    }

    private static List<String> refused(Written written) {
        return written.until("2s").run().events().stream()
                .filter(Event.ApiRefusal.class::isInstance)
                .map(event -> ((Event.ApiRefusal) event).error())
                .map(error -> error.code() + " " + error.field() + ": " + error.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"placementConstraints\": [{\"type\": \"distinctInstance\", \"expression\":"
                        + " \"\"}]` | InvalidParameterException /placementConstraints/0/expression:"
                        + " distinctInstance expression should not be specified.",
                "`\"placementConstraints\": [{\"type\": \"distinct\"}]`"
                        + " | InvalidParameterException /placementConstraints/0/type: Invalid value"
                        + " \"distinct\". Valid values: distinctInstance, memberOf.",
                "`\"placementConstraints\": [{\"type\": \"memberOf\", \"expression\": \"a == b\"}]`"
                        + " | InvalidParameterException /placementConstraints/0/expression: Invalid"
                        + " expression at character 1 (\"a\"): expected a subject: agentConnected,"
                        + " agentVersion, attribute:NAME, ec2InstanceId, registeredAt,"
                        + " runningTasksCount or task:group.",
                "`\"placementStrategy\": [{\"type\": \"spread\", \"field\": \"zone\"}]`"
                        + " | InvalidParameterException /placementStrategy/0/field: Invalid value"
                        + " \"zone\". Valid values: instanceId, host,"
                        + " attribute:ecs.availability-zone, attribute:NAME.",
                "`\"placementStrategy\": [{\"type\": \"binpack\", \"field\": \"disk\"}]`"
                        + " | InvalidParameterException /placementStrategy/0/field: Invalid value"
                        + " \"disk\". Valid values: cpu, memory.",
                "`\"placementStrategy\": [{\"type\": \"random\", \"field\": \"cpu\"}]`"
                        + " | InvalidParameterException /placementStrategy/0/field: The random"
                        + " strategy has no field.",
                "`\"placementStrategy\": [{\"type\": \"pack\"}]`"
                        + " | InvalidParameterException /placementStrategy/0/type: Invalid value"
                        + " \"pack\". Valid values: spread, binpack, random.",
            })
    void badRuleIsRefusedWithItsField(String rule, String expected) {
        assertEquals(List.of(expected), refused(cluster().run("1s", "web", 1, EC2 + ", " + rule)));
        assertEquals(
                List.of(expected), refused(cluster().service("1s", "web", 1, EC2 + ", " + rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "placementConstraints, distinctInstance, Placement constraints",
        "placementStrategy, random, Placement strategies",
    })
    void fargateTakesNeither(String field, String type, String what) {
        var more = ", \"launchType\": \"FARGATE\", " + rules(field, type, 1);
        assertEquals(
                List.of(
                        "InvalidParameterException /"
                                + field
                                + ": "
                                + what
                                + " are not supported with FARGATE launch type."),
                refused(
                        cluster()
                                .run(
                                        "1s",
                                        "fargate",
                                        1,
                                        more
                                                + ", \"networkConfiguration\":"
                                                + " {\"awsvpcConfiguration\": {\"subnets\":"
                                                + " [\"${subnet/a}\"]}}")));
    }

    private static String rules(String field, String type, int count) {
        return "\""
                + field
                + "\": ["
                + Stream.generate(() -> "{\"type\": \"" + type + "\"}")
                        .limit(count)
                        .collect(Collectors.joining(", "))
                + "]";
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1"})
    void fiveStrategiesAreTheMost(int count, int refused) {
        var rules = rules("placementStrategy", "random", count);
        assertEquals(refused, refused(cluster().run("1s", "web", 1, EC2 + ", " + rules)).size());
    }

    /// Those of the task definition count as well.
    @ParameterizedTest
    @CsvSource({"0, 10, 0", "0, 11, 1", "4, 6, 0", "4, 7, 1"})
    void tenConstraintsAreTheMost(int inDefinition, int inCall, int refused) {
        var one = "{\"type\": \"memberOf\", \"expression\": \"agentConnected == true\"}";
        var own = Stream.generate(() -> one).limit(inDefinition).collect(Collectors.joining(", "));
        var written =
                cluster()
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"own\", \"placementConstraints\": ["
                                        + own
                                        + "], \"containerDefinitions\": [{\"name\": \"web\","
                                        + " \"image\": \"web:1\", \"memory\": 64}]}");
        var rules = rules("placementConstraints", "distinctInstance", inCall);
        assertEquals(refused, refused(written.run("1s", "own", 1, EC2 + ", " + rules)).size());
    }

    @ParameterizedTest
    @CsvSource({"1977, 0", "1978, 1"})
    void twoThousandCharactersAreTheMost(int blanks, int refused) {
        var rule =
                ", \"placementConstraints\": [{\"type\": \"memberOf\", \"expression\":"
                        + " \"agentConnected == true "
                        + " ".repeat(blanks)
                        + "\"}]";
        assertEquals(refused, refused(cluster().run("1s", "web", 1, EC2 + rule)).size());
    }

    @Test
    void taskDefinitionHasNoDistinctInstance() {
        assertEquals(
                List.of(
                        "ClientException /placementConstraints/0/type: constraint.type"
                                + " 'distinctInstance' is not supported."),
                refused(
                        cluster()
                                .at(
                                        "1s",
                                        "ecs:RegisterTaskDefinition",
                                        "{\"family\": \"a\", \"placementConstraints\": [{\"type\":"
                                            + " \"distinctInstance\"}], \"containerDefinitions\":"
                                            + " [{\"name\": \"web\", \"image\": \"web:1\","
                                            + " \"memory\": 64}]}")));
    }

    private static Service created(String more) {
        return cluster()
                .service("1s", "web", 1, EC2 + more)
                .until("2s")
                .run()
                .snapshot()
                .services()
                .values()
                .iterator()
                .next();
    }

    @Test
    void updateServiceKeepsWhatIsNotGivenAndTakesAwayWhatIsEmpty() {
        var rules =
                ", \"placementConstraints\": [{\"type\": \"distinctInstance\"}],"
                        + " \"placementStrategy\": [{\"type\": \"spread\", \"field\": \"host\"},"
                        + " {\"type\": \"binpack\", \"field\": \"MEMORY\"}]";
        var asked =
                new PlacementRules(
                        List.of(PlacementConstraint.distinctInstance()),
                        List.of(
                                PlacementStrategy.spread("instanceId"),
                                PlacementStrategy.binpack("memory")));
        assertEquals(asked, created(rules).scheduling().placement());
        var updated =
                cluster()
                        .service("1s", "web", 1, EC2 + rules)
                        .at(
                                "2s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"placementConstraints\": []}")
                        .until("3s")
                        .run()
                        .snapshot()
                        .services()
                        .values()
                        .iterator()
                        .next();
        assertEquals(
                new PlacementRules(List.of(), asked.strategy()), updated.scheduling().placement());
        assertEquals(1, updated.deployments().size());
    }

    /// Nothing said: ENABLED where it is possible.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ENABLED",
                "`\"availabilityZoneRebalancing\": \"DISABLED\"` | DISABLED",
                "`\"placementStrategy\": [{\"type\": \"spread\", \"field\":"
                        + " \"attribute:ecs.availability-zone\"}]` | ENABLED",
                "`\"placementStrategy\": [{\"type\": \"binpack\", \"field\": \"cpu\"}]` | DISABLED",
                "`\"placementStrategy\": [{\"type\": \"spread\", \"field\": \"host\"}]` | DISABLED",
                "`\"deploymentConfiguration\": {\"maximumPercent\": 100}` | DISABLED",
                "`\"placementConstraints\": [{\"type\": \"memberOf\", \"expression\":"
                        + " \"attribute:ecs.availability-zone == us-east-1a\"}]` | DISABLED",
            })
    void rebalancingIsOnWhereItIsPossible(String rule, AvailabilityZoneRebalancing expected) {
        assertEquals(
                expected,
                created(rule.isEmpty() ? "" : ", " + rule)
                        .scheduling()
                        .availabilityZoneRebalancing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"placementStrategy\": [{\"type\": \"binpack\", \"field\": \"cpu\"}]",
                "\"deploymentConfiguration\": {\"maximumPercent\": 100}",
            })
    void rebalancingThatIsAskedForInVainIsRefused(String rule) {
        assertEquals(
                List.of(
                        "InvalidParameterException /availabilityZoneRebalancing: The service is not"
                                + " eligible for Availability Zone rebalancing."),
                refused(
                        cluster()
                                .service(
                                        "1s",
                                        "web",
                                        1,
                                        EC2
                                                + ", \"availabilityZoneRebalancing\": \"ENABLED\", "
                                                + rule)));
    }
}
