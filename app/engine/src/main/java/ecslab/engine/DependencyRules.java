package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.ContainerSettingsInput.DependencyInput;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What ECS refuses in `dependsOn` and `startTimeout` (behaviour reference §2.5). The words are
/// ours: ECS's aren't known.
final class DependencyRules {

    private static final List<String> CONDITIONS =
            List.of("START", "COMPLETE", "SUCCESS", "HEALTHY");
    private static final int START_TIMEOUT_MIN = 2;
    private static final int START_TIMEOUT_MAX = 120;

    private final List<ContainerDefinitionInput> containers;
    private final boolean fargate;
    private final TreeMap<String, ContainerDefinitionInput> byName = new TreeMap<>();

    DependencyRules(List<ContainerDefinitionInput> containers, boolean fargate) {
        this.containers = containers;
        this.fargate = fargate;
        containers.forEach(one -> byName.put(one.name().orElse(""), one));
    }

    void check() {
        for (var i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var field = "/containerDefinitions/" + i;
            for (var dependency : container.settings().dependsOn()) {
                check(container, dependency, field + "/dependsOn");
            }
            checkStartTimeout(container, field + "/startTimeout");
            if (reaches(container, container.name().orElse(""), new ArrayList<>())) {
                throw SettingsRules.wrong(
                        container, "dependsOn", field + "/dependsOn", "remedy.depends.circle");
            }
        }
    }

    private void check(
            ContainerDefinitionInput container, DependencyInput dependency, String field) {
        var other = byName.get(dependency.containerName());
        if (other == null || other.equals(container)) {
            throw SettingsRules.wrong(container, "dependsOn", field, "remedy.depends.unknown");
        }
        if (!CONDITIONS.contains(dependency.condition())) {
            throw SettingsRules.wrong(container, "dependsOn", field, "remedy.depends.condition");
        }
        var mustEnd = List.of("COMPLETE", "SUCCESS").contains(dependency.condition());
        if (mustEnd && other.essential().orElse(true)) {
            throw SettingsRules.wrong(container, "dependsOn", field, "remedy.depends.essential");
        }
        var mustFeel = "HEALTHY".equals(dependency.condition());
        if (mustFeel && !other.settings().healthCheck().isGiven()) {
            throw SettingsRules.wrong(container, "dependsOn", field, "remedy.depends.health");
        }
    }

    private void checkStartTimeout(ContainerDefinitionInput container, String field) {
        int seconds = container.settings().startTimeout().orElse(START_TIMEOUT_MIN);
        int least = fargate ? START_TIMEOUT_MIN : 0;
        int most = fargate ? START_TIMEOUT_MAX : Integer.MAX_VALUE;
        if (seconds < least || seconds > most) {
            throw ApiException.client(field)
                    .because(
                            OurWords.invalidForContainer(
                                    "startTimeout", container.name().orElse("")))
                    .remedy(
                            Phrase.of(
                                    "remedy.between",
                                    "field",
                                    "startTimeout",
                                    "min",
                                    START_TIMEOUT_MIN,
                                    "max",
                                    START_TIMEOUT_MAX));
        }
    }

    /// Whether following the dependencies leads to `name`.
    private boolean reaches(ContainerDefinitionInput from, String name, List<String> seen) {
        for (var dependency : from.settings().dependsOn()) {
            var next = dependency.containerName();
            if (next.equals(name)) {
                return true;
            }
            var other = byName.get(next);
            if (other != null && !seen.contains(next)) {
                seen.add(next);
                if (reaches(other, name, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
