package ecslab.stage.log;

import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.wire.text.Texts;

/// Tells what becomes of instances, Auto Scaling groups and capacity providers.
final class CapacityText {

    private static final int ID_SHOWN = 8;

    private final Texts texts;
    private final EventMemory memory;

    CapacityText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
    }

    Line line(Ec2Instance instance) {
        return new Line(
                Topic.CAPACITY,
                tone(instance.state()),
                source(instance.instanceId()),
                instance.state().printed(),
                texts.of(
                        "event.instance." + word(instance.state()),
                        "type",
                        instance.instanceType(),
                        "zone",
                        instance.availabilityZone(),
                        "id",
                        instance.instanceId()));
    }

    Line line(ContainerInstance instance) {
        var connected = instance.agentConnected();
        return new Line(
                Topic.CAPACITY,
                tone(instance),
                source(instance.ec2InstanceId()),
                instance.status() + " · agentConnected=" + connected,
                texts.of(
                        "event.containerInstance." + word(instance),
                        "cpu",
                        instance.remaining().cpuUnits(),
                        "ofCpu",
                        instance.registered().cpuUnits(),
                        "memory",
                        instance.remaining().memoryMib(),
                        "ofMemory",
                        instance.registered().memoryMib(),
                        "running",
                        instance.runningTasksCount(),
                        "pending",
                        instance.pendingTasksCount()));
    }

    /// @param id the last part of its ARN
    Line deleted(String id) {
        return new Line(
                Topic.CAPACITY,
                Tone.MUTED,
                id.substring(0, ID_SHOWN),
                texts.of("event.containerInstance.deleted"),
                "");
    }

    Line line(AutoScalingGroup group) {
        return new Line(
                Topic.CAPACITY,
                Tone.MUTED,
                group.name(),
                texts.of(
                        "event.autoScalingGroup.change",
                        "desired",
                        group.desiredCapacity(),
                        "min",
                        group.minSize(),
                        "max",
                        group.maxSize(),
                        "type",
                        group.instanceType()),
                "");
    }

    Line line(CapacityProvider provider) {
        var key = provider.autoScalingGroup().isEmpty() ? "fargate" : "group";
        return new Line(
                Topic.CAPACITY,
                Tone.MUTED,
                provider.name(),
                texts.of(
                        "event.capacityProvider." + key,
                        "status",
                        provider.status(),
                        "group",
                        provider.autoScalingGroup()),
                "");
    }

    private String source(String instanceId) {
        return texts.of("event.source.instance", "name", memory.nameOfInstance(instanceId));
    }

    private static String word(ContainerInstance instance) {
        if (instance.status() == ContainerInstanceStatus.INACTIVE) {
            return "gone";
        }
        if (instance.agentConnected()) {
            return "change";
        }
        return instance.runningTasksCount() > 0 ? "silent" : "silentAndEmpty";
    }

    private static String word(Ec2InstanceState state) {
        return switch (state) {
            case PENDING -> "pending";
            case RUNNING -> "running";
            case STOPPING -> "stopping";
            case STOPPED -> "stopped";
            case SHUTTING_DOWN -> "shuttingDown";
            case TERMINATED -> "terminated";
        };
    }

    private static Tone tone(Ec2InstanceState state) {
        return switch (state) {
            case PENDING -> Tone.ACCENT;
            case RUNNING -> Tone.SUCCESS;
            case SHUTTING_DOWN, STOPPING -> Tone.WARNING;
            case STOPPED -> Tone.DANGER;
            case TERMINATED -> Tone.MUTED;
        };
    }

    private static Tone tone(ContainerInstance instance) {
        if (!instance.agentConnected() && instance.isRegistered()) {
            return Tone.DANGER;
        }
        return instance.status() == ContainerInstanceStatus.ACTIVE ? Tone.SUCCESS : Tone.WARNING;
    }
}
