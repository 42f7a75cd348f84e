package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.DeploymentConfigurationInput.CircuitBreakerInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.EnvironmentFile;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import ecslab.wire.BadInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommandIsReadTest {

    @Test
    void taskDefinitionOfTheUserLoadsUnchanged() throws BadInput {
        assertEquals(
                new TaskDefinitionCommand.RegisterTaskDefinition(
                        "platform-task",
                        Given.of("awsvpc"),
                        List.of("FARGATE"),
                        Given.of("256"),
                        Given.of("512"),
                        Given.absent(),
                        Given.absent(),
                        List.of(
                                new ContainerDefinitionInput(
                                        Given.of("next-api"),
                                        Given.of("platform-docker-image:latest"),
                                        Given.absent(),
                                        Given.absent(),
                                        Given.absent(),
                                        Given.absent(),
                                        List.of(
                                                new PortMappingInput(
                                                        Given.of(8000),
                                                        Given.of(8000),
                                                        Given.of("tcp"),
                                                        Given.absent())),
                                        List.of(new EnvironmentVariable("ENV", "production")),
                                        Given.absent(),
                                        Given.absent(),
                                        ContainerSettingsInput.NONE,
                                        Unmodelled.NOTHING)),
                        List.of(),
                        Unmodelled.NOTHING),
                CommandReader.readTaskDefinition(
                        Path.of("../../lessons/scenarios/platform-task.json")));
    }

    @Test
    void whatWeDoNotModelIsKeptWhereItStood() throws BadInput {
        var command =
                (TaskDefinitionCommand.RegisterTaskDefinition)
                        CommandReader.read(
                                "ecs:RegisterTaskDefinition",
                                """
                                {"family": "web", "tags": [{"key": "team", "value": "a"}],
                                 "pidMode": "task",
                                 "containerDefinitions": [{
                                   "name": "web", "memory": 512, "essential": false,
                                   "stopTimeout": 60,
                                   "ulimits": [{"name": "nofile", "softLimit": 1, "hardLimit": 2}],
                                   "portMappings": [{"containerPort": 80, "appProtocol": "http"}],
                                   "logConfiguration": {"logDriver": "awslogs",
                                     "secretOptions": []}}]}\
                                """);

        assertEquals(
                kept(
                        "tags", "[{\"key\":\"team\",\"value\":\"a\"}]",
                        "pidMode", "\"task\""),
                command.unmodelled());
        assertEquals(
                new ContainerDefinitionInput(
                        Given.of("web"),
                        Given.absent(),
                        Given.absent(),
                        Given.of(512),
                        Given.absent(),
                        Given.of(false),
                        List.of(
                                new PortMappingInput(
                                        Given.of(80),
                                        Given.absent(),
                                        Given.absent(),
                                        Given.absent())),
                        List.of(),
                        Given.of(60),
                        Given.of("awslogs"),
                        ContainerSettingsInput.NONE,
                        kept(
                                "ulimits",
                                "[{\"name\":\"nofile\",\"softLimit\":1,\"hardLimit\":2}]",
                                "portMappings[0].appProtocol",
                                "\"http\"",
                                "logConfiguration.secretOptions",
                                "[]")),
                command.containerDefinitions().getFirst());
    }

    @Test
    void whatTasksNeedIsRead() throws BadInput {
        var command =
                (TaskDefinitionCommand.RegisterTaskDefinition)
                        CommandReader.read(
                                "ecs:RegisterTaskDefinition",
                                """
                                {"family": "web", "runtimePlatform": {"cpuArchitecture": "ARM64"},
                                 "ephemeralStorage": {"sizeInGiB": 40},
                                 "containerDefinitions": [{"name": "web",
                                   "environmentFiles": [{"value": "arn:s3:a.env", "type": "s3"}],
                                   "logConfiguration": {"logDriver": "awslogs",
                                     "options": {"awslogs-group": "/ecs/web"}}}],
                                 "volumes": [{"name": "a"},
                                   {"name": "b", "host": {"sourcePath": "/b"}},
                                   {"name": "c", "dockerVolumeConfiguration": {"scope": "shared",
                                     "autoprovision": true, "driver": "local"}},
                                   {"name": "d", "efsVolumeConfiguration": {"fileSystemId": "fs-1",
                                     "rootDirectory": "/web", "transitEncryption": "ENABLED",
                                     "authorizationConfig": {"accessPointId": "fsap-1",
                                       "iam": "ENABLED"}}},
                                   {"name": "e", "configuredAtLaunch": true},
                                   {"name": "f", "host": {}, "configuredAtLaunch": true}]}\
                                """);

        assertEquals(Given.of(new RuntimePlatform("ARM64", "")), command.runtimePlatform());
        assertEquals(Given.of(40), command.ephemeralStorage());
        var settings = command.containerDefinitions().getFirst().settings();
        assertEquals("{awslogs-group=/ecs/web}", settings.logOptions().toString());
        assertEquals(
                List.of(new EnvironmentFile("arn:s3:a.env", "s3")), settings.environmentFiles());
        assertEquals(
                List.of(
                        VolumeKind.BIND,
                        new VolumeKind.Bind("/b"),
                        new VolumeKind.Docker("shared", true, "local"),
                        new VolumeKind.Efs("fs-1", "/web", "ENABLED", "fsap-1", "ENABLED"),
                        new VolumeKind.AtLaunch(),
                        new VolumeKind.Several()),
                command.volumes().stream().map(Volume::kind).toList());
    }

    @Test
    void runTaskHasAllItsFields() throws BadInput {
        assertEquals(
                new TaskCommand.RunTask(
                        Given.of("demo"),
                        "web:2",
                        Given.of(2),
                        Given.of("FARGATE"),
                        List.of(),
                        Given.of(
                                new AwsVpcConfiguration(
                                        List.of("subnet-1"), List.of("sg-1"), false)),
                        Given.of("family:web"),
                        Given.of("me"),
                        TaskOverride.NONE,
                        kept("enableExecuteCommand", "true")),
                CommandReader.read(
                        "ecs:RunTask",
                        """
                        {"cluster": "demo", "taskDefinition": "web:2", "count": 2,
                         "launchType": "FARGATE", "group": "family:web", "startedBy": "me",
                         "networkConfiguration": {"awsvpcConfiguration":
                           {"subnets": ["subnet-1"], "securityGroups": ["sg-1"]}},
                         "enableExecuteCommand": true}\
                        """));
    }

    @Test
    void createServiceReadsTheCircuitBreaker() throws BadInput {
        assertEquals(
                new ServiceCommand.CreateService(
                        Given.absent(),
                        "web",
                        Given.of("web"),
                        Given.of(3),
                        Given.absent(),
                        List.of(),
                        Given.absent(),
                        List.of(new ServiceLoadBalancer("${targetGroup/web}", "web", 80)),
                        Given.of(30),
                        Given.of(
                                DeploymentConfigurationInput.percents(50, 200)
                                        .withCircuitBreaker(new CircuitBreakerInput(true, true))),
                        Given.of("ECS"),
                        SchedulingInput.NOTHING,
                        Unmodelled.NOTHING),
                CommandReader.read(
                        "ecs:CreateService",
                        """
                        {"serviceName": "web", "taskDefinition": "web", "desiredCount": 3,
                         "loadBalancers": [{"targetGroupArn": "${targetGroup/web}",
                           "containerName": "web", "containerPort": 80}],
                         "healthCheckGracePeriodSeconds": 30,
                         "deploymentController": {"type": "ECS"},
                         "deploymentConfiguration": {"minimumHealthyPercent": 50,
                           "maximumPercent": 200,
                           "deploymentCircuitBreaker": {"enable": true, "rollback": true}}}\
                        """));
    }

    @Test
    void smallCommandsAreRead() throws BadInput {
        assertEquals(
                List.of(
                        new ClusterCommand.CreateCluster(Given.absent(), Unmodelled.NOTHING),
                        new TaskCommand.StopTask(
                                Given.of("demo"), "abc", Given.of("changed my mind")),
                        new ServiceCommand.UpdateService(
                                Given.absent(),
                                "web",
                                Given.of(0),
                                Given.absent(),
                                List.of(),
                                Given.of(true),
                                Unmodelled.NOTHING),
                        new RoleCommand.AttachRolePolicy("r", "arn:aws:iam::aws:policy/p"),
                        new RoleCommand.DetachRolePolicy("r", "arn:aws:iam::aws:policy/p")),
                List.of(
                        CommandReader.read("ecs:CreateCluster", "{}"),
                        CommandReader.read(
                                "ecs:StopTask",
                                "{\"cluster\": \"demo\", \"task\": \"abc\","
                                        + " \"reason\": \"changed my mind\"}"),
                        CommandReader.read(
                                "ecs:UpdateService",
                                "{\"service\": \"web\", \"desiredCount\": 0,"
                                        + " \"forceNewDeployment\": true}"),
                        CommandReader.read(
                                "iam:AttachRolePolicy",
                                "{\"RoleName\": \"r\", \"PolicyArn\":"
                                        + " \"arn:aws:iam::aws:policy/p\"}"),
                        CommandReader.read(
                                "iam:DetachRolePolicy",
                                "{\"RoleName\": \"r\", \"PolicyArn\":"
                                        + " \"arn:aws:iam::aws:policy/p\"}")));
    }

    @Test
    void trustPolicyIsReadAsJsonAndAsTheTextThatAwsTakes() throws BadInput {
        var expected =
                new RoleCommand.CreateRole(
                        "r", List.of("ecs-tasks.amazonaws.com", "ec2.amazonaws.com"));
        var document =
                "{\"Version\": \"2012-10-17\", \"Statement\": ["
                        + "{\"Effect\": \"Allow\", \"Principal\": {\"Service\":"
                        + " [\"ecs-tasks.amazonaws.com\", \"ec2.amazonaws.com\","
                        + " \"lambda.amazonaws.com\"]}, \"Action\": \"sts:AssumeRole\"},"
                        + "{\"Effect\": \"Deny\", \"Principal\": {\"Service\":"
                        + " \"lambda.amazonaws.com\"}, \"Action\": [\"sts:AssumeRole\"]},"
                        + "{\"Effect\": \"Allow\", \"Principal\": {\"Service\":"
                        + " \"events.amazonaws.com\"}, \"Action\": \"sts:TagSession\"}]}";

        assertEquals(
                expected,
                CommandReader.read(
                        "iam:CreateRole",
                        "{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": " + document + "}"));
        assertEquals(
                expected,
                CommandReader.read(
                        "iam:CreateRole",
                        "{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": \""
                                + document.replace("\"", "\\\"")
                                + "\"}"));
    }

    @Test
    void loadBalancerOfTheLabTakesDurationsOfOurs() throws BadInput {
        assertEquals(
                new LabCommand.LabLoadBalancer(
                        "web",
                        80,
                        "blue",
                        "ip",
                        8000,
                        Given.of("/health"),
                        Given.of(Duration.ofSeconds(10)),
                        Given.of(3),
                        Given.of(Duration.ofSeconds(90))),
                CommandReader.read(
                        "lab:LoadBalancer",
                        """
                        {"name": "web", "listener": 80, "targetGroup": {"name": "blue",
                         "targetType": "ip", "port": 8000, "healthCheckPath": "/health",
                         "healthCheckInterval": "10s", "unhealthyThreshold": 3,
                         "deregistrationDelay": "1m30s"}}\
                        """));
    }

    private static Unmodelled kept(String... namesAndJson) {
        var fields = new TreeMap<String, String>(Map.of());
        for (var i = 0; i < namesAndJson.length; i += 2) {
            fields.put(namesAndJson[i], namesAndJson[i + 1]);
        }
        return new Unmodelled(fields);
    }
}
