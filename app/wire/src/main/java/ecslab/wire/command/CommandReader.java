package ecslab.wire.command;

import ecslab.ecs.Nearest;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads commands from AWS's own JSON, and the lab's from ours.
///
/// An unknown field, a wrong type and a missing field are refused in the words of AWS's command
/// line. Fields that AWS knows and we don't model are kept.
public final class CommandReader {

    private static final String REGISTER = "ecs:RegisterTaskDefinition";

    private static final int DEFINITION_BYTES_MAX = 64 * 1024;

    private CommandReader() {}

    /// All calls, such as `ecs:RunTask` and `lab:Network`.
    public static List<String> calls() {
        return Stream.concat(InputTable.get().actions().stream(), LabCommands.CALLS.stream())
                .toList();
    }

    /// Reads what somebody typed.
    ///
    /// @param call such as `ecs:RunTask`
    public static Command read(String call, String json) throws BadInput {
        var problems = new Problems();
        var input = JsonReader.read(new Source.OfText("", json), problems);
        var command = read(call, input.place(), input, problems);
        problems.throwIfAny();
        return command.orElseThrow();
    }

    /// Reads a task definition as `--cli-input-json` takes it.
    public static RegisterTaskDefinition readTaskDefinition(Path file) throws BadInput {
        return readTaskDefinition(new Source.OfFile(file));
    }

    /// Reads a task definition as `--cli-input-json` takes it.
    public static RegisterTaskDefinition readTaskDefinition(Source source) throws BadInput {
        var problems = new Problems();
        var input = JsonReader.read(source, problems);
        var command = read(REGISTER, input.place(), input, problems);
        problems.throwIfAny();
        return (RegisterTaskDefinition) command.orElseThrow();
    }

    /// Reads one command of a file.
    ///
    /// @param callAt where the call's name stands
    /// @return empty if there was a problem
    public static Optional<Command> read(String call, Place callAt, Json input, Problems problems) {
        var before = problems.size();
        if (!calls().contains(call)) {
            refuseCall(call, callAt, problems);
            return Optional.empty();
        }
        if (LabCommands.CALLS.contains(call)) {
            return LabCommands.read(call, input, problems).filter(_ -> problems.size() == before);
        }
        new InputCheck(InputTable.get(), problems).check(input, call);
        if (call.equals(REGISTER)) {
            checkSize(input, problems);
        }
        return problems.size() == before && input instanceof Json.Struct struct
                ? Optional.of(AwsCommands.read(call, struct, problems))
                        .filter(_ -> problems.size() == before)
                : Optional.empty();
    }

    /// A hard limit of ECS's; it counts the JSON without the blanks between its parts.
    private static void checkSize(Json definition, Problems problems) {
        var bytes = definition.compact().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > DEFINITION_BYTES_MAX) {
            problems.add(
                    definition.place(),
                    "a task definition has at most 64 KiB ("
                            + DEFINITION_BYTES_MAX
                            + " bytes), but this one has "
                            + bytes,
                    "Move what is long into an image, a secret or environmentFiles.");
        }
    }

    private static void refuseCall(String call, Place callAt, Problems problems) {
        problems.add(
                callAt,
                "there is no call \"" + call + "\"",
                Nearest.to(call, calls())
                        .map(near -> "Write \"" + near + "\".")
                        .orElse("Write one of " + String.join(", ", calls()) + "."));
    }
}
