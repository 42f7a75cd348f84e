package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §3.5, §13 A file system that can't be mounted: every form of `stderr`.
class FileSystemErrorsTest {

    private static final String START =
            "TaskFailedToStart: ResourceInitializationError: failed to invoke EFS utils commands to"
                    + " set up EFS volumes: stderr: ";
    private static final String BOTH = "\"mountTargets\": [\"${subnet/a}\", \"${subnet/b}\"]";

    private static Written mounting(String fileSystem, String efs) {
        return Written.demo()
                .role("mounter", "AmazonElasticFileSystemClientReadWriteAccess")
                .role("other")
                .setup("lab:FileSystem", "{\"name\": \"data\", " + fileSystem + "}")
                .onFargate(
                        "web",
                        "web:1",
                        ", \"mountPoints\": [{\"sourceVolume\": \"data\", \"containerPath\":"
                                + " \"/data\"}]",
                        ", \"taskRoleArn\": \"${role/mounter}\", \"volumes\": [{\"name\": \"data\","
                                + " \"efsVolumeConfiguration\": {\"fileSystemId\":"
                                + " \"${fileSystem/data}\""
                                + efs
                                + "}}]");
    }

    private static String why(Written world) {
        return why(world, "a");
    }

    private static String why(Written world, String subnet) {
        return world.fargate("1s", "web", subnet, "ENABLED")
                .until("90s")
                .told()
                .whyStopped("web#1")
                .replaceAll("fs-0[0-9a-f]+", "fs-ID");
    }

    @Test
    void noMountTargetInTheTasksZone() {
        var one = "\"mountTargets\": [\"${subnet/b}\"]";
        assertEquals(
                START
                        + "Failed to resolve \"fs-ID.efs.us-east-1.amazonaws.com\" - check that"
                        + " your file system ID is correct, and ensure that the VPC has an EFS"
                        + " mount target for this file system ID.",
                why(mounting(one, "")));
        assertEquals("not asked", why(mounting(one, ""), "b"));
    }

    @Test
    void fileSystemThatWasDeleted() {
        var world = mounting(BOTH, "").at("500ms", "lab:DeleteFileSystem", "{\"name\": \"data\"}");
        assertEquals(START + "Failed to resolve", why(world).substring(0, START.length() + 17));
    }

    @ParameterizedTest
    @CsvSource({"2049, false", "80, true"})
    void securityGroupThatLeavesNfsOut(int port, boolean blocked) {
        var told =
                Written.demo()
                        .setup(
                                "lab:SecurityGroup",
                                "{\"name\": \"efs\", \"ingress\": [{\"port\": "
                                        + port
                                        + ", \"from\": \"0.0.0.0/0\"}]}")
                        .setup(
                                "lab:FileSystem",
                                "{\"name\": \"data\", \"securityGroups\":"
                                        + " [\"${securityGroup/efs}\"], "
                                        + BOTH
                                        + "}")
                        .onFargate(
                                "web",
                                "web:1",
                                "",
                                ", \"volumes\": [{\"name\": \"data\", \"efsVolumeConfiguration\":"
                                        + " {\"fileSystemId\": \"${fileSystem/data}\"}}]")
                        .fargate("1s", "web", "a", "ENABLED")
                        .until("90s")
                        .told();
        assertEquals(
                blocked
                        ? START
                                + "Mount attempt 1/3 failed due to timeout after 15 sec, wait 0 sec"
                                + " before next attempt."
                        : "not asked",
                told.whyStopped("web#1"));
        assertEquals(
                blocked
                        ? List.of(
                                "1s PROVISIONING",
                                "4s PENDING",
                                "49s STOPPING",
                                "49s DEPROVISIONING",
                                "51s STOPPED")
                        : List.of(
                                "1s PROVISIONING", "4s PENDING", "6.3s ACTIVATING", "7.3s RUNNING"),
                told.lifeOf("web#1"));
    }

    /// The task role, not the execution role, and only with IAM authorization.
    @ParameterizedTest
    @CsvSource({"mounter, true, false", "mounter, false, true", "other, true, true"})
    void policyThatLetsOnlyRolesIn(String role, boolean withIam, boolean denied) {
        var iam =
                withIam
                        ? ", \"transitEncryption\": \"ENABLED\", \"authorizationConfig\": {\"iam\":"
                                + " \"ENABLED\"}"
                        : "";
        var world = mounting("\"iamOnly\": true, " + BOTH, iam);
        var told =
                world.run(
                                "1s",
                                "web",
                                1,
                                ", \"launchType\": \"FARGATE\", \"overrides\": {\"taskRoleArn\":"
                                        + " \"arn:aws:iam::111122223333:role/"
                                        + role
                                        + "\"}, \"networkConfiguration\": {\"awsvpcConfiguration\":"
                                        + " {\"subnets\": [\"${subnet/a}\"], \"assignPublicIp\":"
                                        + " \"ENABLED\"}}")
                        .until("60s")
                        .told();
        assertEquals(
                denied
                        ? START + "mount.nfs4: access denied by server while mounting 127.0.0.1:/"
                        : "not asked",
                told.whyStopped("web#1"));
    }

    @ParameterizedTest
    @CsvSource({"${accessPoint/data#2}, false", "fsap-0123456789abcdef0, true"})
    void accessPointOfAnotherFileSystem(String point, boolean denied) {
        var efs =
                ", \"transitEncryption\": \"ENABLED\", \"authorizationConfig\": {\"accessPointId\":"
                        + " \""
                        + point
                        + "\"}";
        assertEquals(
                denied
                        ? START + "mount.nfs4: access denied by server while mounting 127.0.0.1:/"
                        : "not asked",
                why(mounting("\"accessPoints\": 2, " + BOTH, efs)));
    }

    @ParameterizedTest
    @CsvSource({"/, not asked", "/web, not asked", "/old, missing"})
    void directoryThatIsMissing(String root, String outcome) {
        var world =
                mounting(
                        "\"directories\": [\"/web\"], " + BOTH,
                        ", \"rootDirectory\": \"" + root + "\"");
        assertEquals(
                outcome.equals("missing")
                        ? START
                                + "mount.nfs4: mounting 127.0.0.1:/old failed, reason given by"
                                + " server: No such file or directory"
                        : outcome,
                why(world));
    }
}
