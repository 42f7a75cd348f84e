package ecslab.wire.command;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceLoadBalancer.Advanced;
import ecslab.wire.Problems;
import ecslab.wire.json.Json;
import java.util.List;

/// Makes commands of inputs that [InputCheck] has found right.
final class AwsCommands {

    private AwsCommands() {}

    /// Reads one of the table's actions.
    ///
    /// @param call such as `ecs:RunTask`
    static Command read(String call, Json.Struct json, Problems problems) {
        var input = Input.of(json);
        return switch (call) {
            case "ecs:CreateCluster" ->
                    new ClusterCommand.CreateCluster(
                            input.text("clusterName"),
                            input.texts("capacityProviders"),
                            CapacityCommands.strategy(input, "defaultCapacityProviderStrategy"),
                            CapacityCommands.settings(input),
                            input.unmodelled());
            case "ecs:DeleteCluster" -> new ClusterCommand.DeleteCluster(input.need("cluster"));
            case "ecs:PutClusterCapacityProviders" -> CapacityCommands.putProviders(input);
            case "ecs:CreateCapacityProvider" -> CapacityCommands.createProvider(input);
            case "ecs:DeleteCapacityProvider" ->
                    new ClusterCommand.DeleteCapacityProvider(input.need("capacityProvider"));
            case "ecs:UpdateCluster", "ecs:UpdateClusterSettings" ->
                    CapacityCommands.updateCluster(call, input);
            case "ecs:UpdateCapacityProvider" -> CapacityCommands.updateProvider(input);
            case "ecs:PutAttributes", "ecs:DeleteAttributes", "ecs:ListAttributes" ->
                    AttributeCommands.read(call, input);
            case "ecs:UpdateContainerInstancesState" -> CapacityCommands.updateState(input);
            case "ecs:DeregisterContainerInstance" -> CapacityCommands.deregister(input);
            case "ecs:PutAccountSetting" ->
                    new ClusterCommand.PutAccountSetting(input.need("name"), input.need("value"));
            case "ecs:RegisterTaskDefinition" -> registerTaskDefinition(input);
            case "ecs:DeregisterTaskDefinition" ->
                    new TaskDefinitionCommand.DeregisterTaskDefinition(
                            input.need("taskDefinition"));
            case "ecs:DeleteTaskDefinitions" ->
                    new TaskDefinitionCommand.DeleteTaskDefinitions(input.texts("taskDefinitions"));
            case "ecs:DescribeTaskDefinition" ->
                    new TaskDefinitionCommand.DescribeTaskDefinition(input.need("taskDefinition"));
            case "ecs:ListTaskDefinitions" ->
                    new TaskDefinitionCommand.ListTaskDefinitions(
                            input.text("familyPrefix"), input.text("status"));
            case "ecs:DescribeTasks" ->
                    new TaskCommand.DescribeTasks(input.text("cluster"), input.texts("tasks"));
            case "ecs:RunTask" -> runTask(input, problems);
            case "ecs:StartTask" -> startTask(input, problems);
            case "ecs:StopTask" ->
                    new TaskCommand.StopTask(
                            input.text("cluster"), input.need("task"), input.text("reason"));
            case "ecs:CreateService" -> createService(input, problems);
            case "ecs:UpdateService" -> updateService(input, problems);
            case "iam:CreateRole" -> createRole(input, problems);
            case "iam:AttachRolePolicy" ->
                    new RoleCommand.AttachRolePolicy(
                            input.need("RoleName"), input.need("PolicyArn"));
            case "iam:DetachRolePolicy" ->
                    new RoleCommand.DetachRolePolicy(
                            input.need("RoleName"), input.need("PolicyArn"));
            default -> others(call, input, problems);
        };
    }

    private static Command others(String call, Input input, Problems problems) {
        if (call.startsWith(CodeDeployCommands.API)) {
            return CodeDeployCommands.read(call, input, problems);
        }
        return call.startsWith(BalancingCommands.API)
                ? BalancingCommands.read(call, input, problems)
                : DeploymentCommands.read(call, input, problems)
                        .orElseGet(() -> ReadCommands.read(call, input));
    }

    private static Command registerTaskDefinition(Input input) {
        return new TaskDefinitionCommand.RegisterTaskDefinition(
                input.need("family"),
                input.text("networkMode"),
                input.texts("requiresCompatibilities"),
                input.text("cpu"),
                input.text("memory"),
                input.text("executionRoleArn"),
                input.text("taskRoleArn"),
                input.structuresOfTheirOwn("containerDefinitions").stream()
                        .map(AwsCommands::containerDefinition)
                        .toList(),
                input.structuresOfTheirOwn("volumes").stream().map(VolumeInputs::volume).toList(),
                PlacementCommands.constraints(input),
                input.structure("runtimePlatform")
                        .map(one ->
                                Given.of(
                                        new RuntimePlatform(
                                                one.text("cpuArchitecture", ""),
                                                one.text("operatingSystemFamily", ""))))
                        .orElse(Given.absent()),
                input.structure("ephemeralStorage")
                        .map(one -> one.integer("sizeInGiB"))
                        .orElse(Given.absent()),
                input.unmodelled());
    }

