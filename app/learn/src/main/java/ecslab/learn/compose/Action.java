package ecslab.learn.compose;

import static ecslab.learn.compose.Field.Rank.RARE;
import static ecslab.learn.compose.Field.Rank.REQUIRED;
import static ecslab.learn.compose.Field.Rank.USUAL;
import static ecslab.learn.compose.Field.document;
import static ecslab.learn.compose.Field.flag;
import static ecslab.learn.compose.Field.oneOf;
import static ecslab.learn.compose.Field.someOf;
import static ecslab.learn.compose.Field.subnets;
import static ecslab.learn.compose.Field.text;
import static ecslab.learn.compose.Field.usually;
import static ecslab.learn.compose.Field.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An API action that a learner can call by a form. The fields are those that lessons need, under
/// AWS's names; every other field of AWS can be written as JSON.
///
/// @param call such as `ecs:RunTask`
/// @param fits whether there is something that it can work on
record Action(String call, Predicate<Known> fits, List<Field> fields) {

    private static final String AWSVPC = "/networkConfiguration/awsvpcConfiguration/";

    /// As one builds things up.
    private static final List<Action> BUILDING =
            List.of(
                    new Action(
                            "ecs:CreateCluster", _ -> true, List.of(text("/clusterName", USUAL))),
                    new Action("ecs:RegisterTaskDefinition", _ -> true, taskDefinition()),
                    new Action("ecs:RunTask", Action::canRun, runTask()),
                    new Action("ecs:CreateService", Action::canRun, createService()),
                    new Action(
                            "ecs:UpdateService",
                            known -> !known.services().isEmpty(),
                            updateService()),
                    new Action("ecs:StopTask", known -> !known.tasks().isEmpty(), stopTask()),
                    new Action(
                            "lab:SendRequests",
                            known -> !known.loadBalancers().isEmpty(),
                            sendRequests()),
                    new Action("iam:CreateRole", _ -> false, createRole()),
                    new Action("iam:AttachRolePolicy", _ -> false, rolePolicy()),
                    new Action("iam:DetachRolePolicy", _ -> false, rolePolicy()),
                    new Action("lab:Network", _ -> false, network()),
                    new Action("lab:LoadBalancer", _ -> false, loadBalancer()));

    /// In the order in which they are offered: building things up first, breaking them last.
    static final List<Action> ALL =
            Stream.of(BUILDING, LabActions.MACHINES, LabActions.FAULTS, LabActions.NEIGHBOURS)
                    .flatMap(List::stream)
                    .toList();

    static Optional<Action> of(String call) {
        return ALL.stream().filter(action -> action.call().equals(call)).findFirst();
    }

    /// Such as `RunTask`.
    String name() {
        return call.substring(call.indexOf(':') + 1);
    }

    /// Such as `ecs`.
    String api() {
        return call.substring(0, call.indexOf(':'));
    }

    /// The key of what it does.
    String does() {
        return "learn.action." + name();
    }

    private static boolean canRun(Known known) {
        return !known.clusters().isEmpty() && !known.taskDefinitions().isEmpty();
    }

    private static List<Field> taskDefinition() {
        var container = "/containerDefinitions/0/";
        return List.of(
                text("/family", REQUIRED),
                someOf("/requiresCompatibilities", USUAL, "FARGATE", "EC2"),
                oneOf("/networkMode", USUAL, "awsvpc", "bridge", "host", "none"),
                usually("/cpu", USUAL, "256", "512", "1024", "2048"),
                usually("/memory", USUAL, "512", "1024", "2048", "4096"),
                text("/executionRoleArn", USUAL, Known::roleArns),
                text("/taskRoleArn", RARE, Known::roleArns),
                text(container + "name", REQUIRED),
                text(container + "image", REQUIRED, Known::images),
                whole(container + "portMappings/0/containerPort", USUAL, "80", "8080"),
                flag(container + "essential", RARE),
                whole(container + "stopTimeout", RARE, "30", "120"),
                usually(container + "logConfiguration/logDriver", RARE, "awslogs"));
    }

