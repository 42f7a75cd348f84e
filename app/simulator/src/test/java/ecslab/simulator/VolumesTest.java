package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.simulator.Written.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §2.7 Volumes of each kind: what is registered and what is refused. The words are ours.
class VolumesTest {

    private static Outcome register(String compatibility, String volumes) {
        var task =
                switch (compatibility) {
                    case "FARGATE" ->
                            ", \"networkMode\": \"awsvpc\", \"cpu\": \"256\", \"memory\": \"512\"";
                    case "WINDOWS" ->
                            ", \"runtimePlatform\": {\"operatingSystemFamily\":"
                                    + " \"WINDOWS_SERVER_2016_FULL\"}";
                    default -> "";
                };
        var asked = compatibility.equals("WINDOWS") ? "EC2" : compatibility;
        return Written.demo()
                .setup(
                        "ecs:RegisterTaskDefinition",
                        "{\"family\": \"web\", \"requiresCompatibilities\": [\""
                                + asked
                                + "\"]"
                                + task
                                + ", \"containerDefinitions\": [{\"name\": \"web\", \"image\":"
                                + " \"web:1\", \"memory\": 64}], \"volumes\": ["
                                + volumes
                                + "]}")
                .until("1s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FARGATE | {'name': 'v'}",
                "FARGATE | {'name': 'v', 'host': {}}",
                "EC2 | {'name': 'v', 'host': {'sourcePath': '/data'}}",
                "EC2 | {'name': 'v', 'dockerVolumeConfiguration': {}}",
                "EC2 | {'name': 'v', 'dockerVolumeConfiguration': {'scope': 'task'}}",
                "EXTERNAL | {'name': 'v', 'dockerVolumeConfiguration': {'scope': 'shared',"
                        + " 'autoprovision': true, 'driver': 'local'}}",
                "FARGATE | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1'}}",
                "EC2 | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1',"
                        + " 'rootDirectory': '/', 'transitEncryption': 'ENABLED',"
                        + " 'authorizationConfig': {'accessPointId': 'fsap-1', 'iam': 'ENABLED'}}}",
                "WINDOWS | {'name': 'v', 'fsxWindowsFileServerVolumeConfiguration':"
                    + " {'fileSystemId': 'fs-1', 'rootDirectory': 'share', 'authorizationConfig':"
                    + " {'credentialsParameter': 'arn', 'domain': 'd'}}}",
                "FARGATE | {'name': 'v', 'configuredAtLaunch': true}",
                "EC2 | {'name': 'v', 'configuredAtLaunch': true}, {'name': 'w'}"
            })
    void volumeIsRegistered(String compatibility, String volumes) {
        assertEquals(List.of(), register(compatibility, volumes.replace('\'', '"')).refused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FARGATE | {'name': 'v', 'host': {'sourcePath': '/data'}}"
                        + " | Fargate does not support 'sourcePath'.",
                "FARGATE | {'name': 'v', 'dockerVolumeConfiguration': {}}"
                        + " | Fargate does not support 'dockerVolumeConfiguration'.",
                "FARGATE | {'name': 'v', 'fsxWindowsFileServerVolumeConfiguration':"
                    + " {'fileSystemId': 'fs-1', 'rootDirectory': 'share', 'authorizationConfig':"
                    + " {'credentialsParameter': 'arn', 'domain': 'd'}}} | Fargate does not support"
                    + " 'fsxWindowsFileServerVolumeConfiguration'.",
                "EC2 | {'name': 'v', 'dockerVolumeConfiguration': {'scope': 'all'}}"
                        + " | Invalid 'scope' setting for volume 'v'.",
                "EC2 | {'name': 'v', 'dockerVolumeConfiguration': {'scope': 'task',"
                        + " 'autoprovision': true}} | Invalid 'autoprovision' setting for volume"
                        + " 'v'.",
                "EC2 | {'name': 'v', 'fsxWindowsFileServerVolumeConfiguration': {'fileSystemId':"
                        + " 'fs-1', 'rootDirectory': 'share', 'authorizationConfig':"
                        + " {'credentialsParameter': 'arn', 'domain': 'd'}}} | Invalid"
                        + " 'fsxWindowsFileServerVolumeConfiguration' setting for volume 'v'.",
                "FARGATE | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1',"
                        + " 'authorizationConfig': {'iam': 'ENABLED'}}} | Invalid"
                        + " 'transitEncryption' setting for volume 'v'.",
                "FARGATE | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1',"
                        + " 'transitEncryption': 'DISABLED', 'authorizationConfig':"
                        + " {'accessPointId': 'fsap-1'}}} | Invalid 'transitEncryption' setting for"
                        + " volume 'v'.",
                "FARGATE | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1',"
                        + " 'rootDirectory': '/web', 'transitEncryption': 'ENABLED',"
                        + " 'authorizationConfig': {'accessPointId': 'fsap-1'}}} | Invalid"
                        + " 'rootDirectory' setting for volume 'v'.",
                "EXTERNAL | {'name': 'v', 'efsVolumeConfiguration': {'fileSystemId': 'fs-1'}}"
                        + " | Invalid 'efsVolumeConfiguration' setting for volume 'v'.",
                "EXTERNAL | {'name': 'v', 'configuredAtLaunch': true}"
                        + " | Invalid 'configuredAtLaunch' setting for volume 'v'.",
                "EC2 | {'name': 'v', 'configuredAtLaunch': true}, {'name': 'w',"
                        + " 'configuredAtLaunch': true} | Invalid 'configuredAtLaunch' setting for"
                        + " volume 'w'.",
                "EC2 | {'name': 'v', 'host': {}, 'configuredAtLaunch': true}"
                        + " | Invalid 'host' setting for volume 'v'.",
                "EC2 | {'name': 'v'}, {'name': 'v'} | Invalid 'name' setting for volume 'v'."
            })
    void volumeIsRefused(String compatibility, String volumes, String words) {
        assertEquals(
                List.of("ClientException: " + words),
                register(compatibility, volumes.replace('\'', '"')).refused());
    }

    /// A volume's file system shows with its id, also where its selector was written.
    @Test
    void selectorStandsForTheFileSystem() {
        var run =
                Written.demo()
                        .setup("lab:FileSystem", "{\"name\": \"data\"}")
                        .onFargate(
                                "web",
                                "web:1",
                                "",
                                ", \"volumes\": [{\"name\": \"v\", \"efsVolumeConfiguration\":"
                                        + " {\"fileSystemId\": \"${fileSystem/data}\"}}]")
                        .until("1s")
                        .run();
        var definition = run.snapshot().taskDefinitions().values().iterator().next();
        var written = definition.volumes().getFirst().unmodelled().fields();
        assertEquals(
                "{\"fileSystemId\":\"fs-0HEX\"}",
                written.get("efsVolumeConfiguration").replaceAll("fs-0[0-9a-f]{16}", "fs-0HEX"));
    }
}
