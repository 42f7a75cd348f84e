package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.ContainerInstanceDeleted;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Container instances: what an agent registers, until it is deregistered and forgotten.
final class Registrations {

    /// The agent that the behaviour reference was read from.
    private static final String AGENT_VERSION = "1.105.1";

    private final Desk desk;
    private final Waiting waiting;

    Registrations(Desk desk, Waiting waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    /// The agent calls RegisterContainerInstance. A cluster that isn't there keeps it trying, and
    /// so does an Availability Zone that is cut off.
    void registered(String instanceId) {
        var instance = find(instanceId);
        if (instance.state() != Ec2InstanceState.RUNNING) {
            return;
        }
        var template = template(instanceId);
        var cluster = desk.state().clusters.get(template.cluster());
        if (cluster == null || desk.state().darkZones.contains(instance.availabilityZone())) {
            desk.agenda().wakeAfter(Guesses.AGENT_RETRIES, new Wake.RegisterAgain(instanceId));
            return;
        }
        var known = desk.state().registered.of(instanceId);
        if (known.isEmpty() && !Quotas.hasRoomForInstance(desk.state(), template.cluster())) {
            desk.agenda().wakeAfter(Guesses.AGENT_RETRIES, new Wake.RegisterAgain(instanceId));
        } else if (known.isEmpty()) {
            register(instance, template);
        } else if (!known.get().agentConnected()) {
            agent(known.get(), true);
        }
    }

    /// With `awsvpcTrunking` the trunk interface comes first (behaviour reference §1.4).
    private void register(Ec2Instance instance, InstanceTemplate template) {
        var all =
                desk.machines()
                        .own(instance.instanceType())
                        .orElseGet(() -> resources(template, instance));
        var id = desk.ids().hex("ids/containerInstance") + desk.ids().hex("ids/containerInstance");
        put(
                new ContainerInstance(
                        id,
                        template.cluster(),
                        instance.instanceId(),
                        providerOf(instance.autoScalingGroup()),
                        instance.trunking()
                                ? ContainerInstanceStatus.REGISTERING
                                : ContainerInstanceStatus.ACTIVE,
                        true,
                        desk.now(),
                        AGENT_VERSION,
                        all,
                        all,
                        0,
                        0,
                        attributes(instance, template),
                        desk.now(),
                        0));
        if (instance.trunking()) {
            desk.agenda().wakeAfter(Guesses.TRUNK_TAKES, new Wake.TrunkDone(id));
        } else {
            capacityChanged(template.cluster());
        }
    }

    /// It is attached, and the instance takes tasks; or detached, and the instance is gone.
    void trunkDone(String id) {
        var instance = Objects.requireNonNull(desk.state().containerInstances.get(id));
        if (instance.status() == ContainerInstanceStatus.REGISTERING) {
            put(instance.withStatus(ContainerInstanceStatus.ACTIVE));
            capacityChanged(instance.cluster());
        } else if (instance.status() == ContainerInstanceStatus.DEREGISTERING) {
            gone(instance);
        }
    }

    private static HostResources resources(InstanceTemplate template, Ec2Instance instance) {
        var type = InstanceTypes.find(instance.instanceType()).orElseThrow();
        return new HostResources(
                type.vcpus() * 1_024,
                Guesses.registeredMemory(type.memoryMib()) - template.reservedMemoryMib(),
                Guesses.RESERVED_PORTS,
                List.of(),
                type.taskEnis(instance.trunking()),
                type.gpus());
    }

    private List<Attribute> attributes(Ec2Instance instance, InstanceTemplate template) {
        var trunk = instance.trunking() ? "eni-0" + desk.ids().hex("ids/trunk") : "";
        return AgentAttributes.of(
                instance, desk.state().network.vpcId(), trunk, template.attributes());
    }

    /// Instances that were there before their group's provider was associated belong to it, too.
    void adopt(String cluster) {
        for (var one : List.copyOf(desk.state().containerInstances.values())) {
            var group =
                    Objects.requireNonNull(desk.state().instances.get(one.ec2InstanceId()))
                            .autoScalingGroup();
            if (one.cluster().equals(cluster)
                    && one.isRegistered()
                    && !one.capacityProvider().equals(providerOf(group))) {
                put(one.withCapacityProvider(providerOf(group)));
            }
        }
        capacityChanged(cluster);
    }

    private String providerOf(String autoScalingGroup) {
        return desk.state().capacityProviders.values().stream()
                .filter(one -> !autoScalingGroup.isEmpty())
                .filter(one -> one.autoScalingGroup().equals(autoScalingGroup))
                .filter(one -> one.status().equals(CapacityProvider.ACTIVE))
                .map(CapacityProvider::name)
                .findFirst()
                .orElse("");
    }

    void deregister(ContainerInstance instance) {
        var silent = current(instance).withAgentConnected(false, desk.now());
        if (instance.has("ecs.awsvpc-trunk-id")) {
            put(silent.withStatus(ContainerInstanceStatus.DEREGISTERING));
            desk.agenda().wakeAfter(Guesses.TRUNK_TAKES, new Wake.TrunkDone(instance.id()));
            capacityChanged(instance.cluster());
        } else {
            gone(silent);
        }
    }

    private void gone(ContainerInstance instance) {
        put(instance.withStatus(ContainerInstanceStatus.INACTIVE));
        desk.agenda().wakeAfter(Guesses.INACTIVE_KEPT, new Wake.ForgetInstance(instance.id()));
        capacityChanged(instance.cluster());
    }

    void forget(String id) {
        desk.state().forgetInstance(id);
        desk.journal().report(new ContainerInstanceDeleted(desk.now(), id));
    }

    /// Nothing runs on it any more, and its agent is gone.
    void silence(ContainerInstance instance) {
        var there = desk.state().occupancy(instance.id());
        put(
                current(instance)
                        .withTasks(
                                there.remaining(instance.registered()),
                                there.running(),
                                there.pending())
                        .withAgentConnected(false, desk.now()));
        capacityChanged(instance.cluster());
    }

    void agent(ContainerInstance instance, boolean connected) {
        put(current(instance).withAgentConnected(connected, desk.now()));
        desk.machines().agent(instance.ec2InstanceId(), connected);
        capacityChanged(instance.cluster());
    }

    void set(ContainerInstance instance, ContainerInstanceStatus status) {
        if (instance.status() == status) {
            return;
        }
        put(instance.withStatus(status));
        if (status == ContainerInstanceStatus.DRAINING) {
            explainDrain(instance);
        }
        capacityChanged(instance.cluster());
    }

    private void explainDrain(ContainerInstance instance) {
        var told = new ArrayList<Candidate>();
        for (var task : desk.state().tasksOn(instance.id())) {
            var name = desk.state().nameTask(task);
            var moves = task.service().isPresent();
            var key =
                    !moves
                            ? "drain.standalone"
                            : task.lastStatus() == TaskStatus.RUNNING
                                    ? "drain.replace"
                                    : "drain.pending";
            told.add(new Candidate(name, moves, Phrase.of(key)));
        }
        desk.journal()
                .decide(
                        Ref.of(Ref.Kind.INSTANCE, instance.ec2InstanceId()),
                        Kind.DRAIN,
                        List.of(Fact.of("tasks", told.size())),
                        told,
                        "",
                        Phrase.of("drain.outcome"));
    }

    void put(ContainerInstance changed) {
        var next = changed.withVersion(changed.version() + 1);
        desk.state().put(next);
        desk.journal().report(new ContainerInstanceChange(desk.now(), next));
        desk.counts().changedCluster(next.cluster());
    }

    ContainerInstance current(ContainerInstance instance) {
        return Objects.requireNonNull(desk.state().containerInstances.get(instance.id()));
    }

    /// Whoever waits for room looks again.
    void capacityChanged(String cluster) {
        waiting.look(cluster);
        reconcileSoon(cluster, true);
        reconcileSoon(cluster, false);
    }

    /// Daemons come before the others.
    private void reconcileSoon(String cluster, boolean daemons) {
        for (var service : List.copyOf(desk.state().services.values())) {
            if (service.name().cluster().equals(cluster)
                    && service.scheduling().isDaemon() == daemons) {
                desk.reconcileSoon(service.name());
            }
        }
    }

    private Ec2Instance find(String instanceId) {
        return Objects.requireNonNull(desk.state().instances.get(instanceId));
    }

    private InstanceTemplate template(String instanceId) {
        return Objects.requireNonNull(desk.state().templates.get(instanceId));
    }
}
