package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.wire.BadInput;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRoundTripTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                command(
                        "ecs:CreateCluster",
                        "{\"clusterName\":\"demo\",\"settings\":[{\"name\":\"containerInsights\","
                                + "\"value\":\"enabled\"}]}",
                        "aws ecs create-cluster --cluster-name demo --settings"
                                + " '[{\"name\":\"containerInsights\",\"value\":\"enabled\"}]'"),
                command(
                        "ecs:RegisterTaskDefinition",
                        "{\"family\":\"web\",\"networkMode\":\"awsvpc\","
                                + "\"requiresCompatibilities\":[\"FARGATE\",\"EC2\"],"
                                + "\"cpu\":\".25 vCPU\",\"memory\":\"512\","
                                + "\"executionRoleArn\":\"arn:aws:iam::111122223333:role/x\","
                                + "\"containerDefinitions\":[{\"name\":\"web\",\"image\":\"web:1\","
                                + "\"cpu\":10,\"memory\":512,\"memoryReservation\":256,"
                                + "\"essential\":true,\"portMappings\":[{\"containerPort\":80,"
                                + "\"hostPort\":80,\"protocol\":\"tcp\",\"name\":\"http\","
                                + "\"appProtocol\":\"http2\"}],\"environment\":[{\"name\":\"WHO\","
                                + "\"value\":\"it's me\"}],\"stopTimeout\":60,"
                                + "\"logConfiguration\":{\"logDriver\":\"awslogs\",\"options\":"
                                + "{\"awslogs-region\":\"us-east-1\"}},\"dockerLabels\":{\"a.b\":"
                                + "\"c\"}}],\"ephemeralStorage\":{\"sizeInGiB\":21}}",
                        "aws ecs register-task-definition --family web --network-mode awsvpc"
                                + " --requires-compatibilities FARGATE EC2 --cpu '.25 vCPU'"
                                + " --memory 512 --execution-role-arn"
                                + " arn:aws:iam::111122223333:role/x --container-definitions"
                                + " '[{\"name\":\"web\",\"image\":\"web:1\",\"cpu\":10,"
                                + "\"memory\":512,\"memoryReservation\":256,\"essential\":true,"
                                + "\"portMappings\":[{\"containerPort\":80,\"hostPort\":80,"
                                + "\"protocol\":\"tcp\",\"name\":\"http\",\"appProtocol\":"
                                + "\"http2\"}],\"environment\":[{\"name\":\"WHO\",\"value\":"
                                + "\"it'\\''s me\"}],\"stopTimeout\":60,\"logConfiguration\":"
                                + "{\"logDriver\":\"awslogs\",\"options\":{\"awslogs-region\":"
                                + "\"us-east-1\"}},\"dockerLabels\":{\"a.b\":\"c\"}}]'"
                                + " --ephemeral-storage '{\"sizeInGiB\":21}'"),
                command(
                        "ecs:RunTask",
                        "{\"cluster\":\"demo\",\"taskDefinition\":\"web:2\",\"count\":2,"
                                + "\"launchType\":\"FARGATE\",\"networkConfiguration\":"
                                + "{\"awsvpcConfiguration\":{\"subnets\":[\"subnet-1\"],"
                                + "\"assignPublicIp\":\"ENABLED\"}},\"startedBy\":\"-me\","
                                + "\"enableECSManagedTags\":true,\"enableExecuteCommand\":false}",
                        "aws ecs run-task --cluster demo --task-definition web:2 --count 2"
                                + " --launch-type FARGATE --network-configuration"
                                + " '{\"awsvpcConfiguration\":{\"subnets\":[\"subnet-1\"],"
                                + "\"assignPublicIp\":\"ENABLED\"}}' --started-by=-me"
                                + " --enable-ecs-managed-tags --disable-execute-command"),
                command(
                        "ecs:StopTask",
                        "{\"cluster\":\"demo\",\"task\":\"0123abcd\",\"reason\":\"$HOME isn't"
                                + " it\"}",
                        "aws ecs stop-task --cluster demo --task 0123abcd --reason"
                                + " '$HOME isn'\\''t it'"),
                command(
                        "ecs:CreateService",
                        "{\"cluster\":\"demo\",\"serviceName\":\"web\",\"taskDefinition\":\"web\","
                                + "\"desiredCount\":3,\"launchType\":\"FARGATE\","
                                + "\"loadBalancers\":[{\"targetGroupArn\":\"${targetGroup/web}\","
                                + "\"containerName\":\"web\",\"containerPort\":80}],"
                                + "\"healthCheckGracePeriodSeconds\":0,\"deploymentConfiguration\":"
                                + "{\"minimumHealthyPercent\":50,\"maximumPercent\":150,"
                                + "\"alarms\":{\"alarmNames\":[],\"enable\":false,"
                                + "\"rollback\":false}}}",
                        "aws ecs create-service --cluster demo --service-name web"
                                + " --task-definition web --desired-count 3 --launch-type FARGATE"
                                + " --load-balancers '[{\"targetGroupArn\":"
                                + "\"${targetGroup/web}\",\"containerName\":\"web\","
                                + "\"containerPort\":80}]' --health-check-grace-period-seconds 0"
                                + " --deployment-configuration '{\"minimumHealthyPercent\":50,"
                                + "\"maximumPercent\":150,\"alarms\":{\"alarmNames\":[],"
                                + "\"enable\":false,\"rollback\":false}}'"),
                command(
                        "ecs:UpdateService",
                        "{\"cluster\":\"demo\",\"service\":\"web\",\"desiredCount\":4}",
                        "aws ecs update-service --cluster demo --service web --desired-count 4"),
                command(
                        "ecs:UpdateService",
                        "{\"service\":\"web\",\"taskDefinition\":\"web:2\","
                                + "\"forceNewDeployment\":true}",
                        "aws ecs update-service --service web --task-definition web:2"
                                + " --force-new-deployment"),
                command(
                        "iam:CreateRole",
                        "{\"RoleName\":\"r\",\"AssumeRolePolicyDocument\":"
                                + "\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":"
                                + "[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":{"
                                + "\\\"Service\\\":\\\"ecs-tasks.amazonaws.com\\\"},"
                                + "\\\"Action\\\":\\\"sts:AssumeRole\\\"}]}\"}",
                        "aws iam create-role --role-name r --assume-role-policy-document"
                                + " '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":"
                                + "\"Allow\",\"Principal\":{\"Service\":"
                                + "\"ecs-tasks.amazonaws.com\"},\"Action\":"
                                + "\"sts:AssumeRole\"}]}'"),
                command(
                        "iam:AttachRolePolicy",
                        "{\"RoleName\":\"r\",\"PolicyArn\":\"arn:aws:iam::aws:policy/p\"}",
                        "aws iam attach-role-policy --role-name r --policy-arn"
                                + " arn:aws:iam::aws:policy/p"),
                command(
                        "iam:DetachRolePolicy",
                        "{\"RoleName\":\"r\",\"PolicyArn\":\"arn:aws:iam::aws:policy/p\"}",
                        "aws iam detach-role-policy --role-name r --policy-arn"
                                + " arn:aws:iam::aws:policy/p"),
                command(
                        "lab:Network",
                        "{\"availabilityZones\":[\"us-east-1a\"],\"subnets\":\"private\"}",
                        "# lab:Network {\"availabilityZones\":[\"us-east-1a\"],"
                                + "\"subnets\":\"private\"}"),
                command(
                        "lab:SendRequests",
                        "{\"to\":\"loadBalancer/web\",\"path\":\"/\",\"count\":5}",
                        "# lab:SendRequests"
                                + " {\"to\":\"loadBalancer/web\",\"path\":\"/\",\"count\":5}"),
                command(
                        "lab:LoadBalancer",
                        "{\"name\":\"web\",\"listener\":80,\"targetGroup\":{\"name\":\"web\","
                                + "\"targetType\":\"ip\",\"port\":80,\"healthCheckPath\":\"/h\","
                                + "\"healthCheckInterval\":\"10s\",\"unhealthyThreshold\":3,"
                                + "\"deregistrationDelay\":\"1m30s\"}}",
                        "# lab:LoadBalancer {\"name\":\"web\",\"listener\":80,\"targetGroup\":"
                                + "{\"name\":\"web\",\"targetType\":\"ip\",\"port\":80,"
                                + "\"healthCheckPath\":\"/h\",\"healthCheckInterval\":\"10s\","
                                + "\"unhealthyThreshold\":3,\"deregistrationDelay\":\"1m30s\"}}"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsWrittenIsWhatWasRead(String call, String json, String typed) throws BadInput {
        var command = CommandReader.read(call, json);

        assertEquals(call, CommandJson.call(command));
        assertEquals(json, CommandJson.compact(command));
        assertEquals(typed, CliForm.of(command));
    }

    @Test
    void everyCallIsTried() {
        assertEquals(
                new TreeSet<>(CommandReader.calls()),
                new TreeSet<>(commands().map(one -> (String) one.get()[0]).toList()));
    }

    private static Arguments command(String call, String json, String typed) {
        return Arguments.of(call, json, typed);
    }
}
