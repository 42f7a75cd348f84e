package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.wire.BadInput;
import ecslab.wire.Cases;
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

    @Test
    void goodOneIsGoodForReaderAndSchema() throws BadInput {
        assertEquals("Two users", ScenarioReader.read("s.json", GOOD).scenario().title());
        assertEquals(List.of(), PublishedSchema.complaints(GOOD));
    }

    static Stream<Arguments> spoilt() {
        return Cases.in("spoilt.txt", ScenarioIsRefusedTest.class);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void withWhereWhatAndHowToMendIt(List<String> lines) {
        var from = Cases.unquoted(lines.getFirst());
        assertTrue(GOOD.contains(from), from);
        var spoilt = GOOD.replace(from, Cases.unquoted(lines.get(1)));

        assertEquals(lines.subList(3, lines.size()), Cases.said(problemsOf(spoilt)));
        assertEquals(
                lines.get(2),
                PublishedSchema.complaints(spoilt).isEmpty() ? "reader only" : "schema and reader");
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
                new Problem("s.json", 6, "\"sead\" is no field of a scenario", "Write \"seed\".")
                        .said());
    }

    private static List<Problem> problemsOf(String json) {
        return assertThrows(BadInput.class, () -> ScenarioReader.read("s.json", json)).problems();
    }
}
