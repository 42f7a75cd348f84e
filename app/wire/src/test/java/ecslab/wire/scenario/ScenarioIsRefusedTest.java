package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A good scenario is spoilt in one place; the reader says what is wrong, and so does the schema
/// where a schema can.
class ScenarioIsRefusedTest {

    private static final String GOOD =
            """
            {
              "title": "Two users",
              "startsAt": "2026-11-21T00:00:00Z",
              "region": "ap-northeast-2",
              "account": "111122223333",
              "seed": 7,
              "until": "6m",
              "images": {
                "web:1": {"sizeMib": 120, "layers": 5, "startsIn": "2s",
                  "request": {"cpuMillis": 8, "time": "40ms"},
                  "healthPath": "/health", "onSigterm": {"drainsFor": "3s", "exitCode": 0}}
              },
              "traffic": [
                {"name": "users", "to": "loadBalancer/web", "path": "/",
                 "shape": {"steady": "20/s"}, "from": "2m", "detail": "each"}
              ],
              "setup": [
                {"call": "lab:Network", "with": {"availabilityZones": ["a"], "subnets": "public"}}
              ],
              "commands": [
                {"at": "10s", "call": "lab:LoadBalancer", "with": {"name": "web", "listener": 80,
                 "targetGroup": {"name": "web", "targetType": "ip", "port": 80}}},
                {"at": "20s", "call": "ecs:RunTask", "with": {"taskDefinition": "web"}}
              ],
              "simplified": ["simplified.oneRegion"]
            }
            """;

    private static final boolean SEEN_BY_SCHEMA = true;
    private static final boolean READER_ONLY = false;

