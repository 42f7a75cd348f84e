package ecslab.stage.panel;

import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ref;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to see at a glance of what tasks run on.
final class CapacitySubject {

    private CapacitySubject() {}

    /// Empty for anything else, and for what isn't there.
    static Optional<Subject> of(Sight sight, Ref ref) {
        var capacity = sight.state().capacity();
        return switch (ref.kind()) {
            case INSTANCE ->
                    Optional.ofNullable(capacity.instances().get(ref.id()))
                            .map(one -> of(sight, one));
            case AUTO_SCALING_GROUP ->
                    Optional.ofNullable(capacity.autoScalingGroups().get(ref.id()))
                            .map(one -> Subject.named(one.name(), "", Tone.MUTED, of(sight, one)));
            case CAPACITY_PROVIDER ->
                    Optional.ofNullable(capacity.capacityProviders().get(ref.id()))
                            .map(one ->
                                    Subject.named(one.name(), one.status(), Tone.SUCCESS, of(one)));
            case CLUSTER, TASK_DEFINITION, SERVICE, TASK, LOAD_BALANCER -> Optional.empty();
            case TARGET_GROUP, ROLE, IMAGE, SUBNET, VPC, REGISTRY, TRAFFIC, REQUEST ->
                    Optional.empty();
        };
    }

    private static Subject of(Sight sight, Ec2Instance instance) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("instanceType", instance.instanceType()));
        blocks.add(Sight.aws("availabilityZone", instance.availabilityZone()));
        blocks.add(Sight.aws("privateIpAddress", instance.privateIpv4Address()));
        var registered = sight.state().capacity().registeredBy(instance.instanceId());
        registered.ifPresent(one -> addRegistered(sight, one, blocks));
        var chip =
                registered.map(one -> one.status().toString()).orElse(instance.state().printed());
        return new Subject(
                instance.name(),
                instance.instanceId(),
                chip,
                instance.isAlive() ? Tone.SUCCESS : Tone.MUTED,
                List.copyOf(blocks));
    }

    /// Such as `stack=blue`: those that somebody has put.
    private static Optional<String> custom(ContainerInstance one) {
        var named =
                one.attributes().stream()
                        .filter(attribute -> !attribute.isBuiltIn())
                        .map(attribute -> attribute.name() + "=" + attribute.value())
                        .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
    }

    private static void addRegistered(Sight sight, ContainerInstance one, List<Block> blocks) {
        blocks.add(
                new Block.Fact(
                        "agentConnected",
                        String.valueOf(one.agentConnected()),
                        one.agentConnected() ? Tone.SUCCESS : Tone.DANGER));
        var left = one.remaining();
        var whole = one.registered();
        blocks.add(Sight.aws("CPU", left.cpuUnits() + " / " + whole.cpuUnits()));
        blocks.add(Sight.aws("MEMORY", left.memoryMib() + " / " + whole.memoryMib() + " MiB"));
        blocks.add(Sight.aws("ENI", left.enis() + " / " + whole.enis()));
        if (whole.gpus() > 0) {
            blocks.add(Sight.aws("GPU", left.gpus() + " / " + whole.gpus()));
        }
        custom(one).ifPresent(named -> blocks.add(Sight.aws("attributes", named)));
        blocks.add(Sight.aws("PORTS", left.ports()));
        for (var task : sight.state().tasks().values()) {
            if (task.place().containerInstance().equals(one.id()) && !task.isStopped()) {
                blocks.add(sight.line(task));
            }
        }
    }

    private static List<Block> of(Sight sight, AutoScalingGroup group) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("instanceType", group.instanceType()));
        blocks.add(
                Sight.aws(
                        "min / desired / max",
                        group.minSize()
                                + " / "
                                + group.desiredCapacity()
                                + " / "
                                + group.maxSize()));
        for (var one : sight.state().capacity().instances().values()) {
            if (one.autoScalingGroup().equals(group.name()) && one.isAlive()) {
                var to = Ref.of(Ref.Kind.INSTANCE, one.instanceId());
                blocks.add(Sight.link("", one.name(), to));
            }
        }
        return List.copyOf(blocks);
    }

    private static List<Block> of(CapacityProvider provider) {
        var blocks = new ArrayList<Block>();
        if (!provider.autoScalingGroup().isEmpty()) {
            var to = Ref.of(Ref.Kind.AUTO_SCALING_GROUP, provider.autoScalingGroup());
            blocks.add(Sight.link("autoScalingGroup", provider.autoScalingGroup(), to));
            var scaling = provider.managedScaling();
            blocks.add(Sight.aws("managedScaling", scaling.enabled() ? "ENABLED" : "DISABLED"));
            blocks.add(Sight.aws("targetCapacity", scaling.targetCapacity() + " %"));
        }
        return List.copyOf(blocks);
    }
}
