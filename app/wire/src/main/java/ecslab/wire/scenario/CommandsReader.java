package ecslab.wire.scenario;

import ecslab.ecs.command.BalancingCommand.CreateLoadBalancer;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabCommand.LabLoadBalancer;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.command.CommandReader;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `setup` and `commands`, and remembers where each is written.
final class CommandsReader {

    /// A file beside the scenario, and no other.
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]+\\.json");

    private static final String CALL = "\"ecs:CreateCluster\"";
    private static final String WITH = "{\"clusterName\": \"demo\"}";

    private final Source source;
    private final Problems problems;
    private final Map<TimedCommand, Json> inputs = new LinkedHashMap<>();
    private boolean isWhole = true;

    CommandsReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Sources sources() {
        return new Sources(inputs);
    }

    /// The names of all load balancers; empty if there are commands that couldn't be read.
    Optional<List<String>> loadBalancers() {
        return isWhole
                ? Optional.of(
                        inputs.keySet().stream()
                                .map(TimedCommand::command)
                                .flatMap(command -> balancer(command).stream())
                                .toList())
                : Optional.empty();
    }

    private static Optional<String> balancer(Command command) {
        return switch (command) {
            case LabLoadBalancer(var name, _, _, _, _, _, _, _, _, _, _) -> Optional.of(name);
            case CreateLoadBalancer(var name, _, _, _, _, _) -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    List<TimedCommand> setup(List<Json> items) {
        var commands = new ArrayList<TimedCommand>();
        for (var item : items) {
            Fields.of(item, "a command of setup", problems)
                    .flatMap(fields -> command(fields, SimInstant.START))
                    .ifPresent(commands::add);
        }
        return commands;
    }

    /// @param until the run's end
    List<TimedCommand> timed(List<Json> items, SimInstant until) {
        var commands = new ArrayList<TimedCommand>();
        for (var item : items) {
            Fields.of(item, "a command", problems)
                    .flatMap(fields -> command(fields, at(fields, until)))
                    .ifPresent(commands::add);
        }
        return commands;
    }

    private static SimInstant at(Fields fields, SimInstant until) {
        var at = SimInstant.of(fields.needSpan("at", "\"20s\""));
        if (at.isAfter(until)) {
            fields.wrong("at", "is after the run's end", "\"" + until + "\"");
        }
        return at;
    }

    private Optional<TimedCommand> command(Fields fields, SimInstant at) {
        var call = fields.needText("call", CALL);
        var with = fields.need("with", WITH).flatMap(this::included);
        fields.refuseOthers();
        if (call.isEmpty() || with.isEmpty()) {
            isWhole = false;
            return Optional.empty();
        }
        var input = with.get();
        Optional<Command> command =
                CommandReader.read(call, fields.placeOf("call"), input, problems);
        var timed = command.map(one -> new TimedCommand(at, one));
        timed.ifPresent(one -> inputs.putIfAbsent(one, input));
        isWhole &= timed.isPresent();
        return timed;
    }

    /// Follows `{"file": "platform-task.json"}`: no action of AWS has a single field of that name.
    private Optional<Json> included(Json with) {
        if (!(with instanceof Json.Struct struct)
                || struct.members().size() != 1
                || struct.get("file").isEmpty()) {
            return Optional.of(with);
        }
        if (!(struct.get("file").get() instanceof Json.Text(_, var name))
                || !FILE_NAME.matcher(name).matches()) {
            problems.add(
                    struct.placeOfField("file"),
                    "\"file\" names a JSON file in the scenario's own folder",
                    "Write it such as \"platform-task.json\".");
            return Optional.empty();
        }
        var file = file(name, struct);
        try {
            return file.isPresent()
                    ? Optional.of(JsonReader.read(file.get(), problems))
                    : Optional.empty();
        } catch (BadInput malformed) {
            problems.addAll(malformed);
            return Optional.empty();
        }
    }

    /// A file that isn't there is a problem of the line that names it.
    private Optional<Source> file(String name, Json.Struct named) {
        try {
            var file = source.beside(name);
            file.bytes();
            return Optional.of(file);
        } catch (BadInput unreadable) {
            var why = unreadable.problems().getFirst();
            problems.add(named.placeOfField("file"), name + ": " + why.what(), why.remedy());
            return Optional.empty();
        }
    }
}
