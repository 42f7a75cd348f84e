package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerOverride;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskOverride;
import java.util.ArrayList;
import java.util.List;

/// What RunTask changes in a revision for its own tasks (behaviour reference §2.9).
final class Overrides {

    private static final int CHARACTERS_MAX = 8_192;

    private Overrides() {}

    /// The revision as these tasks see it.
    static TaskDefinition checked(
            TaskDefinition definition, TaskOverride overrides, LaunchType type) {
        for (var i = 0; i < overrides.containerOverrides().size(); i++) {
            checkContainer(definition, overrides.containerOverrides().get(i), i);
        }
        if (OverridesLength.of(overrides) > CHARACTERS_MAX) {
            throw ApiException.invalidParameter("/overrides")
                    .because("Container Overrides length must be at most " + CHARACTERS_MAX)
                    .remedy(Phrase.of("remedy.overrides.length", "max", CHARACTERS_MAX));
        }
        if (overrides.ephemeralStorageGib() > 0) {
            PlatformRules.checkStorage(Given.of(overrides.ephemeralStorageGib()), "/overrides");
        }
        var changed = of(definition, overrides);
        if (type == LaunchType.FARGATE) {
            TaskDefinitionRules.checkFargateSize(
                    changed.cpuUnits(), changed.memoryMib(), "/overrides");
        }
        return changed;
    }

    private static void checkContainer(
            TaskDefinition definition, ContainerOverride override, int index) {
        var names =
                definition.containerDefinitions().stream().map(ContainerDefinition::name).toList();
        if (!names.contains(override.name())) {
            throw ApiException.invalidParameter("/overrides/containerOverrides/" + index + "/name")
                    .because(
                            "Override for container named "
                                    + override.name()
                                    + " is not a container in the TaskDefinition.")
                    .remedy(Misspelt.remedy(override.name(), names, "remedy.wiring.container"));
        }
    }

    static TaskDefinition of(TaskDefinition definition, TaskOverride overrides) {
        if (overrides.equals(TaskOverride.NONE)) {
            return definition;
        }
        return new TaskDefinition(
                definition.name(),
                definition.status(),
                definition.networkMode(),
                definition.requiresCompatibilities(),
                definition.compatibilities(),
                size(FargateSizes.cpuUnits(overrides.cpu()).orElse(0), definition.cpuUnits()),
                size(FargateSizes.memoryMib(overrides.memory()).orElse(0), definition.memoryMib()),
                text(overrides.executionRoleArn(), definition.executionRoleArn()),
                text(overrides.taskRoleArn(), definition.taskRoleArn()),
                definition.containerDefinitions().stream()
                        .map(container -> container(container, overrides))
                        .toList(),
                definition.volumes(),
                definition.placementConstraints(),
                definition.runtimePlatform(),
                size(overrides.ephemeralStorageGib(), definition.ephemeralStorageGib()),
                definition.registeredAt(),
                definition.unmodelled());
    }

    private static ContainerDefinition container(
            ContainerDefinition container, TaskOverride overrides) {
        var changed = container;
        for (var override : overrides.containerOverrides()) {
            if (override.name().equals(container.name())) {
                changed = container(changed, override);
            }
        }
        return changed;
    }

    private static ContainerDefinition container(
            ContainerDefinition container, ContainerOverride override) {
        return new ContainerDefinition(
                container.name(),
                container.image(),
                size(override.cpuUnits(), container.cpuUnits()),
                size(override.memoryMib(), container.memoryMib()),
                size(override.memoryReservationMib(), container.memoryReservationMib()),
                container.essential(),
                container.portMappings(),
                environment(container.environment(), override.environment()),
                container.stopTimeout(),
                container.logDriver(),
                override.command().isEmpty()
                        ? container.settings()
                        : container.settings().withCommand(override.command()),
                container.unmodelled());
    }

    /// One of the same name is replaced, the others are added.
    private static List<EnvironmentVariable> environment(
            List<EnvironmentVariable> before, List<EnvironmentVariable> added) {
        var all = new ArrayList<>(before);
        for (var variable : added) {
            all.removeIf(one -> one.name().equals(variable.name()));
            all.add(variable);
        }
        return List.copyOf(all);
    }

    private static int size(int given, int otherwise) {
        return given > 0 ? given : otherwise;
    }

    private static String text(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
