package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import java.util.List;

/// What ECS refuses in a task definition as a whole: what Fargate and EXTERNAL don't support
/// (behaviour reference §2.2, §2.9).
final class TaskWideRules {

    private TaskWideRules() {}

    static void check(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        if (checked.fargate()) {
            checkFargate(command);
        }
        if (checked.requires().contains(LaunchType.EXTERNAL)
                && checked.networkMode() == NetworkMode.AWSVPC) {
            throw ApiException.client("/networkMode")
                    .because(OurWords.EXTERNAL_NETWORK)
                    .remedy(Phrase.of("remedy.networkMode"));
        }
        VolumeRules.check(command, checked);
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

    static ApiException notOnFargate(String setting, String field) {
        return ApiException.client(field)
                .because(OurWords.notOnFargate(setting))
                .remedy(Phrase.of("remedy.notOnFargate", "field", setting));
    }
}
