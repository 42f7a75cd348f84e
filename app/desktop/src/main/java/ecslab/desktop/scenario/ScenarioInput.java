package ecslab.desktop.scenario;

import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import ecslab.wire.scenario.ScenarioFile;
import ecslab.wire.scenario.ScenarioReader;
import java.nio.file.Path;

/// Reads a scenario. People will try a task definition first: that is told in one line, and not as
/// a list of all that a scenario has and a task definition hasn't.
public final class ScenarioInput {

    private ScenarioInput() {}

    public static ScenarioFile read(Path file) throws BadInput {
        try {
            return ScenarioReader.read(file);
        } catch (BadInput bad) {
            throw isTaskDefinition(file) ? taskDefinition(file) : bad;
        }
    }

    /// Whether a file means to be a scenario, well written or not.
    public static boolean looksLikeOne(Path file) {
        try {
            return JsonReader.read(new Source.OfFile(file), new Problems())
                            instanceof Json.Struct struct
                    && (struct.get("startsAt").isPresent() || struct.get("setup").isPresent());
        } catch (BadInput _) {
            return false;
        }
    }

    private static boolean isTaskDefinition(Path file) {
        try {
            return JsonReader.read(new Source.OfFile(file), new Problems())
                            instanceof Json.Struct struct
                    && struct.get("containerDefinitions").isPresent();
        } catch (BadInput _) {
            return false;
        }
    }

    private static BadInput taskDefinition(Path file) {
        return new BadInput(
                new Place(file.toString(), 1),
                "this is a task definition, and not a scenario that runs one",
                "Make a scenario beside it whose commands hold {\"at\": \"1s\", \"call\":"
                        + " \"ecs:RegisterTaskDefinition\", \"with\": {\"file\": \""
                        + file.getFileName()
                        + "\"}}; lessons/scenarios/platform-task-as-is.json is one.");
    }
}
