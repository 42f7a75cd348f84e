package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.wire.BadInput;
import ecslab.wire.Cases;
import ecslab.wire.Problem;
import ecslab.wire.json.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIsRefusedTest {

    /// Apart from line and remedy this is what aws-cli 1.45.11 printed for the same file.
    @Test
    void inTheWordsOfAwsCommandLineWithAllProblemsTogether() {
        var source = new Source.OfText("task.json", Cases.text("task.json", getClass()));

        var refusal = assertThrows(BadInput.class, () -> CommandReader.readTaskDefinition(source));

        assertEquals(
                Cases.text("task.txt", getClass()).lines().toList(),
                Cases.said(refusal.problems()));
    }

    static Stream<Arguments> refused() {
        return Cases.in("refused.txt", CommandIsRefusedTest.class);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void withWhatIsWrongAndHowToMendIt(List<String> lines) {
        assertEquals(
                lines.subList(2, lines.size()),
                Cases.said(problemsOf(lines.getFirst(), lines.get(1))));
    }

    @Test
    void whatWasTypedHasALineButNoFile() {
        assertEquals(
                List.of(
                        new Problem(
                                "",
                                2,
                                "Invalid type for parameter desiredCount, value: 4, type: <class"
                                        + " 'str'>, valid types: <class 'int'>",
                                "Write it without quotes: 4.")),
                problemsOf(
                        "ecs:UpdateService", "{\"service\": \"web\",\n\"desiredCount\": \"4\"}"));
    }

    /// §1.1 64 KiB, counted in UTF-8: three bytes for each of these.
    @ParameterizedTest
    @ValueSource(ints = {21_800, 22_000})
    void taskDefinitionHasAtMost64Kib(int letters) {
        var json =
                "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\", \"image\":"
                        + " \"web:1\", \"memory\": 64, \"environment\": [{\"name\": \"LONG\","
                        + " \"value\": \""
                        + "한".repeat(letters)
                        + "\"}]}]}";
        if (letters * 3 < 64 * 1024) {
            assertDoesNotThrow(() -> CommandReader.read("ecs:RegisterTaskDefinition", json));
        } else {
            assertEquals(
                    List.of(
                            new Problem(
                                    "",
                                    1,
                                    "a task definition has at most 64 KiB (65536 bytes), but this"
                                            + " one has 66127",
                                    "Move what is long into an image, a secret or"
                                            + " environmentFiles.")),
                    problemsOf("ecs:RegisterTaskDefinition", json));
        }
    }

    private static List<Problem> problemsOf(String call, String json) {
        return assertThrows(BadInput.class, () -> CommandReader.read(call, json)).problems();
    }
}
