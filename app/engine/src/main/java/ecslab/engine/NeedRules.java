package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What ECS refuses in what a container needs of other services: logs, secrets and environment
/// files (behaviour reference §2.2, §2.5).
final class NeedRules {

    private static final int FILES_MAX = 10;
    private static final Pattern FILE = Pattern.compile("arn:aws[a-z-]*:s3:::[^/]+/.+\\.env");

    private final RegisterTaskDefinition command;
    private final TaskDefinitionRules.Checked checked;

    NeedRules(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        this.command = command;
        this.checked = checked;
    }

    void check(ContainerDefinitionInput container, String field) {
        checkLogs(container, field + "/logConfiguration/options");
        checkFiles(container, field + "/environmentFiles");
        if (!checked.fargate() || command.executionRoleArn().isGiven()) {
            return;
        }
        if (!container.settings().secrets().isEmpty()) {
            throw ApiException.client(field + "/secrets")
                    .because(OurWords.SECRETS_NEED_A_ROLE)
                    .remedy(Phrase.of("remedy.executionRole"));
        }
        if (!container.settings().environmentFiles().isEmpty()) {
            throw ApiException.client(field + "/environmentFiles")
                    .because(OurWords.FILES_NEED_A_ROLE)
                    .remedy(Phrase.of("remedy.executionRole"));
        }
    }

    private void checkLogs(ContainerDefinitionInput container, String field) {
        if (!container.logDriver().orElse("").equals("awslogs")) {
            return;
        }
        var needed = new ArrayList<>(List.of("awslogs-group", "awslogs-region"));
        if (checked.fargate()) {
            needed.add("awslogs-stream-prefix");
        }
        needed.removeAll(container.settings().logOptions().keySet());
        if (!needed.isEmpty()) {
            throw ApiException.client(field)
                    .because(OurWords.missingOptions(String.join(", ", needed)))
                    .remedy(Phrase.of("remedy.log.options", "options", String.join(", ", needed)));
        }
    }

    private static void checkFiles(ContainerDefinitionInput container, String field) {
        var files = container.settings().environmentFiles();
        var wrong =
                files.stream()
                        .anyMatch(one ->
                                !one.type().equals("s3") || !FILE.matcher(one.value()).matches());
        if (wrong || files.size() > FILES_MAX) {
            throw ApiException.client(field)
                    .because(
                            OurWords.invalidForContainer(
                                    "environmentFiles", container.name().orElse("")))
                    .remedy(Phrase.of("remedy.environmentFiles", "max", FILES_MAX));
        }
    }
}
