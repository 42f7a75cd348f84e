package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.wire.BadInput;
import ecslab.wire.Cases;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The typed forms of `ecs` were typed: aws-cli 1.45.11 sent the same JSON.
class CommandRoundTripTest {

    static Stream<Arguments> commands() {
        return Cases.in("commands.txt", CommandRoundTripTest.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsWrittenIsWhatWasRead(List<String> lines) throws BadInput {
        var command = CommandReader.read(lines.getFirst(), lines.get(1));

        assertEquals(
                lines,
                List.of(
                        CommandJson.call(command),
                        CommandJson.compact(command),
                        CliForm.of(command)));
    }

    @Test
    void everyCallIsTried() {
        assertEquals(
                new TreeSet<>(CommandReader.calls()),
                new TreeSet<>(commands().map(one -> ((List<?>) one.get()[0]).getFirst()).toList()));
    }
}
