package ecslab.ecs.command;

import ecslab.ecs.model.EnvironmentFile;
import ecslab.ecs.model.MountPoint;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.VolumeFrom;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// What one of `containerDefinitions` says beyond name, image, size and ports. Empty lists were not
/// given.
///
/// @param startTimeout in seconds
/// @param logOptions `logConfiguration.options`
public record ContainerSettingsInput(
        List<String> entryPoint,
        List<String> command,
        List<DependencyInput> dependsOn,
        Given<Integer> startTimeout,
        Given<HealthCheckInput> healthCheck,
        Given<RestartPolicyInput> restartPolicy,
        List<MountPoint> mountPoints,
        List<VolumeFrom> volumesFrom,
        List<String> links,
        List<Secret> secrets,
        SortedMap<String, String> logOptions,
        List<EnvironmentFile> environmentFiles) {

    /// One without options for its logs and without environment files.
    public ContainerSettingsInput(
            List<String> entryPoint,
            List<String> command,
            List<DependencyInput> dependsOn,
            Given<Integer> startTimeout,
            Given<HealthCheckInput> healthCheck,
            Given<RestartPolicyInput> restartPolicy,
            List<MountPoint> mountPoints,
            List<VolumeFrom> volumesFrom,
            List<String> links,
            List<Secret> secrets) {
        this(
                entryPoint,
                command,
                dependsOn,
                startTimeout,
                healthCheck,
                restartPolicy,
                mountPoints,
                volumesFrom,
                links,
                secrets,
                Collections.emptySortedMap(),
                List.of());
    }

    public static final ContainerSettingsInput NONE =
            new ContainerSettingsInput(
                    List.of(),
                    List.of(),
                    List.of(),
                    Given.absent(),
                    Given.absent(),
                    Given.absent(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    /// One of `dependsOn`.
    public record DependencyInput(String containerName, String condition) {}

    /// `healthCheck`, in seconds.
    public record HealthCheckInput(
            List<String> command,
            Given<Integer> interval,
            Given<Integer> timeout,
            Given<Integer> retries,
            Given<Integer> startPeriod) {}

    /// `restartPolicy`
    ///
    /// @param restartAttemptPeriod in seconds
    public record RestartPolicyInput(
            boolean enabled, List<Integer> ignoredExitCodes, Given<Integer> restartAttemptPeriod) {}
}
