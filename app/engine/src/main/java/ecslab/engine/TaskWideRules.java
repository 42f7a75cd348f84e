package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What ECS refuses in a task definition as a whole: what Fargate and EXTERNAL don't support, and
/// its volumes (behaviour reference §2.2, §2.7, §2.9).
final class TaskWideRules {

    private static final Pattern VOLUME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private TaskWideRules() {}

    static void check(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        if (checked.fargate()) {
            checkFargate(command);
        }
        if (checked.requires().contains(LaunchType.EXTERNAL)
                && checked.networkMode() == NetworkMode.AWSVPC) {
            throw ApiException.client("/networkMode")
                    .because("External only supports network modes 'bridge', 'host' and 'none'.")
                    .remedy(Phrase.of("remedy.networkMode"));
        }
        checkVolumes(command, checked);
    }

    private static void checkFargate(RegisterTaskDefinition command) {
        var fields = command.unmodelled().fields();
        if ("\"host\"".equals(fields.get("pidMode"))) {
            throw ApiException.client("/pidMode")
                    .because(
                            "Tasks using the Fargate launch type do not support pidMode 'host'."
                                    + " The supported value for pidMode is 'task'.")
                    .remedy(Phrase.of("remedy.pidMode"));
        }
        if (!command.placementConstraints().isEmpty()) {
            throw notOnFargate("placementConstraints", "/placementConstraints");
        }
        for (var field : List.of("ipcMode", "inferenceAccelerators")) {
            if (fields.containsKey(field) && !"[]".equals(fields.get(field))) {
                throw notOnFargate(field, "/" + field);
            }
        }
    }

    private static void checkVolumes(
            RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        var names = new TreeSet<String>();
        for (var i = 0; i < command.volumes().size(); i++) {
            var volume = command.volumes().get(i);
            var field = "/volumes/" + i;
            if (!VOLUME.matcher(volume.name()).matches() || !names.add(volume.name())) {
                throw ApiException.client(field + "/name")
                        .because("Invalid 'name' setting for volume '" + volume.name() + "'.")
                        .remedy(Phrase.of("remedy.volume.name"));
            }
            var kinds = volume.unmodelled().fields();
            if (checked.fargate() && kinds.containsKey("dockerVolumeConfiguration")) {
                throw notOnFargate(
                        "dockerVolumeConfiguration", field + "/dockerVolumeConfiguration");
            }
            if (checked.fargate() && kinds.getOrDefault("host", "").contains("\"sourcePath\"")) {
                throw notOnFargate("sourcePath", field + "/host/sourcePath");
            }
        }
    }

    /// In our own words: ECS's aren't known.
    static ApiException notOnFargate(String setting, String field) {
        return ApiException.client(field)
                .because("Fargate does not support '" + setting + "'.")
                .remedy(Phrase.of("remedy.notOnFargate", "field", setting));
    }
}
