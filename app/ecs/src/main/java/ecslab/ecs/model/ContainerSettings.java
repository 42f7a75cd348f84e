package ecslab.ecs.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// What a container definition says beyond name, image, size and ports.
///
/// @param entryPoint empty for the image's own
/// @param command empty for the image's own
/// @param startTimeout how long those that depend on this container wait for it; zero if they wait
///   for ever
/// @param logOptions such as `awslogs-group`
/// @param links names of other containers, with `:ALIAS` or without; in bridge mode only
public record ContainerSettings(
        List<String> entryPoint,
        List<String> command,
        List<ContainerDependency> dependsOn,
        Duration startTimeout,
        ContainerHealthCheck healthCheck,
        RestartPolicy restartPolicy,
        List<MountPoint> mountPoints,
        List<VolumeFrom> volumesFrom,
        List<String> links,
        List<Secret> secrets,
        SortedMap<String, String> logOptions,
        List<EnvironmentFile> environmentFiles) {

    /// One without options for its logs and without environment files.
    public ContainerSettings(
            List<String> entryPoint,
            List<String> command,
            List<ContainerDependency> dependsOn,
            Duration startTimeout,
            ContainerHealthCheck healthCheck,
            RestartPolicy restartPolicy,
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

    public static final ContainerSettings NONE =
            new ContainerSettings(
                    List.of(),
                    List.of(),
                    List.of(),
                    Duration.ZERO,
                    ContainerHealthCheck.NONE,
                    RestartPolicy.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    public ContainerSettings withCommand(List<String> next) {
        return new ContainerSettings(
                entryPoint,
                next,
                dependsOn,
                startTimeout,
                healthCheck,
                restartPolicy,
                mountPoints,
                volumesFrom,
                links,
                secrets,
                logOptions,
                environmentFiles);
    }

    public ContainerSettings withSecrets(List<Secret> next) {
        return new ContainerSettings(
                entryPoint,
                command,
                dependsOn,
                startTimeout,
                healthCheck,
                restartPolicy,
                mountPoints,
                volumesFrom,
                links,
                next,
                logOptions,
                environmentFiles);
    }
}
