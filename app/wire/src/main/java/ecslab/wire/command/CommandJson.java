package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabNeighbour;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.Spans;
import ecslab.wire.output.Echo;
import ecslab.wire.output.JsonText;
import ecslab.wire.output.OverridesJson;
import ecslab.wire.output.ServiceWiringJson;
import ecslab.wire.output.SettingsJson;
import ecslab.wire.output.TrustDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Writes a command as the JSON that [CommandReader] reads: what comes back is the same command.
public final class CommandJson {

    private CommandJson() {}

    /// Such as `ecs:RunTask`.
    public static String call(Command command) {
        return command.api() + ":" + command.action();
    }

    /// In one line, without blanks.
    public static String compact(Command command) {
        return JsonText.compact(of(command));
    }

    static ObjectNode of(Command command) {
        return switch (command) {
            case TaskDefinitionCommand.RegisterTaskDefinition register ->
                    registerTaskDefinition(register);
            case TaskDefinitionCommand.DeregisterTaskDefinition(var name) ->
                    object().put("taskDefinition", name);
            case TaskDefinitionCommand.DeleteTaskDefinitions(var names) ->
                    listed("taskDefinitions", names);
            case TaskDefinitionCommand.DescribeTaskDefinition(var name) ->
                    object().put("taskDefinition", name);
            case TaskDefinitionCommand.ListTaskDefinitions(var family, var status) ->
                    listTaskDefinitions(family, status);
            case TaskCommand.DescribeTasks(var cluster, var tasks) -> describeTasks(cluster, tasks);
            case TaskCommand.RunTask run -> runTask(run);
            case TaskCommand.StartTask start -> startTask(start);
            case TaskCommand.StopTask stop -> stopTask(stop);
            case ServiceCommand.CreateService create -> createService(create);
            case ServiceCommand.UpdateService update -> updateService(update);
            case ReadCommand read -> ReadCommands.json(read);
            case ServiceCommand.DeleteService delete -> deleteService(delete);
            case DeploymentCommand some -> DeploymentJson.of(some);
            case CodeDeployCommand some -> CodeDeployJson.of(some);
            case WatchCommand some -> DeploymentJson.of(some);
            case RoleCommand.CreateRole create -> createRole(create);
            case RoleCommand.AttachRolePolicy(var role, var policy) -> rolePolicy(role, policy);
            case RoleCommand.DetachRolePolicy(var role, var policy) -> rolePolicy(role, policy);
            case BalancingCommand some -> BalancingJson.of(some);
            case CapacityCommand some -> CapacityJson.of(some);
            case LabCommand.LabNetwork network -> network(network);
            case LabCommand.LabLoadBalancer balancer -> loadBalancer(balancer);
            case LabOutage outage -> OutageCommands.json(outage);
            case LabFault fault -> FaultCommands.json(fault);
            case LabNeighbour neighbour -> NeighbourCommands.json(neighbour);
            case LabCommand.LabSendRequests(var to, var path, int count) ->
                    object().put("to", "loadBalancer/" + to).put("path", path).put("count", count);
        };
    }

    private static ObjectNode registerTaskDefinition(
            TaskDefinitionCommand.RegisterTaskDefinition register) {
        var json = object().put("family", register.family());
        put(json, "networkMode", register.networkMode());
        putTexts(json, "requiresCompatibilities", register.requiresCompatibilities());
        put(json, "cpu", register.cpu());
        put(json, "memory", register.memory());
        put(json, "executionRoleArn", register.executionRoleArn());
        put(json, "taskRoleArn", register.taskRoleArn());
        var containers = json.putArray("containerDefinitions");
        register.containerDefinitions().forEach(one -> containers.add(container(one)));
        if (!register.volumes().isEmpty()) {
            var volumes = json.putArray("volumes");
            register.volumes().forEach(one -> volumes.add(VolumeInputs.json(one)));
        }
        if (register.runtimePlatform() instanceof Given.Value<RuntimePlatform>(var platform)) {
            SettingsJson.platform(json, platform);
        }
        if (register.ephemeralStorage() instanceof Given.Value<Integer>(var gib)) {
            json.putObject("ephemeralStorage").put("sizeInGiB", gib);
        }
        if (!register.placementConstraints().isEmpty()) {
            PlacementCommands.constraintsInto(json, register.placementConstraints());
        }
        return with(json, register.unmodelled());
    }

    private static ObjectNode listed(String name, List<String> texts) {
        var json = object();
        addTexts(json.putArray(name), texts);
        return json;
    }

