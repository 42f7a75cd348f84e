package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// What a container definition says beyond name, image, size and ports.
///
/// @param entryPoint empty for the image's own
/// @param command empty for the image's own
/// @param startTimeout how long those that depend on this container wait for it; zero if they wait
///   for ever
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
        List<Secret> secrets) {

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
                secrets);
    }
}
