package ecslab.stage.panel;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.ArrayList;
import java.util.List;

/// What a revision asks of the machine and of other services, by AWS's own field names. What it
/// doesn't ask for has no row.
final class NeedsOverview {

    private NeedsOverview() {}

    static List<Block> of(Sight sight, TaskDefinition definition) {
        var rows = new ArrayList<Block>();
        var platform = definition.runtimePlatform();
        if (!platform.equals(RuntimePlatform.NONE)) {
            rows.add(Sight.aws("cpuArchitecture", platform.architecture()));
        }
        if (!platform.operatingSystemFamily().isEmpty()) {
            rows.add(Sight.aws("operatingSystemFamily", platform.operatingSystemFamily()));
        }
        if (definition.ephemeralStorageGib() > 0) {
            rows.add(Sight.aws("ephemeralStorage", definition.ephemeralStorageGib() + " GiB"));
        }
        definition.volumes().forEach(volume -> rows.add(row(volume)));
        definition.containerDefinitions().forEach(container -> add(rows, container));
        if (!rows.isEmpty()) {
            rows.addFirst(sight.heading("needs"));
        }
        return rows;
    }

    private static void add(List<Block> rows, ContainerDefinition container) {
        var settings = container.settings();
        settings.secrets().forEach(one -> rows.add(Sight.aws(one.name(), one.valueFrom())));
        settings.environmentFiles()
                .forEach(one -> rows.add(Sight.aws("environmentFiles", one.value())));
        var group = settings.logOptions().get("awslogs-group");
        if (group != null) {
            rows.add(Sight.aws("awslogs-group", group));
        }
    }

    private static Block row(Volume volume) {
        return Sight.aws(
                volume.name(),
                switch (volume.kind()) {
                    case VolumeKind.Bind(var path) -> path.isEmpty() ? "host" : "host " + path;
                    case VolumeKind.Docker docker ->
                            "dockerVolumeConfiguration"
                                    + (docker.scope().isEmpty() ? "" : " " + docker.scope());
                    case VolumeKind.Efs efs -> efs.fileSystemId() + efs.rootDirectory();
                    case VolumeKind.FsxWindows(var id) -> id;
                    case VolumeKind.AtLaunch(), VolumeKind.Several() -> "configuredAtLaunch";
                });
    }
}
