package ecslab.wire.command;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.CapacityProvider.ManagedScaling;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ClusterSetting;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.SecurityGroup.Ingress;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what tasks run on: ECS's own actions, and the lab's for what EC2 and the VPC do.
final class CapacityCommands {

    static final List<String> CALLS =
            List.of(
                    "lab:AutoScalingGroup",
                    "lab:StartInstances",
                    "lab:TerminateInstance",
                    "lab:StopInstance",
                    "lab:StartStoppedInstance",
                    "lab:DisconnectAgent",
                    "lab:ReconnectAgent",
                    "lab:SecurityGroup",
                    "lab:CloseRoute",
                    "lab:OpenRoute",
                    "lab:InterruptFargateSpot",
                    "lab:ReturnFargateSpot");

    private static final Duration STOP_TIMEOUT_MIN = Duration.ofSeconds(1);
    private static final int PORT_MAX = 65_535;
    private static final int COUNT_MAX = 100;
    private static final int MEMORY_MAX = 1_000_000;
    private static final String INSTANCE = "\"instance/web#1\"";
    private static final String TO_INSTANCE = "instance/";
    private static final String SUBNETS = "[\"${subnet/a}\"]";
    private static final String GROUPS = "[\"${securityGroup/web}\"]";
    private static final String SOURCE = "\"securityGroup/alb\"";

    private static final List<String> PULL_BEHAVIORS =
            List.of("default", "always", "once", "prefer-cached");

    private CapacityCommands() {}

    /// Reads one of [#CALLS].
    static Command read(String call, Fields fields, Problems problems) {
        var command = command(call, fields, problems);
        fields.refuseOthers();
        return command;
    }

    private static Command command(String call, Fields fields, Problems problems) {
        return switch (call) {
            case "lab:AutoScalingGroup" -> group(fields);
            case "lab:StartInstances" ->
                    new LabCapacity.LabStartInstances(
                            fields.needText("name", "\"web\""),
                            template(fields),
                            (int) fields.whole("count", 1, COUNT_MAX, 1));
            case "lab:TerminateInstance" -> new LabCapacity.LabTerminateInstance(instance(fields));
            case "lab:StopInstance" -> new LabCapacity.LabStopInstance(instance(fields));
            case "lab:StartStoppedInstance" ->
                    new LabCapacity.LabStartStoppedInstance(instance(fields));
            case "lab:DisconnectAgent" -> new LabCapacity.LabDisconnectAgent(instance(fields));
            case "lab:ReconnectAgent" -> new LabCapacity.LabReconnectAgent(instance(fields));
            case "lab:SecurityGroup" -> securityGroup(fields, problems);
            case "lab:CloseRoute" ->
                    new LabCapacity.LabCloseRoute(fields.needText("route", "\"natGateway/a\""));
            case "lab:OpenRoute" ->
                    new LabCapacity.LabOpenRoute(fields.needText("route", "\"natGateway/a\""));
            case "lab:InterruptFargateSpot" -> new LabCapacity.LabInterruptFargateSpot();
            default -> new LabCapacity.LabReturnFargateSpot();
        };
    }

    private static String instance(Fields fields) {
        var written = fields.needText("instance", INSTANCE);
        if (!written.isEmpty() && !written.startsWith(TO_INSTANCE)) {
            fields.wrong("instance", "must select an instance", INSTANCE);
        }
        return written.startsWith(TO_INSTANCE) ? written.substring(TO_INSTANCE.length()) : "";
    }

    private static Command group(Fields fields) {
        var min = (int) fields.whole("min", 0, COUNT_MAX, 0);
        var desired = (int) fields.needWhole("desired", 0, COUNT_MAX);
        return new LabCapacity.LabAutoScalingGroup(
                fields.needText("name", "\"web\""),
                template(fields),
                min,
                (int) fields.whole("max", 0, COUNT_MAX, Math.max(desired, min)),
                desired);
    }

    private static InstanceTemplate template(Fields fields) {
        return new InstanceTemplate(
                fields.text("cluster", "default"),
                fields.needText("instanceType", "\"m5.large\""),
                fields.texts("subnets", SUBNETS),
                fields.texts("securityGroups", GROUPS),
                attributes(fields),
                (int) fields.whole("reservedMemory", 0, MEMORY_MAX, 0),
                pullBehavior(fields),
                stopTimeout(fields),
                fields.givenSpan("registersIn", "\"90s\""));
    }

    /// The agent's own least is a second.
    private static Given<Duration> stopTimeout(Fields fields) {
        var example = "\"45s\"";
        var written = fields.givenSpan("containerStopTimeout", example);
        if (written instanceof Given.Value<Duration>(var span)
                && span.compareTo(STOP_TIMEOUT_MIN) < 0) {
            fields.wrong("containerStopTimeout", "must be at least 1s", example);
        }
        return written;
    }

    private static String pullBehavior(Fields fields) {
        var written = fields.text("imagePullBehavior", "");
        if (!written.isEmpty() && !PULL_BEHAVIORS.contains(written)) {
            fields.wrong(
                    "imagePullBehavior",
                    "must be one of " + String.join(", ", PULL_BEHAVIORS),
                    "\"prefer-cached\"");
        }
        return written;
    }

