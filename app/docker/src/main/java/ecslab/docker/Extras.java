package ecslab.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a task definition says that only a real container has: what is harmless is given, and what
/// would reach out of the container is refused.
final class Extras {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINUX = "linuxParameters";
    private static final String MODE_IS_TASKS = "task";

    /// Fargate lets programs have this one, too.
    private static final String MAY_BE_ADDED = "SYS_PTRACE";

    private Extras() {}

    /// Why a task may not run on the learner's computer: what is wrong, where, and how to mend it.
    /// Empty if it may.
    static Optional<String> refuses(TaskDefinition definition) {
        return Stream.of(
                        modes(definition),
                        definition.volumes().stream().map(Extras::volume),
                        definition.containerDefinitions().stream().map(Extras::container))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Optional<String>> modes(TaskDefinition definition) {
        return Stream.of("pidMode", "ipcMode")
                .map(field -> {
                    var mode = json(definition.unmodelled(), field).asText("");
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
        var given = container.unmodelled();
        var linux = json(given, LINUX);
        var added =
                texts(linux.path("capabilities").path("add"))
                        .filter(one -> !one.equals(MAY_BE_ADDED))
                        .toList();
        if (json(given, "privileged").asBoolean(false)) {
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
        if (texts(json(given, "dockerSecurityOptions"))
                .anyMatch(one -> !one.startsWith("no-new-privileges"))) {
            return refused(container, "change its confinement", "dockerSecurityOptions");
        }
        return Optional.empty();
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

    static void give(CreateContainerCmd made, HostConfig host, ContainerDefinition container) {
        var given = container.unmodelled();
        text(given, "user").ifPresent(made::withUser);
        text(given, "workingDirectory").ifPresent(made::withWorkingDir);
        host.withReadonlyRootfs(json(given, "readonlyRootFilesystem").asBoolean(false));
        host.withUlimits(
                elements(json(given, "ulimits"))
                        .map(one ->
                                new Ulimit(
                                        one.path("name").asText(),
                                        one.path("softLimit").asLong(),
                                        one.path("hardLimit").asLong()))
                        .toList());
        var linux = json(given, LINUX);
        host.withInit(linux.path("initProcessEnabled").asBoolean(false));
        var tmpfs = new LinkedHashMap<String, String>();
        elements(linux.path("tmpfs"))
                .forEach(one ->
                        tmpfs.put(
                                one.path("containerPath").asText(),
                                "size=" + one.path("size").asInt() + "m"));
        host.withTmpFs(tmpfs);
    }

    /// The learner's own labels; nobody becomes another owner by them.
    static Map<String, String> labels(ContainerDefinition container, Map<String, String> ours) {
        var all = new LinkedHashMap<String, String>();
        json(container.unmodelled(), "dockerLabels")
                .properties()
                .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        all.keySet().removeIf(name -> name.startsWith(Labels.PREFIX));
        all.putAll(ours);
        return all;
    }

    private static Optional<String> text(Unmodelled given, String field) {
        return Optional.of(json(given, field).asText("")).filter(text -> !text.isEmpty());
    }

    private static Stream<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(Unmodelled given, String field) {
        try {
            var text = given.fields().get(field);
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("kept as it came: " + field, ours);
        }
    }
}
