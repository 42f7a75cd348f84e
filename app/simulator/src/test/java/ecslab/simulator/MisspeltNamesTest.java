package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name that nothing has is answered with the nearest that something has.
class MisspeltNamesTest {

    private static final String WITH_ROLE =
            "{\"RoleName\": \"%\", \"PolicyArn\":"
                    + " \"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess\"}";

    private static Live live() {
        return Live.at(
                "10s",
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .role("webTaskRole")
                        .family("web", "bridge", 128, 128, "none")
                        .service("1s", "web", 1, ", \"launchType\": \"EC2\""));
    }

    private static String with(String call, String name) {
        return switch (call) {
            case "iam:AttachRolePolicy" -> WITH_ROLE.replace("%", name);
            case "ecs:DeleteCluster" -> "{\"cluster\": \"" + name + "\"}";
            case "ecs:UpdateService" -> "{\"cluster\": \"demo\", \"service\": \"" + name + "\"}";
            case "ecs:RunTask" -> "{\"cluster\": \"demo\", \"taskDefinition\": \"" + name + "\"}";
            case "lab:ZoneOutage" -> "{\"zone\": \"" + name + "\"}";
            case "lab:StopInstance" -> "{\"instance\": \"" + name + "\"}";
            default -> "{\"cluster\": \"demo\", \"containerInstance\": \"" + name + "\"}";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:DeleteCluster, dmo, dmo, demo",
        "ecs:UpdateService, weeb, weeb, web",
        "ecs:RunTask, wbe, wbe, web",
        "ecs:RunTask, weeb:2, weeb, web",
        "ecs:DeregisterContainerInstance, ${instance/poll#2}, poll#2, pool#2",
        "lab:StopInstance, instance/pol#1, pol#1, pool#1",
        "lab:ZoneOutage, us-east-1d, us-east-1d, us-east-1a",
        "iam:AttachRolePolicy, webTaskRoll, webTaskRoll, webTaskRole"
    })
    void nearestIsNamed(String call, String written, String name, String near) {
        var error = (ApiError) live().call(call, with(call, written));
        assertEquals(Phrase.of("remedy.nearest", "name", name, "near", near), error.remedy());
    }
}