    private static List<Attribute> attributes(Fields fields) {
        var attributes = new ArrayList<Attribute>();
        fields.inside("attributes", "the attributes")
                .ifPresent(inside -> {
                    for (var name : inside.names()) {
                        attributes.add(new Attribute(name, inside.needText(name, "\"value\"")));
                    }
                });
        return List.copyOf(attributes);
    }

    private static Command securityGroup(Fields fields, Problems problems) {
        var name = fields.needText("name", "\"web\"");
        var rules = new ArrayList<Ingress>();
        for (Json item : fields.items("ingress", "[{\"port\": 80, \"from\": \"0.0.0.0/0\"}]")) {
            Fields.of(item, "a rule", problems).map(CapacityCommands::rule).ifPresent(rules::add);
        }
        return new LabCapacity.LabSecurityGroup(name, List.copyOf(rules));
    }

    private static Ingress rule(Fields rule) {
        var from = (int) rule.needWhole("port", 0, PORT_MAX);
        var to = (int) rule.whole("toPort", 0, PORT_MAX, from);
        var source = rule.needText("from", SOURCE);
        if (!source.isEmpty()
                && !source.equals(SecurityGroup.ANYWHERE)
                && !source.startsWith("securityGroup/")) {
            rule.wrong("from", "must be 0.0.0.0/0 or select a security group", SOURCE);
        }
        rule.refuseOthers();
        return new Ingress(from, to, source);
    }

    static Command putProviders(Input input) {
        return new ClusterCommand.PutClusterCapacityProviders(
                input.need("cluster"),
                input.texts("capacityProviders"),
                strategy(input, "defaultCapacityProviderStrategy"));
    }

    /// What is not given is 0, as in the API; the console writes a weight of 1.
    static List<CapacityProviderStrategyItem> strategy(Input input, String name) {
        return input.structures(name).stream()
                .map(item ->
                        new CapacityProviderStrategyItem(
                                item.need("capacityProvider"),
                                item.integer("base").orElse(0),
                                item.integer("weight").orElse(0)))
                .toList();
    }

    static Command createProvider(Input input) {
        var name = input.need("name");
        var group = input.structure("autoScalingGroupProvider");
        return new ClusterCommand.CreateCapacityProvider(
                name,
                group.map(one -> one.need("autoScalingGroupArn")).orElse(""),
                group.flatMap(one -> one.structure("managedScaling"))
                        .map(CapacityCommands::scaling)
                        .orElse(ManagedScaling.DISABLED),
                group.map(one -> isEnabled(one, "managedTerminationProtection", false))
                        .orElse(false),
                group.map(one -> isEnabled(one, "managedDraining", true)).orElse(true),
                input.unmodelled());
    }

    static List<ClusterSetting> settings(Input input) {
        return input.structures("settings").stream()
                .map(one -> new ClusterSetting(one.text("name", ""), one.text("value", "")))
                .toList();
    }

    static Command updateCluster(String call, Input input) {
        var cluster = input.need("cluster");
        var settings = settings(input);
        return call.equals("ecs:UpdateCluster")
                ? new ClusterCommand.UpdateCluster(cluster, settings, input.unmodelled())
                : new ClusterCommand.UpdateClusterSettings(cluster, settings);
    }

    static Command updateProvider(Input input) {
        var name = input.need("name");
        var group = input.structure("autoScalingGroupProvider");
        var scaling = group.flatMap(one -> one.structure("managedScaling"));
        return new ClusterCommand.UpdateCapacityProvider(
                name,
                new ClusterCommand.ManagedScalingInput(
                        scaling.map(one -> one.text("status")).orElse(Given.absent()),
                        whole(scaling, "targetCapacity"),
                        whole(scaling, "minimumScalingStepSize"),
                        whole(scaling, "maximumScalingStepSize"),
                        whole(scaling, "instanceWarmupPeriod")),
                group.map(one -> one.text("managedTerminationProtection")).orElse(Given.absent()),
                group.map(one -> one.text("managedDraining")).orElse(Given.absent()),
                input.unmodelled());
    }

    private static Given<Integer> whole(Optional<Input> input, String name) {
        return input.map(one -> one.integer(name)).orElse(Given.absent());
    }

    private static ManagedScaling scaling(Input input) {
        var usual = ManagedScaling.DEFAULT;
        return new ManagedScaling(
                isEnabled(input, "status", true),
                input.integer("targetCapacity").orElse(usual.targetCapacity()),
                input.integer("minimumScalingStepSize").orElse(usual.minimumScalingStepSize()),
                input.integer("maximumScalingStepSize").orElse(usual.maximumScalingStepSize()),
                input.integer("instanceWarmupPeriod").orElse(usual.instanceWarmupPeriod()));
    }

    private static boolean isEnabled(Input input, String name, boolean usual) {
        return input.text(name, usual ? "ENABLED" : "DISABLED").equals("ENABLED");
    }

    static Command updateState(Input input) {
        return new InstanceCommand.UpdateContainerInstancesState(
                input.text("cluster"), input.texts("containerInstances"), input.need("status"));
    }

    static Command deregister(Input input) {
        return new InstanceCommand.DeregisterContainerInstance(
                input.text("cluster"), input.need("containerInstance"), input.flag("force"));
    }
}
