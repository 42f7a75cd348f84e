package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import ecslab.wire.output.Echo;
import java.util.ArrayList;

/// Reads and writes the volumes of a task definition. What was written is kept beside its meaning,
/// and written again.
final class VolumeInputs {

    private VolumeInputs() {}

    static Volume volume(Input input) {
        var name = input.text("name", "");
        return new Volume(name, kind(Input.of(input.json())), input.unmodelled());
    }

    private static VolumeKind kind(Input input) {
        var kinds = new ArrayList<VolumeKind>();
        input.structure("host")
                .map(host -> new VolumeKind.Bind(host.text("sourcePath", "")))
                .ifPresent(kinds::add);
        input.structure("dockerVolumeConfiguration")
                .map(docker ->
                        new VolumeKind.Docker(
                                docker.text("scope", ""),
                                docker.flag("autoprovision").orElse(false),
                                docker.text("driver", "")))
                .ifPresent(kinds::add);
        input.structure("efsVolumeConfiguration").map(VolumeInputs::efs).ifPresent(kinds::add);
        input.structure("fsxWindowsFileServerVolumeConfiguration")
                .map(fsx -> new VolumeKind.FsxWindows(fsx.need("fileSystemId")))
                .ifPresent(kinds::add);
        if (input.flag("configuredAtLaunch").orElse(false)) {
            kinds.add(new VolumeKind.AtLaunch());
        }
        return switch (kinds.size()) {
            case 0 -> VolumeKind.BIND;
            case 1 -> kinds.getFirst();
            default -> new VolumeKind.Several();
        };
    }

    private static VolumeKind efs(Input efs) {
        var authorization = efs.structure("authorizationConfig");
        return new VolumeKind.Efs(
                efs.need("fileSystemId"),
                efs.text("rootDirectory", ""),
                efs.text("transitEncryption", ""),
                authorization.map(one -> one.text("accessPointId", "")).orElse(""),
                authorization.map(one -> one.text("iam", "")).orElse(""));
    }

    static ObjectNode json(Volume volume) {
        var json = JsonNodeFactory.instance.objectNode();
        if (!volume.name().isEmpty()) {
            json.put("name", volume.name());
        }
        Echo.into(json, volume.unmodelled());
        return json;
    }
}