    private static ContainerDefinitionInput containerDefinition(Input input) {
        var log = input.structure("logConfiguration");
        return new ContainerDefinitionInput(
                input.text("name"),
                input.text("image"),
                input.integer("cpu"),
                input.integer("memory"),
                input.integer("memoryReservation"),
                input.flag("essential"),
                input.structures("portMappings").stream().map(AwsCommands::portMapping).toList(),
                input.structures("environment").stream()
                        .map(one -> new EnvironmentVariable(one.need("name"), one.need("value")))
                        .toList(),
                input.integer("stopTimeout"),
                log.map(one -> one.text("logDriver")).orElse(Given.absent()),
                ContainerInputs.settings(input, log),
                input.unmodelled());
    }

    private static PortMappingInput portMapping(Input input) {
        return new PortMappingInput(
                input.integer("containerPort"),
                input.integer("hostPort"),
                input.text("protocol"),
                input.text("name"));
    }

    private static Command runTask(Input input, Problems problems) {
        return new TaskCommand.RunTask(
                input.text("cluster"),
                input.need("taskDefinition"),
                input.integer("count"),
                input.text("launchType"),
                CapacityCommands.strategy(input, "capacityProviderStrategy"),
                network(input, problems),
                input.text("group"),
                input.text("startedBy"),
                ContainerInputs.overrides(input),
                PlacementCommands.placement(input),
                input.unmodelled());
    }

    private static Command startTask(Input input, Problems problems) {
        return new TaskCommand.StartTask(
                input.text("cluster"),
                input.texts("containerInstances"),
                input.need("taskDefinition"),
                network(input, problems),
                input.text("group"),
                input.text("startedBy"),
                ContainerInputs.overrides(input),
                input.unmodelled());
    }

    private static Command createService(Input input, Problems problems) {
        return new ServiceCommand.CreateService(
                input.text("cluster"),
                input.need("serviceName"),
                input.text("taskDefinition"),
                input.integer("desiredCount"),
                input.text("launchType"),
                CapacityCommands.strategy(input, "capacityProviderStrategy"),
                network(input, problems),
                loadBalancers(input),
                input.integer("healthCheckGracePeriodSeconds"),
                DeploymentCommands.configuration(input),
                controller(input),
                PlacementCommands.scheduling(input),
                input.unmodelled());
    }

    static List<ServiceLoadBalancer> loadBalancers(Input input) {
        return input.structures("loadBalancers").stream().map(AwsCommands::loadBalancer).toList();
    }

    private static Given<String> controller(Input input) {
        return input.structure("deploymentController")
                .map(one -> one.text("type"))
                .orElse(Given.absent());
    }

    private static ServiceLoadBalancer loadBalancer(Input input) {
        return new ServiceLoadBalancer(
                input.need("targetGroupArn"),
                input.need("loadBalancerName"),
                input.need("containerName"),
                input.integer("containerPort").orElse(0),
                input.structure("advancedConfiguration")
                        .map(one ->
                                new Advanced(
                                        one.text("alternateTargetGroupArn", ""),
                                        one.text("productionListenerRule", ""),
                                        one.text("testListenerRule", ""),
                                        one.text("roleArn", "")))
                        .orElse(Advanced.NONE));
    }

    private static Command updateService(Input input, Problems problems) {
        return new ServiceCommand.UpdateService(
                input.text("cluster"),
                input.need("service"),
                input.integer("desiredCount"),
                input.text("taskDefinition"),
                CapacityCommands.strategy(input, "capacityProviderStrategy"),
                input.flag("forceNewDeployment"),
                new ServiceCommand.ServiceChanges(
                        network(input, problems),
                        input.json().get("loadBalancers").isPresent()
                                ? Given.of(loadBalancers(input))
                                : Given.absent(),
                        input.integer("healthCheckGracePeriodSeconds"),
                        DeploymentCommands.configuration(input),
                        controller(input)),
                PlacementCommands.scheduling(input),
                input.unmodelled());
    }

    static Given<AwsVpcConfiguration> network(Input input, Problems problems) {
        return input.structure("networkConfiguration")
                .flatMap(network -> network.structure("awsvpcConfiguration"))
                .map(awsvpc ->
                        Given.of(
                                new AwsVpcConfiguration(
                                        awsvpc.texts("subnets"),
                                        awsvpc.texts("securityGroups"),
                                        assignPublicIp(awsvpc, problems))))
                .orElse(Given.absent());
    }

    private static boolean assignPublicIp(Input awsvpc, Problems problems) {
        var written = awsvpc.text("assignPublicIp", "DISABLED");
        if (!List.of("ENABLED", "DISABLED").contains(written)) {
            problems.add(
                    awsvpc.json().placeOfField("assignPublicIp"),
                    "assignPublicIp is \"" + written + "\"",
                    "Write ENABLED or DISABLED.");
        }
        return written.equals("ENABLED");
    }

    private static Command createRole(Input input, Problems problems) {
        var services =
                input.json()
                        .get("AssumeRolePolicyDocument")
                        .map(document -> TrustPolicy.trustedServices(document, problems))
                        .orElse(List.of());
        return new RoleCommand.CreateRole(input.need("RoleName"), services);
    }
}