    private static List<Field> runTask() {
        return List.of(
                text("/cluster", USUAL, Known::clusters),
                text("/taskDefinition", REQUIRED, Known::taskDefinitions),
                oneOf("/launchType", USUAL, "FARGATE", "EC2"),
                whole("/count", USUAL, "1", "2", "3"),
                subnets(AWSVPC + "subnets", USUAL),
                oneOf(AWSVPC + "assignPublicIp", USUAL, "ENABLED", "DISABLED"),
                text("/group", RARE),
                text("/startedBy", RARE));
    }

    private static List<Field> createService() {
        return List.of(
                text("/cluster", USUAL, Known::clusters),
                text("/serviceName", REQUIRED),
                text("/taskDefinition", USUAL, Known::taskDefinitions),
                whole("/desiredCount", USUAL, "1", "2", "3"),
                oneOf("/launchType", USUAL, "FARGATE", "EC2"),
                subnets(AWSVPC + "subnets", USUAL),
                oneOf(AWSVPC + "assignPublicIp", USUAL, "ENABLED", "DISABLED"),
                text("/loadBalancers/0/targetGroupArn", USUAL, Known::targetGroupArns),
                text("/loadBalancers/0/containerName", USUAL, Known::containers),
                whole("/loadBalancers/0/containerPort", USUAL, "80", "8080"),
                whole("/healthCheckGracePeriodSeconds", RARE, "30", "60"),
                whole("/deploymentConfiguration/minimumHealthyPercent", RARE, "50", "100"),
                whole("/deploymentConfiguration/maximumPercent", RARE, "150", "200"));
    }

    private static List<Field> updateService() {
        return List.of(
                text("/cluster", USUAL, Known::clusters),
                text("/service", REQUIRED, Known::services),
                whole("/desiredCount", USUAL),
                text("/taskDefinition", USUAL, Known::taskDefinitions),
                flag("/forceNewDeployment", RARE));
    }

    private static List<Field> stopTask() {
        return List.of(
                text("/cluster", USUAL, Known::clusters),
                text("/task", REQUIRED, Known::tasks),
                text("/reason", RARE));
    }

    private static List<Field> sendRequests() {
        return List.of(
                text("/to", REQUIRED, Known::loadBalancers),
                whole("/count", REQUIRED, "10", "30"),
                usually("/path", RARE, "/"));
    }

    private static List<Field> createRole() {
        return List.of(
                text("/RoleName", REQUIRED), document("/AssumeRolePolicyDocument", REQUIRED));
    }

    private static List<Field> rolePolicy() {
        var policies = "arn:aws:iam::aws:policy/";
        return List.of(
                text("/RoleName", REQUIRED, Known::roleNames),
                usually(
                        "/PolicyArn",
                        REQUIRED,
                        policies + "service-role/AmazonECSTaskExecutionRolePolicy",
                        policies + "AmazonS3ReadOnlyAccess"));
    }

    private static List<Field> network() {
        return List.of(
                someOf("/availabilityZones", REQUIRED, "us-east-1a", "us-east-1b", "us-east-1c"),
                oneOf("/subnets", REQUIRED, "public", "private"));
    }

    private static List<Field> loadBalancer() {
        var group = "/targetGroup/";
        return Stream.of(
                        text("/name", REQUIRED),
                        whole("/listener", REQUIRED, "80"),
                        text(group + "name", REQUIRED),
                        oneOf(group + "targetType", REQUIRED, "ip", "instance"),
                        whole(group + "port", REQUIRED, "80", "8080"),
                        usually(group + "healthCheckPath", USUAL, "/", "/health"),
                        usually(group + "healthCheckInterval", RARE, "5s", "30s"),
                        whole(group + "unhealthyThreshold", RARE, "2", "3"),
                        usually(group + "deregistrationDelay", RARE, "10s", "300s"))
                .toList();
    }
}
