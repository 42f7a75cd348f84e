package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandIsRefusedTest {

    private static final String REGISTER_FIELDS =
            "family, taskRoleArn, executionRoleArn, networkMode, containerDefinitions, volumes,"
                    + " placementConstraints, requiresCompatibilities, cpu, memory, tags, pidMode,"
                    + " ipcMode, proxyConfiguration, inferenceAccelerators, ephemeralStorage,"
                    + " runtimePlatform, enableFaultInjection";

    /// What is said is what aws-cli 1.45.11 printed for the same file.
    @Test
    void inTheWordsOfAwsCommandLineWithAllProblemsTogether() {
        assertEquals(
                List.of(
                        new Problem(
                                "",
                                1,
                                "Missing required parameter in input: \"family\"",
                                "Add \"family\"."),
                        new Problem(
                                "",
                                2,
                                "Unknown parameter in input: \"famly\", must be one of: "
                                        + REGISTER_FIELDS,
                                "Write \"family\"."),
                        new Problem(
                                "",
                                3,
                                "Invalid type for parameter cpu, value: 256, type: <class 'int'>,"
                                        + " valid types: <class 'str'>",
                                "Write it in quotes: \"256\"."),
                        new Problem(
                                "",
                                5,
                                "Invalid type for parameter containerDefinitions[0].memory, value:"
                                        + " 5, type: <class 'str'>, valid types: <class 'int'>",
                                "Write it without quotes: 5."),
                        new Problem(
                                "",
                                6,
                                "Invalid type for parameter containerDefinitions[0].essential,"
                                        + " value: yes, type: <class 'str'>, valid types: <class"
                                        + " 'bool'>",
                                "Write true or false, without quotes."),
                        new Problem(
                                "",
                                7,
                                "Invalid type for parameter containerDefinitions[0].environment,"
                                        + " value: {'A': 'b'}, type: <class 'dict'>, valid types:"
                                        + " <class 'list'>, <class 'tuple'>",
                                "Write a list: [{\"name\": …, \"value\": …}]."),
                        new Problem(
                                "",
                                8,
                                "Unknown parameter in containerDefinitions[0].portMappings[0]:"
                                        + " \"port\", must be one of: containerPort, hostPort,"
                                        + " protocol, name, appProtocol, containerPortRange",
                                "Delete \"port\", or write one of these."),
                        new Problem(
                                "",
                                9,
                                "Invalid type for parameter tags, value: None, type: <class"
                                        + " 'NoneType'>, valid types: <class 'list'>, <class"
                                        + " 'tuple'>",
                                "Write a list: [{\"key\": …, \"value\": …}]."),
                        new Problem(
                                "",
                                10,
                                "Invalid type for parameter memory, value: True, type: <class"
                                        + " 'bool'>, valid types: <class 'str'>",
                                "Write it in quotes: \"true\"."),
                        new Problem(
                                "",
                                11,
                                "Invalid type for parameter volumes[0], value: 1.5, type: <class"
                                        + " 'float'>, valid types: <class 'dict'>",
                                "Write an object: { … }."),
                        new Problem(
                                "",
                                12,
                                "Invalid type for parameter requiresCompatibilities, value:"
                                        + " FARGATE, type: <class 'str'>, valid types: <class"
                                        + " 'list'>, <class 'tuple'>",
                                "Write a list: [\"FARGATE\"].")),
                problemsOf(
                        "ecs:RegisterTaskDefinition",
                        """
                        {
                         "famly": "web",
                         "cpu": 256,
                         "containerDefinitions": [{"name": "a",
                          "memory": "5",
                          "essential": "yes",
                          "environment": {"A": "b"},
                          "portMappings": [{"port": 3}]}],
                         "tags": null,
                         "memory": true,
                         "volumes": [1.5],
                         "requiresCompatibilities": "FARGATE"
                        }\
                        """));
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                refused(
                        "ecs:RunTsk",
                        "{}",
                        "there is no call \"ecs:RunTsk\"",
                        "Write \"ecs:RunTask\"."),
                refused(
                        "s3:PutObject",
                        "{}",
                        "there is no call \"s3:PutObject\"",
                        "Write one of ecs:RegisterTaskDefinition, ecs:RunTask, ecs:StopTask,"
                                + " ecs:CreateService, ecs:UpdateService, ecs:CreateCluster,"
                                + " iam:CreateRole, iam:AttachRolePolicy, iam:DetachRolePolicy,"
                                + " lab:Network, lab:LoadBalancer,"
                                + " lab:SendRequests."),
                refused(
                        "ecs:RunTask",
                        "[]",
                        "Invalid type for parameter input, value: [], type: <class 'list'>, valid"
                                + " types: <class 'dict'>",
                        "Write an object: { … }."),
                refused(
                        "ecs:RunTask",
                        "{\"taskDefinition\": \"web\", \"count\": 99999999999}",
                        "Invalid value for parameter count, value: 99999999999, valid max value:"
                                + " 2147483647",
                        "Write a smaller number."),
                refused(
                        "ecs:RunTask",
                        "{\"taskDefinition\": \"web\", \"count\": 1e2}",
                        "Invalid type for parameter count, value: 1e2, type: <class 'float'>,"
                                + " valid types: <class 'int'>",
                        "Write a whole number, without quotes."),
                refused(
                        "ecs:RunTask",
                        "{\"taskDefinition\": \"web\", \"networkConfiguration\":"
                                + " {\"awsvpcConfiguration\": {\"assignPublicIp\": \"ENABLED\"}}}",
                        "Missing required parameter in networkConfiguration.awsvpcConfiguration:"
                                + " \"subnets\"",
                        "Add \"subnets\"."),
                refused(
                        "ecs:RunTask",
                        "{\"taskDefinition\": \"web\", \"networkConfiguration\":"
                                + " {\"awsvpcConfiguration\": {\"subnets\": [],"
                                + " \"assignPublicIp\": \"yes\"}}}",
                        "assignPublicIp is \"yes\"",
                        "Write ENABLED or DISABLED."),
                refused(
                        "iam:CreateRole",
                        "{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": 5}",
                        "Invalid type for parameter AssumeRolePolicyDocument, value: 5, type:"
                                + " <class 'int'>, valid types: <class 'str'>",
                        "Write it in quotes: \"5\"."),
                refused(
                        "iam:CreateRole",
                        "{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": \"{'a': 1}\"}",
                        "a ' begins no JSON text",
                        "Write \" around texts."),
                refused(
                        "iam:CreateRole",
                        "{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": {\"Statement\":"
                                + " {\"Effect\": \"allow\", \"Principal\": {\"Service\": \"s\"},"
                                + " \"Action\": \"sts:AssumeRole\"}}}",
                        "\"Effect\" of a statement of a trust policy must be Allow or Deny",
                        "Write it such as \"Allow\"."),
                refused(
                        "lab:Network",
                        "{\"availabilityZones\": [\"us-east-1a\"], \"subnets\": \"pubic\"}",
                        "\"subnets\" of lab:Network must be one of public, private",
                        "Write it such as \"public\"."),
                refused(
                        "lab:Network",
                        "{\"availabilityZones\": [], \"subnets\": \"public\"}",
                        "\"availabilityZones\" of lab:Network has no zone",
                        "Write it such as [\"us-east-1a\"]."),
                refused(
                        "lab:LoadBalancer",
                        "{\"name\": \"web\", \"listener\": 80}",
                        "lab:LoadBalancer has no \"targetGroup\"",
                        "Add it, such as \"targetGroup\": {\"name\": \"web\", \"targetType\":"
                                + " \"ip\", \"port\": 80}."),
                refused(
                        "lab:LoadBalancer",
                        "{\"name\": \"web\", \"listener\": 0, \"targetGroup\": {\"name\": \"web\","
                                + " \"targetType\": \"ip\", \"port\": 80}}",
                        "\"listener\" of lab:LoadBalancer must be a whole number from 1 to 65535",
                        "Write it such as 1."));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void withWhatIsWrongAndHowToMendIt(String call, String json, Problem expected) {
        assertEquals(List.of(expected), problemsOf(call, json));
    }

    private static Arguments refused(String call, String json, String what, String remedy) {
        return Arguments.of(call, json, new Problem("", 1, what, remedy));
    }

    private static List<Problem> problemsOf(String call, String json) {
        return assertThrows(BadInput.class, () -> CommandReader.read(call, json)).problems();
    }
}
