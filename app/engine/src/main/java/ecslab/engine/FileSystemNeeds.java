package ecslab.engine;

import ecslab.ecs.model.Neighbour.FileSystem;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.VolumeKind;
import ecslab.engine.Preparation.Lack;
import ecslab.engine.Preparation.Need;
import java.time.Duration;
import java.util.List;

/// The file systems that a task mounts (behaviour reference §13): found by the DNS name in the
/// task's Availability Zone, reached on port 2049, allowed by its policy, and then the directory.
final class FileSystemNeeds {

    private static final String MOUNT = "elasticfilesystem:ClientMount";
    private static final String ROOT = "/";

    private final Desk desk;
    private final RoleEvaluation roles;
    private final Neighbours neighbours;

    FileSystemNeeds(Desk desk) {
        this.desk = desk;
        roles = new RoleEvaluation(desk);
        neighbours = new Neighbours(desk);
    }

    List<Need> of(Task task, TaskDefinition definition) {
        if (definition.volumes().isEmpty()) {
            return List.of();
        }
        return definition.volumes().stream()
                .filter(volume -> volume.kind() instanceof VolumeKind.Efs)
                .map(volume -> need(task, definition, (VolumeKind.Efs) volume.kind()))
                .toList();
    }

    private Need need(Task task, TaskDefinition definition, VolumeKind.Efs efs) {
        var id = efs.fileSystemId();
        if (!neighbours.countsFileSystems()) {
            return Need.met(id);
        }
        var found = neighbours.fileSystem(id);
        if (found.isEmpty() || !hasTargetIn(found.get(), task.availabilityZone())) {
            return no(id, "noMountTarget", EfsTexts.notResolved(id, desk.arns()), Duration.ZERO);
        }
        var system = found.get();
        if (!desk.machines().lets(task.id(), system.securityGroups(), FileSystem.PORT)) {
            return no(id, "blocked", EfsTexts.timedOut(), Guesses.MOUNT_GIVES_UP);
        }
        if (isDenied(definition, efs, system)) {
            return no(id, "denied", EfsTexts.denied(), Duration.ZERO);
        }
        var root = efs.rootDirectory().isEmpty() ? ROOT : efs.rootDirectory();
        return root.equals(ROOT) || system.directories().contains(root)
                ? Need.met(id)
                : no(id, "noDirectory", EfsTexts.noDirectory(root), Duration.ZERO);
    }

    private boolean hasTargetIn(FileSystem system, String zone) {
        return system.mountTargets().stream()
                .flatMap(id -> desk.state().network.subnet(id).stream())
                .map(Subnet::availabilityZone)
                .anyMatch(zone::equals);
    }

    /// The task role mounts it, and only with IAM authorization.
    private boolean isDenied(TaskDefinition definition, VolumeKind.Efs efs, FileSystem system) {
        var point = efs.accessPointId();
        if (!point.isEmpty() && !system.accessPoints().contains(point)) {
            return true;
        }
        var may =
                efs.withIam()
                        && roles.assume(definition.taskRoleArn())
                                .filter(role -> RoleEvaluation.allows(role, MOUNT))
                                .isPresent();
        return system.iamOnly() && !may;
    }

    private static Need no(String id, String why, String words, Duration after) {
        return Need.unmet(id, new Lack(why, words, after));
    }
}
