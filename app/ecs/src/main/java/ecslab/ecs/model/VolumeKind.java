package ecslab.ecs.model;

/// What a volume of a task definition is (behaviour reference §2.7, §13).
public sealed interface VolumeKind {

    VolumeKind BIND = new Bind("");

    /// A bind mount.
    ///
    /// @param sourcePath a path on the instance; empty for one that lives as long as the task
    record Bind(String sourcePath) implements VolumeKind {}

    /// `dockerVolumeConfiguration`
    ///
    /// @param scope `task` or `shared`
    record Docker(String scope, boolean autoprovision, String driver) implements VolumeKind {}

    /// `efsVolumeConfiguration`. What is left out is empty.
    record Efs(
            String fileSystemId,
            String rootDirectory,
            String transitEncryption,
            String accessPointId,
            String iam)
            implements VolumeKind {

        public static final String ENABLED = "ENABLED";

        public boolean withIam() {
            return iam.equals(ENABLED);
        }
    }

    /// `fsxWindowsFileServerVolumeConfiguration`
    record FsxWindows(String fileSystemId) implements VolumeKind {}

    /// `configuredAtLaunch`: an EBS volume that the task or its service asks for.
    record AtLaunch() implements VolumeKind {}

    /// Several of them, which ECS refuses.
    record Several() implements VolumeKind {}
}
