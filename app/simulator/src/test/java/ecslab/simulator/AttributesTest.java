package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Response.AttributesResponse;
import ecslab.ecs.event.Decision.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Behaviour reference §1.4: attributes of container instances, built-in and custom, and placement
/// by those that a revision requires.
class AttributesTest {

    private static final String TARGET = ", \"targetId\": \"${instance/pool#1}\"}";

    @ParameterizedTest
    @CsvSource({
        "ecs.availability-zone, us-east-1a",
        "ecs.instance-type, m5.large",
        "ecs.os-type, linux",
        "ecs.os-family, LINUX",
        "ecs.cpu-architecture, x86_64",
        "ecs.ami-id, ami-0c6f2a1d9b3e47580",
        "ecs.capability.task-eni, ''",
        "ecs.capability.execution-role-awslogs, ''",
        "com.amazonaws.ecs.capability.ecr-auth, ''",
        "com.amazonaws.ecs.capability.logging-driver.awslogs, ''",
    })
    void agentRegistersWhatItIsAndWhatItCan(String name, String value) {
        var one = Written.demo().instances("pool", "m5.large", 1).until("1s").instance("pool#1");
        assertEquals(value, one.attribute(name).orElse("none"));
    }

    @Test
    void armIsSaidOfArm() {
        var one = Written.demo().instances("pool", "m7g.large", 1).until("1s").instance("pool#1");
        assertEquals("arm64", one.attribute("ecs.cpu-architecture").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trunkIsThereOnlyWithTheSetting(boolean trunking) {
        var written = Written.demo();
        if (trunking) {
            written.setup(
                    "ecs:PutAccountSetting",
                    "{\"name\": \"awsvpcTrunking\", \"value\": \"enabled\"}");
        }
        var one = written.instances("pool", "m5.large", 1).until("2m").instance("pool#1");
        assertEquals(trunking, one.has("ecs.awsvpc-trunk-id"));
        assertEquals(trunking, one.has("ecs.capability.task-eni-trunking"));
    }

    @Test
    void putReplacesAndDeleteRemoves() {
        var live = pool(1);
        put(live, "{\"name\": \"stack\", \"value\": \"blue\"" + TARGET);
        put(live, "{\"name\": \"stack\", \"value\": \"green\"" + TARGET);
        assertEquals(List.of("green"), values(live, "stack"));
        live.response("ecs:DeleteAttributes", with("[{\"name\": \"stack\"" + TARGET + "]"));
        assertEquals(List.of(), values(live, "stack"));
    }

    /// The API reference's rules for names and values.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "stack|blue|",
                "a/b-c_d.e|x y|",
                "ecs.instance-type|m5.large|InvalidParameterException",
                "com.amazonaws.ecs.x|1|InvalidParameterException",
                "two words|1|InvalidParameterException",
                "stack|\" blue\"|InvalidParameterException",
            })
    void namesAndValuesHaveAForm(String name, String value, String code) {
        var live = pool(1);
        var given = value == null ? "" : value;
        var answer =
                put(live, "{\"name\": \"" + name + "\", \"value\": \"" + given + "\"" + TARGET);
        assertEquals(code == null ? "" : code, answer);
    }

    @ParameterizedTest
    @CsvSource({"128, ''", "129, InvalidParameterException"})
    void nameHasAtMost128Characters(int length, String code) {
        var live = pool(1);
        assertEquals(code, put(live, "{\"name\": \"" + "x".repeat(length) + "\"" + TARGET));
    }

    @Test
    void anInstanceHasTenCustomOnes() {
        var live = pool(1);
        var ten =
                IntStream.range(0, 10)
                        .mapToObj(i -> "{\"name\": \"a" + i + "\"" + TARGET)
                        .collect(Collectors.joining(", "));
        assertEquals("", put(live, ten));
        assertEquals("", put(live, "{\"name\": \"a9\", \"value\": \"x\"" + TARGET));
        assertEquals("AttributeLimitExceededException", put(live, "{\"name\": \"a10\"" + TARGET));
    }

    @Test
    void unknownTargetIsRefused() {
        var live = pool(1);
        var answer = put(live, "{\"name\": \"a\", \"targetId\": \"0123\"}");
        assertEquals("TargetNotFoundException", answer);
    }

    @Test
    void listComesInParts() {
        var live = pool(3);
        var first = list(live, "ecs.os-type", ", \"maxResults\": 2");
        assertEquals(2, first.attributes().size());
        var rest = list(live, "ecs.os-type", ", \"nextToken\": \"" + first.nextToken() + "\"");
        assertEquals(1, rest.attributes().size());
        assertEquals("", rest.nextToken());
        assertFalse(first.attributes().containsAll(rest.attributes()));
    }

    /// The ECS-optimized image makes awslogs available, and gelf not.
    @ParameterizedTest
    @CsvSource({"awslogs, RUNNING", "gelf, ATTRIBUTE"})
    void logDriverMustBeOneThatTheAgentHas(String driver, String outcome) {
        var told =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "m5.large", 1)
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                ("{\"family\": \"web\", \"containerDefinitions\": [{\"name\":"
                                     + " \"web\", \"image\": \"web:1\", \"memory\": 128,"
                                     + " \"logConfiguration\": {\"logDriver\": \"%D\", \"options\":"
                                     + " {\"awslogs-group\": \"g\", \"awslogs-region\": \"r\"}}}]}")
                                        .replace("%D", driver))
                        .run("1s", "web", 1, ", \"launchType\": \"EC2\"")
                        .until("30s");
        var runs = outcome.equals("RUNNING");
        assertEquals(runs ? List.of("web#1 pool#1") : List.of(), told.places());
        assertEquals(runs ? List.of() : List.of("ATTRIBUTE"), told.lacks());
        assertTrue(
                told.candidates(Kind.PLACE)
                        .getFirst()
                        .contains(
                                runs
                                        ? "place.chosen"
                                        : "place.check.missing {attributes=com.amazonaws.ecs"
                                                + ".capability.logging-driver.gelf}"));
    }

    private static Live pool(int instances) {
        return Live.at("60s", Written.demo().instances("pool", "m5.large", instances));
    }

    private static String put(Live live, String attributes) {
        return live.code("ecs:PutAttributes", with("[" + attributes + "]"));
    }

    private static String with(String attributes) {
        return "{\"cluster\": \"demo\", \"attributes\": " + attributes + "}";
    }

    private static AttributesResponse list(Live live, String name, String more) {
        return (AttributesResponse)
                live.response(
                        "ecs:ListAttributes",
                        "{\"cluster\": \"demo\", \"targetType\": \"container-instance\","
                                + " \"attributeName\": \""
                                + name
                                + "\""
                                + more
                                + "}");
    }

    private static List<String> values(Live live, String name) {
        return list(live, name, "").attributes().stream()
                .map(one -> one.attribute().value())
                .toList();
    }
}
