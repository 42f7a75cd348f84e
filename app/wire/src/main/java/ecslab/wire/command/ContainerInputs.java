package ecslab.wire.command;

import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.DependencyInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.ContainerOverride;
import ecslab.ecs.model.EnvironmentFile;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.MountPoint;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.VolumeFrom;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Makes what a container definition says beyond name, image, size and ports, and what RunTask
/// overrides of it.
final class ContainerInputs {

    private ContainerInputs() {}

    static ContainerSettingsInput settings(Input input, Optional<Input> log) {
        return new ContainerSettingsInput(
                input.texts("entryPoint"),
                input.texts("command"),
                input.structures("dependsOn").stream()
                        .map(one ->
                                new DependencyInput(
                                        one.need("containerName"), one.need("condition")))
                        .toList(),
                input.integer("startTimeout"),
                input.structure("healthCheck")
                        .map(check -> Given.of(healthCheck(check)))
                        .orElse(Given.absent()),
                input.structure("restartPolicy")
                        .map(policy -> Given.of(restartPolicy(policy)))
                        .orElse(Given.absent()),
                input.structures("mountPoints").stream()
                        .map(one ->
                                new MountPoint(
                                        one.text("sourceVolume", ""),
                                        one.text("containerPath", ""),
                                        one.flag("readOnly").orElse(false)))
                        .toList(),
                input.structures("volumesFrom").stream()
                        .map(one ->
                                new VolumeFrom(
                                        one.text("sourceContainer", ""),
                                        one.flag("readOnly").orElse(false)))
                        .toList(),
                input.texts("links"),
                input.structures("secrets").stream()
                        .map(one -> new Secret(one.need("name"), one.need("valueFrom")))
                        .toList(),
                log.map(one -> one.map("options")).orElse(Collections.emptySortedMap()),
                environmentFiles(input));
    }

    private static List<EnvironmentFile> environmentFiles(Input input) {
        return input.structures("environmentFiles").stream()
                .map(one -> new EnvironmentFile(one.need("value"), one.need("type")))
                .toList();
    }

    private static HealthCheckInput healthCheck(Input check) {
        return new HealthCheckInput(
                check.texts("command"),
                check.integer("interval"),
                check.integer("timeout"),
                check.integer("retries"),
                check.integer("startPeriod"));
    }

    private static RestartPolicyInput restartPolicy(Input policy) {
        return new RestartPolicyInput(
                policy.flag("enabled").orElse(false),
                policy.integers("ignoredExitCodes"),
                policy.integer("restartAttemptPeriod"));
    }

    static TaskOverride overrides(Input input) {
        return input.structure("overrides")
                .map(overrides ->
                        new TaskOverride(
                                overrides.structures("containerOverrides").stream()
                                        .map(ContainerInputs::containerOverride)
                                        .toList(),
                                overrides.text("cpu", ""),
                                overrides.text("memory", ""),
                                overrides.text("executionRoleArn", ""),
                                overrides.text("taskRoleArn", ""),
                                overrides
                                        .structure("ephemeralStorage")
                                        .map(one -> one.integer("sizeInGiB").orElse(0))
                                        .orElse(0)))
                .orElse(TaskOverride.NONE);
    }

    private static ContainerOverride containerOverride(Input override) {
        return new ContainerOverride(
                override.text("name", ""),
                override.texts("command"),
                environment(override),
                override.integer("cpu").orElse(0),
                override.integer("memory").orElse(0),
                override.integer("memoryReservation").orElse(0));
    }

    static List<EnvironmentVariable> environment(Input input) {
        return input.structures("environment").stream()
                .map(one -> new EnvironmentVariable(one.need("name"), one.need("value")))
                .toList();
    }
}