    private static ObjectNode listTaskDefinitions(Given<String> family, Given<String> status) {
        var json = object();
        put(json, "familyPrefix", family);
        put(json, "status", status);
        return json;
    }

    private static ObjectNode describeTasks(Given<String> cluster, List<String> tasks) {
        var json = object();
        put(json, "cluster", cluster);
        addTexts(json.putArray("tasks"), tasks);
        return json;
    }

    private static ObjectNode container(ContainerDefinitionInput container) {
        var json = object();
        put(json, "name", container.name());
        put(json, "image", container.image());
        putInt(json, "cpu", container.cpu());
        putInt(json, "memory", container.memory());
        putInt(json, "memoryReservation", container.memoryReservation());
        putFlag(json, "essential", container.essential());
        if (!container.portMappings().isEmpty()) {
            var mappings = json.putArray("portMappings");
            container.portMappings().forEach(one -> mappings.add(portMapping(one)));
        }
        putEnvironment(json, container.environment());
        putInt(json, "stopTimeout", container.stopTimeout());
        if (container.logDriver() instanceof Given.Value<String>(var driver)) {
            var log = json.putObject("logConfiguration").put("logDriver", driver);
            putMap(log, "options", container.settings().logOptions());
        }
        ContainerJson.into(json, container.settings());
        return with(json, container.unmodelled());
    }

    private static ObjectNode portMapping(PortMappingInput mapping) {
        var json = object();
        putInt(json, "containerPort", mapping.containerPort());
        putInt(json, "hostPort", mapping.hostPort());
        put(json, "protocol", mapping.protocol());
        put(json, "name", mapping.name());
        return json;
    }

    static void putEnvironment(ObjectNode json, List<EnvironmentVariable> variables) {
        if (!variables.isEmpty()) {
            var items = json.putArray("environment");
            variables.forEach(
                    one -> items.addObject().put("name", one.name()).put("value", one.value()));
        }
    }

    private static ObjectNode runTask(TaskCommand.RunTask run) {
        var json = object();
        put(json, "cluster", run.cluster());
        json.put("taskDefinition", run.taskDefinition());
        putInt(json, "count", run.count());
        put(json, "launchType", run.launchType());
        CapacityJson.strategy(json, "capacityProviderStrategy", run.capacityProviderStrategy());
        putNetwork(json, run.networkConfiguration());
        put(json, "group", run.group());
        put(json, "startedBy", run.startedBy());
        OverridesJson.into(json, run.overrides());
        PlacementCommands.into(json, run.placement());
        return with(json, run.unmodelled());
    }

    private static ObjectNode startTask(TaskCommand.StartTask start) {
        var json = object();
        put(json, "cluster", start.cluster());
        addTexts(json.putArray("containerInstances"), start.containerInstances());
        put(json, "group", start.group());
        putNetwork(json, start.networkConfiguration());
        OverridesJson.into(json, start.overrides());
        put(json, "startedBy", start.startedBy());
        json.put("taskDefinition", start.taskDefinition());
        return with(json, start.unmodelled());
    }

    private static ObjectNode stopTask(TaskCommand.StopTask stop) {
        var json = object();
        put(json, "cluster", stop.cluster());
        json.put("task", stop.task());
        put(json, "reason", stop.reason());
        return json;
    }

    private static ObjectNode createService(ServiceCommand.CreateService create) {
        var json = object();
        put(json, "cluster", create.cluster());
        json.put("serviceName", create.serviceName());
        put(json, "taskDefinition", create.taskDefinition());
        putInt(json, "desiredCount", create.desiredCount());
        put(json, "launchType", create.launchType());
        CapacityJson.strategy(json, "capacityProviderStrategy", create.capacityProviderStrategy());
        putNetwork(json, create.networkConfiguration());
        putBalancers(json, create.loadBalancers());
        putInt(json, "healthCheckGracePeriodSeconds", create.healthCheckGracePeriodSeconds());
        PlacementCommands.into(json, create.scheduling());
        DeploymentJson.configuration(json, create.deploymentConfiguration());
        putController(json, create.deploymentController());
        return with(json, create.unmodelled());
    }

    static void putBalancers(ObjectNode json, List<ServiceLoadBalancer> balancers) {
        if (!balancers.isEmpty()) {
            var items = json.putArray("loadBalancers");
            balancers.forEach(one -> items.add(ServiceWiringJson.of(one)));
        }
    }

    private static void putController(ObjectNode json, Given<String> controller) {
        if (controller instanceof Given.Value<String>(var type)) {
            json.putObject("deploymentController").put("type", type);
        }
    }

