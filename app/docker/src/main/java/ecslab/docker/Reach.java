package ecslab.docker;

import com.fasterxml.jackson.databind.JsonNode;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a task definition asks for that would reach out of the container, or that isn't there: it
/// is refused, never left out in silence.
final class Reach {

    private static final String MODE_IS_TASKS = "task";

    /// Fargate lets programs have this one, too.
    private static final String MAY_BE_ADDED = "SYS_PTRACE";

    private static final String ARM = "ARM64";

    /// In `host` a task's containers share one network here, which has one set of names.
    private static final List<String> NOT_SHARED =
            List.of("hostname", "dnsServers", "dnsSearchDomains", "extraHosts");

    private Reach() {}

    /// Why a task may not run on the learner's computer: what is wrong, where, and how to mend it.
    /// Empty if it may.
    ///
    /// @param architecture the engine's, as images name it
    static Optional<String> refuses(TaskDefinition definition, String architecture) {
        return Stream.of(
                        Stream.of(platform(definition.runtimePlatform(), architecture)),
                        modes(definition),
                        definition.volumes().stream().map(Reach::volume),
                        definition.containerDefinitions().stream().map(Reach::container),
                        definition.containerDefinitions().stream()
                                .map(one -> names(definition.networkMode(), one)))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> platform(RuntimePlatform wanted, String architecture) {
        if (wanted.isWindows()) {
            return Optional.of(
                    "ECS Lab runs Linux containers only. Leave out"
                            + " runtimePlatform.operatingSystemFamily, or write LINUX.");
        }
        var arm = wanted.cpuArchitecture().equals(ARM);
        return wanted.cpuArchitecture().isEmpty() || arm == architecture.equals("arm64")
                ? Optional.empty()
                : Optional.of(
                        "ECS Lab runs containers on this computer's Docker engine, which is "
                                + architecture
                                + ", and the task asks for "
                                + wanted.cpuArchitecture()
                                + ". Leave out runtimePlatform.cpuArchitecture.");
    }

    private static Stream<Optional<String>> modes(TaskDefinition definition) {
        return Stream.of("pidMode", "ipcMode")
                .map(field -> {
                    var mode = Wishes.of(definition).json(field).asText("");
                    return mode.isEmpty() || mode.equals("none")
                            ? Optional.empty()
                            : Optional.of(
                                    "ECS Lab gives no task "
                                            + (mode.equals(MODE_IS_TASKS)
                                                    ? "one process space for its containers"
                                                    : "the processes of this computer")
                                            + ". Leave out "
                                            + field
                                            + " \""
                                            + mode
                                            + "\".");
                });
    }

    private static Optional<String> volume(Volume volume) {
        var name = "volume " + volume.name();
        return switch (volume.kind()) {
            case VolumeKind.Bind(var path) ->
                    path.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "ECS Lab gives containers none of this computer's folders, and "
                                            + name
                                            + " asks for "
                                            + path
                                            + ". Leave out its host.sourcePath: then it gets a"
                                            + " folder that lives as long as the task.");
            case VolumeKind.Docker(_, _, var driver) ->
                    (driver.isEmpty() || driver.equals("local"))
                                    && !volume.unmodelled()
                                            .fields()
                                            .toString()
                                            .contains("driverOpts")
                            ? Optional.empty()
                            : Optional.of(
                                    "ECS Lab makes local Docker volumes only, and "
                                            + name
                                            + " asks for another driver or its options. Leave out"
                                            + " driver and driverOpts.");
            case VolumeKind.FsxWindows _ ->
                    Optional.of("FSx for Windows isn't here, and " + name + " asks for it.");
            case VolumeKind.Efs _, VolumeKind.AtLaunch _, VolumeKind.Several _ -> Optional.empty();
        };
    }

    private static Optional<String> container(ContainerDefinition container) {
        var given = Wishes.of(container);
        var linux = given.linux();
        var added =
                Wishes.texts(linux.path("capabilities").path("add"))
                        .filter(one -> !one.equals(MAY_BE_ADDED))
                        .toList();
        if (given.flag("privileged")) {
            return refused(container, "be root on this computer", "privileged");
        }
        if (!added.isEmpty()) {
            return refused(
                    container,
                    "have the capabilities " + String.join(", ", added),
                    "linuxParameters.capabilities.add");
        }
        if (!linux.path("devices").isEmpty()) {
            return refused(container, "use this computer's devices", "linuxParameters.devices");
        }
        if (given.texts("dockerSecurityOptions")
                .anyMatch(one -> !one.startsWith("no-new-privileges"))) {
            return refused(container, "change its confinement", "dockerSecurityOptions");
        }
        return absent(container, given, linux);
    }

    /// What a container instance could have, and the learner's computer doesn't give.
    private static Optional<String> absent(
            ContainerDefinition container, Wishes given, JsonNode linux) {
        if (!given.json("resourceRequirements").isEmpty()) {
            return refused(container, "use this computer's GPUs", "resourceRequirements");
        }
        return linux.path("maxSwap").asInt(0) > 0
                ? refused(container, "use this computer's swap", "linuxParameters.maxSwap")
                : Optional.empty();
    }

    private static Optional<String> names(NetworkMode mode, ContainerDefinition container) {
        if (mode != NetworkMode.HOST) {
            return Optional.empty();
        }
        return NOT_SHARED.stream()
                .filter(field -> Wishes.of(container).kept().fields().containsKey(field))
                .findFirst()
                .flatMap(field ->
                        refused(
                                container,
                                "change names in networkMode host, where containers share one"
                                        + " network",
                                field));
    }

    private static Optional<String> refused(ContainerDefinition of, String wish, String field) {
        return Optional.of(
                "ECS Lab lets no container "
                        + wish
                        + ", as "
                        + of.name()
                        + " asks for. Leave out "
                        + field
                        + ".");
    }
}
