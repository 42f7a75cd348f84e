package ecslab.engine;

import ecslab.ecs.Response;
import ecslab.ecs.Response.RegisterTaskDefinitionResponse;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.event.Event.TaskDefinitionChange;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// `RegisterTaskDefinition`.
final class TaskDefinitionApi {

    private final Desk desk;
    private final Names names;

    TaskDefinitionApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /// Makes revision max + 1 of the family. A number is never used again.
    Response register(RegisterTaskDefinition command, Runnable accepted) {
        var checked = TaskDefinitionRules.check(command);
        var constraints = PlacementChecks.ofDefinition(command.placementConstraints());
        var executionRole = names.plain(command.executionRoleArn().orElse(""), "/executionRoleArn");
        var taskRole = names.plain(command.taskRoleArn().orElse(""), "/taskRoleArn");
        var containers = containers(command, checked.networkMode());
        var volumes = volumes(command);
        accepted.run();
        var revision = desk.state().lastRevision.merge(command.family(), 1, Integer::sum);
        var definition =
                new TaskDefinition(
                        new TaskDefinitionName(command.family(), revision),
                        TaskDefinitionStatus.ACTIVE,
                        checked.networkMode(),
                        checked.requires(),
                        compatibilities(checked),
                        checked.cpuUnits(),
                        checked.memoryMib(),
                        executionRole,
                        taskRole,
                        containers,
                        volumes,
                        constraints,
                        command.runtimePlatform().orElse(RuntimePlatform.NONE),
                        command.ephemeralStorage().orElse(0),
                        desk.now(),
                        command.unmodelled());
        desk.state().taskDefinitions.put(definition.name(), definition);
        desk.journal().report(new TaskDefinitionChange(desk.now(), definition));
        return new RegisterTaskDefinitionResponse(definition);
    }

    /// Where the revision could run, whether or not its author asked: Fargate needs a size of its
    /// own and `awsvpc`.
    private static List<LaunchType> compatibilities(TaskDefinitionRules.Checked checked) {
        var all = new ArrayList<LaunchType>();
        if (checked.networkMode() != NetworkMode.AWSVPC) {
            all.add(LaunchType.EXTERNAL);
        }
        all.add(LaunchType.EC2);
        if (checked.networkMode() == NetworkMode.AWSVPC
                && FargateSizes.has(checked.cpuUnits(), checked.memoryMib())) {
            all.add(LaunchType.FARGATE);
        }
        return List.copyOf(all);
    }

    /// With every `${selector}` replaced, in what a volume means and in what was written.
    private List<Volume> volumes(RegisterTaskDefinition command) {
        var all = new ArrayList<Volume>();
        for (var i = 0; i < command.volumes().size(); i++) {
            var volume = command.volumes().get(i);
            var field = "/volumes/" + i;
            var written = new TreeMap<String, String>();
            volume.unmodelled()
                    .fields()
                    .forEach((name, json) -> written.put(name, names.replaced(json, field)));
            var kind =
                    volume.kind() instanceof VolumeKind.Efs efs
                            ? new VolumeKind.Efs(
                                    names.replaced(efs.fileSystemId(), field),
                                    efs.rootDirectory(),
                                    efs.transitEncryption(),
                                    names.replaced(efs.accessPointId(), field),
                                    efs.iam())
                            : volume.kind();
            all.add(volume.withKind(kind, new Unmodelled(written)));
        }
        return List.copyOf(all);
    }

    private List<ContainerDefinition> containers(RegisterTaskDefinition command, NetworkMode mode) {
        return command.containerDefinitions().stream()
                .map(container -> container(container, mode))
                .toList();
    }

    private ContainerDefinition container(ContainerDefinitionInput in, NetworkMode mode) {
        return new ContainerDefinition(
                in.name().orElse(""),
                in.image().orElse(""),
                in.cpu().orElse(0),
                in.memory().orElse(0),
                in.memoryReservation().orElse(0),
                in.essential().orElse(true),
                in.portMappings().stream().map(port -> port(port, mode)).toList(),
                in.environment(),
                Duration.ofSeconds(in.stopTimeout().orElse(0)),
                in.logDriver().orElse(""),
                withSecrets(Settings.of(in.settings())),
                in.unmodelled());
    }

    private ContainerSettings withSecrets(ContainerSettings settings) {
        return settings.withSecrets(
                settings.secrets().stream()
                        .map(one ->
                                new Secret(
                                        one.name(),
                                        names.replaced(one.valueFrom(), "/containerDefinitions")))
                        .toList());
    }

    /// In `awsvpc` and `host` a host port that is left out is the container's own.
    private static PortMapping port(PortMappingInput in, NetworkMode mode) {
        int containerPort = in.containerPort().orElse(0);
        var own = mode == NetworkMode.AWSVPC || mode == NetworkMode.HOST;
        return new PortMapping(
                containerPort,
                in.hostPort().orElse(own ? containerPort : 0),
                in.protocol().orElse("tcp"),
                in.name().orElse(""));
    }
}
