package ecslab.wire.command;

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

    private static List<Problem> problemsOf(String call, String json) {
        return assertThrows(BadInput.class, () -> CommandReader.read(call, json)).problems();
    }
}
