package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What ECS refuses in the volumes of a task definition (behaviour reference §2.7, §13).
final class VolumeRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final List<String> SCOPES = List.of("", "task", "shared");

    private final RegisterTaskDefinition command;
    private final TaskDefinitionRules.Checked checked;

    private VolumeRules(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        this.command = command;
        this.checked = checked;
    }

    static void check(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        new VolumeRules(command, checked).checkAll();
    }

    private void checkAll() {
        var names = new TreeSet<String>();
        var atLaunch = 0;
        for (var i = 0; i < command.volumes().size(); i++) {
            var volume = command.volumes().get(i);
            var field = "/volumes/" + i;
            if (!NAME.matcher(volume.name()).matches() || !names.add(volume.name())) {
                throw wrong(volume, "name", field, "remedy.volume.name");
            }
            check(volume, field);
            atLaunch += volume.kind() instanceof VolumeKind.AtLaunch ? 1 : 0;
            if (atLaunch > 1) {
                throw wrong(volume, "configuredAtLaunch", field, "remedy.volume.launch");
            }
        }
    }

    private void check(Volume volume, String field) {
        switch (volume.kind()) {
            case VolumeKind.Bind(var sourcePath) -> {
                if (checked.fargate() && !sourcePath.isEmpty()) {
                    throw TaskWideRules.notOnFargate("sourcePath", field + "/host/sourcePath");
                }
            }
            case VolumeKind.Docker docker -> checkDocker(volume, docker, field);
            case VolumeKind.Efs efs -> checkEfs(volume, efs, field);
            case VolumeKind.FsxWindows _ -> checkWindows(volume, field);
            case VolumeKind.AtLaunch() -> {
                if (checked.requires().contains(LaunchType.EXTERNAL)) {
                    throw wrong(volume, "configuredAtLaunch", field, "remedy.volume.external");
                }
            }
            case VolumeKind.Several() -> throw wrong(volume, "host", field, "remedy.volume.one");
        }
    }

    private void checkDocker(Volume volume, VolumeKind.Docker docker, String field) {
        var inside = "dockerVolumeConfiguration";
        if (checked.fargate()) {
            throw TaskWideRules.notOnFargate(inside, field + "/" + inside);
        }
        if (!SCOPES.contains(docker.scope())) {
            throw wrong(volume, "scope", field + "/" + inside, "remedy.volume.scope");
        }
        if (docker.autoprovision() && !docker.scope().equals("shared")) {
            throw wrong(volume, "autoprovision", field + "/" + inside, "remedy.volume.scope");
        }
    }

    /// With an access point or IAM authorization the way to EFS is encrypted; an access point names
    /// the directory itself.
    private void checkEfs(Volume volume, VolumeKind.Efs efs, String field) {
        var inside = field + "/efsVolumeConfiguration";
        if (checked.requires().contains(LaunchType.EXTERNAL)) {
            throw wrong(volume, "efsVolumeConfiguration", field, "remedy.volume.external");
        }
        var pointed = !efs.accessPointId().isEmpty();
        var encrypted = efs.transitEncryption().equals(VolumeKind.Efs.ENABLED);
        if ((pointed || efs.withIam()) && !encrypted) {
            throw wrong(volume, "transitEncryption", inside, "remedy.volume.encryption");
        }
        if (pointed && !List.of("", "/").contains(efs.rootDirectory())) {
            throw wrong(volume, "rootDirectory", inside, "remedy.volume.root");
        }
    }

    private void checkWindows(Volume volume, String field) {
        var inside = "fsxWindowsFileServerVolumeConfiguration";
        if (checked.fargate()) {
            throw TaskWideRules.notOnFargate(inside, field + "/" + inside);
        }
        if (!checked.windows()) {
            throw wrong(volume, inside, field, "remedy.volume.windows");
        }
    }

    private static ApiException wrong(Volume volume, String setting, String in, String remedy) {
        return ApiException.client(in.endsWith(setting) ? in : in + "/" + setting)
                .because(OurWords.invalidForVolume(setting, volume.name()))
                .remedy(Phrase.of(remedy));
    }
}
