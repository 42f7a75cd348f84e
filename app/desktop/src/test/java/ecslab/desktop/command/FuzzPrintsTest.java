package ecslab.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ApiCall;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What `ecslab fuzz` finds it shrinks and prints as a scenario that can be played: shown with a
/// planted rule that one kind of command breaks.
class FuzzPrintsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int fuzz(String... arguments) {
        var terminal = new Terminal(new Output(out), new Output(err));
        var code =
                new CommandLine(new FuzzCommand(terminal, FuzzPrintsTest::nobodyRunsTasks))
                        .execute(arguments);
        terminal.flush();
        return code;
    }

    private static List<String> nobodyRunsTasks(List<Event> events) {
        return events.stream()
                        .anyMatch(event ->
                                event instanceof ApiCall(_, _, _, var command)
                                        && command instanceof RunTask)
                ? List.of("planted: somebody ran a task")
                : List.of();
    }

    @Test
    void printsTheShrunkScenario() throws BadInput {
        assertEquals(Exit.NO, fuzz("--runs", "20"));

        var said = err.toString(StandardCharsets.UTF_8);
        assertTrue(
                said.matches(
                        "(?s)seed \\d+ breaks a rule with one command:\nplanted: somebody ran a"
                                + " task\n\\d+ runs, \\d+ events, .*"),
                said);
        var scenario =
                ScenarioReader.read("printed", out.toString(StandardCharsets.UTF_8)).scenario();
        assertEquals(
                List.of("RunTask"),
                scenario.commands().stream().map(timed -> timed.command().action()).toList());
    }
}
