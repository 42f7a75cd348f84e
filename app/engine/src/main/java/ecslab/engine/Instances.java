package ecslab.engine;

import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.event.Event.AutoScalingGroupChange;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.InstanceChange;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The life of EC2 instances, and of the container instances that their agents register.
final class Instances {

    /// The agent that the behaviour reference was read from.
    private static final String AGENT_VERSION = "1.105.1";

    private final Desk desk;
    private final TaskStops stops;
    private final Waiting waiting;

    Instances(Desk desk, TaskStops stops, Waiting waiting) {
        this.desk = desk;
        this.stops = stops;
        this.waiting = waiting;
    }

    /// @param group what the instances are named after
    void start(String group, boolean isAutoScaling, InstanceTemplate template, int count) {
        for (var i = 0; i < count; i++) {
            start(group, isAutoScaling, template);
        }
    }

    private void start(String group, boolean isAutoScaling, InstanceTemplate template) {
        var number = desk.state().instanceNumbers.merge(group, 1, Integer::sum);
        var subnet = emptiest(group, template);
        var type = InstanceTypes.find(template.instanceType());
        var trunking =
                type.filter(one -> one.trunked() > 0).isPresent()
                        && desk.state().isEnabled(AccountSettings.TRUNKING);
        var instance =
                new Ec2Instance(
                        "i-0" + desk.ids().hex("ids/instance"),
                        group + "#" + number,
                        isAutoScaling ? group : "",
                        template.instanceType(),
                        subnet.availabilityZone(),
                        subnet.subnetId(),
                        "",
                        "",
                        template.securityGroups(),
                        trunking,
                        Ec2InstanceState.PENDING);
        desk.state().templates.put(instance.instanceId(), template);
        put(instance);
        var atStart = desk.now().equals(SimInstant.START);
        var otherwise = atStart ? Duration.ZERO : Guesses.REGISTERS_IN;
        desk.machines().start(instance, subnet, template.registersIn().orElse(otherwise));
        PullBehavior.parse(template.imagePullBehavior())
                .ifPresent(behavior -> desk.machines().pulls(instance.instanceId(), behavior));
    }

    /// Instances are spread over the subnets of their template.
    private Subnet emptiest(String group, InstanceTemplate template) {
        var best = Objects.requireNonNull(template.subnets().getFirst());
        var fewest = Long.MAX_VALUE;
        for (var id : template.subnets()) {
            var there =
                    desk.state().instances.values().stream()
                            .filter(one -> one.name().startsWith(group + "#") && one.isAlive())
                            .filter(one -> one.subnetId().equals(id))
                            .count();
            if (there < fewest) {
                best = id;
                fewest = there;
            }
        }
        return desk.state().network.subnet(best).orElseThrow();
    }

    void running(Observation.InstanceRunning observed) {
        var instance = find(observed.instanceId());
        if (instance.state() == Ec2InstanceState.PENDING) {
            put(
                    instance.withAddresses(observed.privateAddress(), observed.publicAddress())
                            .withState(Ec2InstanceState.RUNNING));
        }
    }

