package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabNeighbour;
import ecslab.wire.json.Fields;
import java.util.List;

/// Reads and writes what makes and takes away things of other AWS services that tasks need.
final class NeighbourCommands {

    private static final String LOG_GROUP = "lab:LogGroup";
    private static final String DELETE_LOG_GROUP = "lab:DeleteLogGroup";
    private static final String SECRET = "lab:Secret";
    private static final String DELETE_SECRET = "lab:DeleteSecret";
    private static final String FILE_SYSTEM = "lab:FileSystem";
    private static final String DELETE_FILE_SYSTEM = "lab:DeleteFileSystem";

    static final List<String> CALLS =
            List.of(
                    LOG_GROUP,
                    DELETE_LOG_GROUP,
                    SECRET,
                    DELETE_SECRET,
                    FILE_SYSTEM,
                    DELETE_FILE_SYSTEM);

    private static final int ACCESS_POINTS_MAX = 10;
    private static final String GROUP = "\"/ecs/web\"";
    private static final String NAME = "\"db\"";
    private static final String DATA = "\"data\"";

    private NeighbourCommands() {}

    static Command read(String call, Fields fields) {
        return switch (call) {
            case LOG_GROUP -> new LabNeighbour.LabLogGroup(fields.needText("name", GROUP));
            case DELETE_LOG_GROUP ->
                    new LabNeighbour.LabDeleteLogGroup(fields.needText("name", GROUP));
            case SECRET ->
                    new LabNeighbour.LabSecret(
                            fields.needText("name", NAME), fields.flag("parameter", false));
            case DELETE_SECRET -> new LabNeighbour.LabDeleteSecret(fields.needText("name", NAME));
            case FILE_SYSTEM ->
                    new LabNeighbour.LabFileSystem(
                            fields.needText("name", DATA),
                            fields.texts("mountTargets", "[\"${subnet/a}\"]"),
                            fields.texts("securityGroups", "[\"${securityGroup/efs}\"]"),
                            fields.flag("iamOnly", false),
                            (int) fields.whole("accessPoints", 0, ACCESS_POINTS_MAX, 0),
                            fields.texts("directories", "[\"/web\"]"));
            default -> new LabNeighbour.LabDeleteFileSystem(fields.needText("name", DATA));
        };
    }

    static ObjectNode json(LabNeighbour command) {
        return switch (command) {
            case LabNeighbour.LabLogGroup(var name) -> named(name);
            case LabNeighbour.LabDeleteLogGroup(var name) -> named(name);
            case LabNeighbour.LabSecret(var name, var parameter) ->
                    parameter ? named(name).put("parameter", true) : named(name);
            case LabNeighbour.LabDeleteSecret(var name) -> named(name);
            case LabNeighbour.LabFileSystem system -> fileSystem(system);
            case LabNeighbour.LabDeleteFileSystem(var name) -> named(name);
        };
    }

    private static ObjectNode fileSystem(LabNeighbour.LabFileSystem system) {
        var json = named(system.name());
        CommandJson.putTexts(json, "mountTargets", system.mountTargets());
        CommandJson.putTexts(json, "securityGroups", system.securityGroups());
        if (system.iamOnly()) {
            json.put("iamOnly", true);
        }
        if (system.accessPoints() > 0) {
            json.put("accessPoints", system.accessPoints());
        }
        CommandJson.putTexts(json, "directories", system.directories());
        return json;
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
