package ecslab.wire.scenario;

import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.wire.Place;
import ecslab.wire.Problem;
import ecslab.wire.json.Json;
import ecslab.wire.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where the commands of a scenario are written, so that a refusal by ECS can be shown with its
/// file and line.
public final class Sources {

    private final Map<TimedCommand, Json> inputs;

    Sources(Map<TimedCommand, Json> inputs) {
        this.inputs = new LinkedHashMap<>(inputs);
    }

    /// Where a field of a command is written, or as much of the way to it as is.
    ///
    /// @param command one of the scenario's; where two are the same in everything, the first
    /// @param field a JSON pointer, such as `/containerDefinitions/0/name`; empty for the whole
    /// @return empty if the command is not the scenario's
    public Optional<Place> place(TimedCommand command, String field) {
        return Optional.ofNullable(inputs.get(command)).map(input -> input.placeOf(field));
    }

    /// A refusal of one of the scenario's commands as a problem of its file.
    ///
    /// @param texts say the remedy
    /// @return empty if somebody else called
    public Optional<Problem> problem(ApiRefusal refusal, Texts texts) {
        if (refusal.origin() == Origin.LEARNER) {
            return Optional.empty();
        }
        var error = refusal.error();
        var call = refusal.command().action();
        return place(new TimedCommand(refusal.at(), refusal.command()), error.field())
                .map(at ->
                        Problem.at(
                                at,
                                call + ": " + error.code() + ": " + error.message(),
                                texts.of(error.remedy())));
    }
}