    private static ObjectNode deleteService(ServiceCommand.DeleteService delete) {
        var json = object();
        put(json, "cluster", delete.cluster());
        json.put("service", delete.service());
        putFlag(json, "force", delete.force());
        return json;
    }

    private static ObjectNode updateService(ServiceCommand.UpdateService update) {
        var json = object();
        put(json, "cluster", update.cluster());
        json.put("service", update.service());
        putInt(json, "desiredCount", update.desiredCount());
        put(json, "taskDefinition", update.taskDefinition());
        CapacityJson.strategy(json, "capacityProviderStrategy", update.capacityProviderStrategy());
        putFlag(json, "forceNewDeployment", update.forceNewDeployment());
        PlacementCommands.into(json, update.scheduling());
        var changes = update.changes();
        putNetwork(json, changes.networkConfiguration());
        if (changes.loadBalancers() instanceof Given.Value<List<ServiceLoadBalancer>>(var all)) {
            var items = json.putArray("loadBalancers");
            all.forEach(one -> items.add(ServiceWiringJson.of(one)));
        }
        putInt(json, "healthCheckGracePeriodSeconds", changes.healthCheckGracePeriodSeconds());
        DeploymentJson.configuration(json, changes.deploymentConfiguration());
        putController(json, changes.deploymentController());
        return with(json, update.unmodelled());
    }

    static void putNetwork(ObjectNode json, Given<AwsVpcConfiguration> given) {
        if (given instanceof Given.Value<AwsVpcConfiguration>(var network)) {
            var awsvpc = json.putObject("networkConfiguration").putObject("awsvpcConfiguration");
            addTexts(awsvpc.putArray("subnets"), network.subnets());
            putTexts(awsvpc, "securityGroups", network.securityGroups());
            awsvpc.put("assignPublicIp", network.assignPublicIp() ? "ENABLED" : "DISABLED");
        }
    }

    private static ObjectNode createRole(RoleCommand.CreateRole create) {
        var json = object().put("RoleName", create.roleName());
        return json.put(
                "AssumeRolePolicyDocument",
                JsonText.compact(TrustDocument.of(create.trustedServices())));
    }

    private static ObjectNode rolePolicy(String roleName, String policyArn) {
        return object().put("RoleName", roleName).put("PolicyArn", policyArn);
    }

    private static ObjectNode network(LabCommand.LabNetwork network) {
        var json = object();
        addTexts(json.putArray("availabilityZones"), network.availabilityZones());
        var both = network.publicSubnets() && network.privateSubnets();
        json.put("subnets", both ? "both" : network.publicSubnets() ? "public" : "private");
        putTexts(json, "natGateways", network.natGateways());
        putTexts(json, "endpoints", network.endpoints());
        return json;
    }

    private static ObjectNode loadBalancer(LabCommand.LabLoadBalancer balancer) {
        var json = object().put("name", balancer.name()).put("listener", balancer.listener());
        putTexts(json, "securityGroups", balancer.securityGroups());
        put(json, "type", balancer.type());
        var group =
                json.putObject("targetGroup")
                        .put("name", balancer.targetGroup())
                        .put("targetType", balancer.targetType())
                        .put("port", balancer.port());
        put(group, "healthCheckPath", balancer.healthCheckPath());
        if (balancer.healthCheckInterval() instanceof Given.Value<Duration>(var span)) {
            group.put("healthCheckInterval", Spans.format(span));
        }
        putInt(group, "unhealthyThreshold", balancer.unhealthyThreshold());
        if (balancer.deregistrationDelay() instanceof Given.Value<Duration>(var span)) {
            group.put("deregistrationDelay", Spans.format(span));
        }
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode with(ObjectNode json, Unmodelled unmodelled) {
        Echo.into(json, unmodelled);
        return json;
    }

    static void put(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
    }

    static void putInt(ObjectNode json, String name, Given<Integer> given) {
        if (given instanceof Given.Value<Integer>(var value)) {
            json.put(name, value);
        }
    }

    static void putFlag(ObjectNode json, String name, Given<Boolean> given) {
        if (given instanceof Given.Value<Boolean>(var value)) {
            json.put(name, value);
        }
    }

    static void putTexts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            addTexts(json.putArray(name), texts);
        }
    }

    private static void putMap(ObjectNode json, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            var inside = json.putObject(name);
            texts.forEach(inside::put);
        }
    }

    private static void addTexts(ArrayNode items, List<String> texts) {
        texts.forEach(items::add);
    }
}
