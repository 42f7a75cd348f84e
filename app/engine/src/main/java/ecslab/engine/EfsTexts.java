package ecslab.engine;

import ecslab.ecs.model.Arns;

/// What ECS says when a file system can't be mounted (Developer Guide, *EFS volumes*; the words
/// were seen in error reports).
final class EfsTexts {

    private static final String START =
            "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS"
                    + " volumes: stderr: ";

    private EfsTexts() {}

    /// No mount target in the task's Availability Zone, or no such file system.
    static String notResolved(String fileSystemId, Arns arns) {
        return START
                + "Failed to resolve \""
                + fileSystemId
                + ".efs."
                + arns.region()
                + ".amazonaws.com\""
                + OurWords.NO_MOUNT_TARGET;
    }

    /// A security group doesn't let the task in on port 2049.
    static String timedOut() {
        return START
                + "Mount attempt 1/3 failed due to timeout after 15 sec"
                + OurWords.MOUNT_TIMED_OUT;
    }

    static String denied() {
        return START + "mount.nfs4: access denied by server while mounting 127.0.0.1:/";
    }

    static String noDirectory(String rootDirectory) {
        return START
                + "mount.nfs4: mounting 127.0.0.1:"
                + rootDirectory
                + " failed, reason given by server: No such file or directory";
    }
}