    /// The agent calls RegisterContainerInstance. A cluster that isn't there keeps it trying.
    void registered(String instanceId) {
        var instance = find(instanceId);
        if (instance.state() != Ec2InstanceState.RUNNING) {
            return;
        }
        var template = template(instanceId);
        var cluster = desk.state().clusters.get(template.cluster());
        if (cluster == null) {
            desk.agenda().wakeAfter(Guesses.AGENT_RETRIES, new Wake.RegisterAgain(instanceId));
            return;
        }
        var all =
                desk.machines()
                        .own(instance.instanceType())
                        .orElseGet(() -> resources(template, instance));
        put(
                new ContainerInstance(
                        desk.ids().hex("ids/containerInstance")
                                + desk.ids().hex("ids/containerInstance"),
                        template.cluster(),
                        instanceId,
                        providerOf(instance.autoScalingGroup()),
                        ContainerInstanceStatus.ACTIVE,
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
        capacityChanged(template.cluster());
    }

    private static HostResources resources(InstanceTemplate template, Ec2Instance instance) {
        var type = InstanceTypes.find(instance.instanceType()).orElseThrow();
        return new HostResources(
                type.vcpus() * 1_024,
                Guesses.registeredMemory(type.memoryMib()) - template.reservedMemoryMib(),
                Guesses.RESERVED_PORTS,
                List.of(),
                type.taskEnis(instance.trunking()));
    }

    private List<Attribute> attributes(Ec2Instance instance, InstanceTemplate template) {
        var trunk = instance.trunking() ? "eni-0" + desk.ids().hex("ids/trunk") : "";
        return AgentAttributes.of(
                instance, desk.state().network.vpcId(), trunk, template.attributes());
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

    /// A running instance deregisters itself; one whose agent is silent is left as it is.
    void terminate(Ec2Instance instance) {
        put(instance.withState(Ec2InstanceState.SHUTTING_DOWN));
        desk.machines().terminate(instance.instanceId());
        desk.agenda().wakeAfter(Guesses.SHUTS_DOWN_IN, new Wake.Terminated(instance.instanceId()));
        var id = instance.instanceId();
        for (var one : registeredBy(id)) {
            lose(
                    one,
                    new Stop.Asked(
                            StopCode.TERMINATION_NOTICE,
                            "Host EC2 (instance " + id + ") terminated."));
            if (one.agentConnected()) {
                deregister(one);
            }
        }
        replace(instance);
    }

    void terminated(String instanceId) {
        put(find(instanceId).withState(Ec2InstanceState.TERMINATED));
    }

    /// An Auto Scaling group starts another instance for one that it has lost.
    private void replace(Ec2Instance lost) {
        var group = desk.state().autoScalingGroups.get(lost.autoScalingGroup());
        if (group != null) {
            fill(group);
        }
    }

    void put(AutoScalingGroup group) {
        desk.state().autoScalingGroups.put(group.name(), group);
        desk.journal().report(new AutoScalingGroupChange(desk.now(), group));
        fill(group);
    }

    private void fill(AutoScalingGroup group) {
        var alive =
                desk.state().instances.values().stream()
                        .filter(one -> one.autoScalingGroup().equals(group.name()))
                        .filter(Ec2Instance::isAlive)
                        .count();
        var template = Objects.requireNonNull(desk.state().groupTemplates.get(group.name()));
        start(group.name(), true, template, (int) (group.desiredCapacity() - alive));
    }

    /// Tasks on it end, wherever they stand.
    void lose(ContainerInstance instance, Stop.Asked why) {
        for (var task : desk.state().tasksOn(instance.id())) {
            stops.lose(task.id(), why);
        }
    }

    /// ECS forgets its tasks, which go on where nobody sees them.
    void abandon(ContainerInstance instance, Stop.Asked why) {
        for (var task : desk.state().tasksOn(instance.id())) {
            stops.forget(task.id(), why);
        }
    }

    void deregister(ContainerInstance instance) {
        put(
                current(instance)
                        .withStatus(ContainerInstanceStatus.INACTIVE)
                        .withAgentConnected(false, desk.now()));
        capacityChanged(instance.cluster());
    }

    void agent(ContainerInstance instance, boolean connected) {
        put(current(instance).withAgentConnected(connected, desk.now()));
        desk.machines().agent(instance.ec2InstanceId(), connected);
        capacityChanged(instance.cluster());
    }

    void put(ContainerInstance changed) {
        var next = changed.withVersion(changed.version() + 1);
        desk.state().put(next);
        desk.journal().report(new ContainerInstanceChange(desk.now(), next));
        desk.counts().changedCluster(next.cluster());
    }

    private ContainerInstance current(ContainerInstance instance) {
        return Objects.requireNonNull(desk.state().containerInstances.get(instance.id()));
    }

    /// Whoever waits for room looks again.
    void capacityChanged(String cluster) {
        waiting.look(cluster);
        for (var service : List.copyOf(desk.state().services.values())) {
            if (service.name().cluster().equals(cluster)) {
                desk.reconcileSoon(service.name());
            }
        }
    }

    List<ContainerInstance> registeredBy(String instanceId) {
        return desk.state().containerInstances.values().stream()
                .filter(one -> one.ec2InstanceId().equals(instanceId))
                .filter(one -> one.status() != ContainerInstanceStatus.INACTIVE)
                .toList();
    }

    private Ec2Instance find(String instanceId) {
        return Objects.requireNonNull(desk.state().instances.get(instanceId));
    }

    private InstanceTemplate template(String instanceId) {
        return Objects.requireNonNull(desk.state().templates.get(instanceId));
    }

    private void put(Ec2Instance instance) {
        desk.state().instances.put(instance.instanceId(), instance);
        desk.journal().report(new InstanceChange(desk.now(), instance));
    }
}