    @Test
    void goodOneIsGoodForReaderAndSchema() throws BadInput {
        assertEquals("Two users", ScenarioReader.read("s.json", GOOD).scenario().title());
        assertEquals(List.of(), PublishedSchema.complaints(GOOD));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoil(
                        "  \"until\": \"6m\",\n",
                        "",
                        SEEN_BY_SCHEMA,
                        at(1, "a scenario has no \"until\"", "Add it, such as \"until\": \"6m\".")),
                spoil(
                        "\"seed\": 7",
                        "\"sead\": 7",
                        SEEN_BY_SCHEMA,
                        at(1, "a scenario has no \"seed\"", "Add it, such as \"seed\": 1."),
                        at(6, "\"sead\" is no field of a scenario", "Write \"seed\".")),
                spoil(
                        "\"seed\": 7",
                        "\"seed\": \"7\"",
                        SEEN_BY_SCHEMA,
                        at(
                                6,
                                "\"seed\" of a scenario must be a whole number from 0 to"
                                        + " 922337203685477580",
                                "Write it such as 1.")),
                spoil(
                        "\"until\": \"6m\"",
                        "\"until\": \"6 minutes\"",
                        SEEN_BY_SCHEMA,
                        at(
                                7,
                                "\"until\" of a scenario must be a duration such as 40ms, 20s,"
                                        + " 2m30s or 1h, in quotes",
                                "Write it such as \"6m\".")),
                spoil(
                        "\"until\": \"6m\"",
                        "\"until\": 360",
                        SEEN_BY_SCHEMA,
                        at(
                                7,
                                "\"until\" of a scenario must be a duration such as 40ms, 20s,"
                                        + " 2m30s or 1h, in quotes",
                                "Write it such as \"6m\".")),
                spoil(
                        "\"until\": \"6m\"",
                        "\"until\": \"0s\"",
                        READER_ONLY,
                        at(
                                7,
                                "\"until\" of a scenario must be after the run's start",
                                "Write it such as \"6m\".")),
                spoil(
                        "\"title\": \"Two users\"",
                        "\"title\": \"\"",
                        SEEN_BY_SCHEMA,
                        at(
                                2,
                                "\"title\" of a scenario must be a text",
                                "Write it such as \"A service of three\".")),
                spoil(
                        "00:00:00Z",
                        "00:00:00+09:00",
                        SEEN_BY_SCHEMA,
                        at(
                                3,
                                "\"startsAt\" of a scenario must be a moment in UTC",
                                "Write it such as \"2026-11-21T00:00:00Z\".")),
                spoil(
                        "ap-northeast-2",
                        "Seoul",
                        SEEN_BY_SCHEMA,
                        at(
                                4,
                                "\"region\" of a scenario must be the name of a Region",
                                "Write it such as \"us-east-1\".")),
                spoil(
                        "\"111122223333\"",
                        "111122223333",
                        SEEN_BY_SCHEMA,
                        at(
                                5,
                                "\"account\" of a scenario must be a text",
                                "Write it such as \"111122223333\".")),
                spoil(
                        "111122223333",
                        "1234",
                        SEEN_BY_SCHEMA,
                        at(
                                5,
                                "\"account\" of a scenario must have twelve digits",
                                "Write it such as \"111122223333\".")),
                spoil(
                        "web:1\"",
                        "web\"",
                        SEEN_BY_SCHEMA,
                        at(
                                9,
                                "the image \"web\" has no tag",
                                "Write \"web:latest\", as the task definition does.")),
                spoil(
                        "\"sizeMib\": 120, ",
                        "",
                        SEEN_BY_SCHEMA,
                        at(9, "an image has no \"sizeMib\"", "Add it, such as \"sizeMib\": 1.")),
                spoil(
                        "\"exitCode\": 0",
                        "\"exitcode\": 256",
                        SEEN_BY_SCHEMA,
                        at(11, "\"exitcode\" is no field of onSigterm", "Write \"exitCode\".")),
                spoil(
                        "\"/health\"",
                        "\"health\"",
                        SEEN_BY_SCHEMA,
                        at(
                                11,
                                "\"healthPath\" of an image must begin with /",
                                "Write it such as \"/health\".")),
                spoil(
                        "loadBalancer/web",
                        "service/web",
                        SEEN_BY_SCHEMA,
                        at(
                                14,
                                "\"to\" of traffic must select a load balancer",
                                "Write it such as \"loadBalancer/web\".")),
                spoil(
                        "loadBalancer/web",
                        "loadBalancer/wed",
                        READER_ONLY,
                        at(
                                14,
                                "no command makes a load balancer \"wed\"",
                                "Write \"loadBalancer/web\".")),
                spoil(
                        "{\"steady\": \"20/s\"}",
                        "{\"sine\": \"20/s\"}",
                        SEEN_BY_SCHEMA,
                        at(
                                15,
                                "this version knows no shape of traffic \"sine\"",
                                "Write {\"steady\": \"20/s\"}.")),
                spoil(
                        "20/s",
                        "twenty",
                        SEEN_BY_SCHEMA,
                        at(
                                15,
                                "\"steady\" of a shape of traffic must be a number of requests a"
                                        + " second",
                                "Write it such as \"20/s\".")),
                spoil(
                        "20/s",
                        "0/s",
                        SEEN_BY_SCHEMA,
                        at(
                                15,
                                "\"steady\" of a shape of traffic must be a number of requests a"
                                        + " second",
                                "Write it such as \"20/s\".")),
                spoil(
                        "20/s",
                        "50.5/s",
                        SEEN_BY_SCHEMA,
                        at(
                                15,
                                "with detail \"each\" traffic has at most 50 requests a second",
                                "Write \"50/s\" or less.")),
                spoil(
                        "\"each\"",
                        "\"windows\"",
                        SEEN_BY_SCHEMA,
                        at(
                                15,
                                "this version knows no detail \"windows\"",
                                "Write \"each\": every request is an event.")),
                spoil(
                        "\"from\": \"2m\"",
                        "\"from\": \"6m\"",
                        READER_ONLY,
                        at(
                                15,
                                "\"from\" of traffic is not before its end, 6m0s",
                                "Write it such as \"3m0s\".")),
                spoil(
                        "\"at\": \"20s\"",
                        "\"at\": \"7m\"",
                        READER_ONLY,
                        at(
                                23,
                                "\"at\" of a command is after the run's end",
                                "Write it such as \"6m0s\".")),
                spoil(
                        "\"at\": \"20s\", ",
                        "",
                        SEEN_BY_SCHEMA,
                        at(23, "a command has no \"at\"", "Add it, such as \"at\": \"20s\".")),
                spoil(
                        "{\"call\": \"lab:Network\"",
                        "{\"at\": \"0s\", \"call\": \"lab:Network\"",
                        SEEN_BY_SCHEMA,
                        at(18, "\"at\" is no field of a command of setup", "It has call, with.")),
                spoil(
                        "ecs:RunTask",
                        "ecs:RunTasks",
                        SEEN_BY_SCHEMA,
                        at(23, "there is no call \"ecs:RunTasks\"", "Write \"ecs:RunTask\".")),
                spoil(
                        "{\"taskDefinition\": \"web\"}",
                        "{\"taskDefinition\": \"web\", \"count\": \"2\"}",
                        SEEN_BY_SCHEMA,
                        at(
                                23,
                                "Invalid type for parameter count, value: 2, type: <class 'str'>,"
                                        + " valid types: <class 'int'>",
                                "Write it without quotes: 2.")),
                spoil(
                        "{\"taskDefinition\": \"web\"}",
                        "{\"cluster\": \"web\"}",
                        SEEN_BY_SCHEMA,
                        at(
                                23,
                                "Missing required parameter in input: \"taskDefinition\"",
                                "Add \"taskDefinition\".")),
                spoil(
                        "\"public\"",
                        "\"isolated\"",
                        SEEN_BY_SCHEMA,
                        at(
                                18,
                                "\"subnets\" of lab:Network must be one of public, private",
                                "Write it such as \"public\".")),
                spoil(
                        "{\"taskDefinition\": \"web\"}",
                        "{\"file\": \"../web.json\"}",
                        SEEN_BY_SCHEMA,
                        at(
                                23,
                                "\"file\" names a JSON file in the scenario's own folder",
                                "Write it such as \"platform-task.json\".")),
                spoil(
                        "\"commands\": [",
                        "\"commands\": [7,",
                        SEEN_BY_SCHEMA,
                        at(
                                20,
                                "a command must be an object",
                                "Write it as { \"name\": value, … }.")),
                spoil(
                        "\"seed\": 7,",
                        "\"seed\": 7, \"seed\": 8,",
                        READER_ONLY,
                        at(6, "\"seed\" is written twice, first in line 6", "Keep one of them.")));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void withWhereWhatAndHowToMendIt(
            String from, String to, boolean isSeenBySchema, List<Problem> expected) {
        assertTrue(GOOD.contains(from), from);
        var spoilt = GOOD.replace(from, to);

        assertEquals(expected, problemsOf(spoilt));
        assertEquals(isSeenBySchema, !PublishedSchema.complaints(spoilt).isEmpty());
    }

    @Test
    void allProblemsAreToldTogetherInLineOrder() {
        var spoilt =
                GOOD.replace("\"seed\": 7", "\"seed\": -1")
                        .replace("20/s", "20")
                        .replace("\"ip\"", "\"ipp\"")
                        .replace("oneRegion\"]", "oneRegion\", 5]");

        assertEquals(
                List.of(6, 15, 22, 25), problemsOf(spoilt).stream().map(Problem::line).toList());
    }

    @Test
    void aProblemIsSaidInOneLine() {
        assertEquals(
                "s.json:6: \"sead\" is no field of a scenario. Write \"seed\".",
                at(6, "\"sead\" is no field of a scenario", "Write \"seed\".").said());
    }

    private static Arguments spoil(
            String from, String to, boolean isSeenBySchema, Problem... expected) {
        return Arguments.of(from, to, isSeenBySchema, List.of(expected));
    }

    private static Problem at(int line, String what, String remedy) {
        return new Problem("s.json", line, what, remedy);
    }

    private static List<Problem> problemsOf(String json) {
        return assertThrows(BadInput.class, () -> ScenarioReader.read("s.json", json)).problems();
    }
}
