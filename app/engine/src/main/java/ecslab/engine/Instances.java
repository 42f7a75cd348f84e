package ecslab.engine;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.event.Event.AutoScalingGroupChange;
import ecslab.ecs.event.Event.InstanceChange;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The life of EC2 instances, and of the Auto Scaling groups that start them.
final class Instances {

    private final Desk desk;
    private final TaskStops stops;
    private final Registrations registrations;

    Instances(Desk desk, TaskStops stops, Registrations registrations) {
        this.desk = desk;
        this.stops = stops;
        this.registrations = registrations;
    }

    /// @param group what the instances are named after
    void start(String group, boolean isAutoScaling, InstanceTemplate template, int count) {
        var alive = alive(group);
        for (var i = 0; i < count; i++) {
            var subnet = emptiest(alive, template);
            alive.merge(subnet.subnetId(), 1, Integer::sum);
            start(group, isAutoScaling, template, subnet);
        }
    }

    private void start(
            String group, boolean isAutoScaling, InstanceTemplate template, Subnet subnet) {
        var number = desk.state().instanceNumbers.merge(group, 1, Integer::sum);
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
        if (template.containerStopTimeout() instanceof Given.Value<Duration>(var timeout)) {
            desk.machines().stopsAfter(instance.instanceId(), timeout);
        }
    }

    /// A group's instances by subnet.
    private Map<String, Integer> alive(String group) {
        var alive = new TreeMap<String, Integer>();
        for (var one : desk.state().instances.values()) {
            if (one.isAlive() && one.name().startsWith(group + "#")) {
                alive.merge(one.subnetId(), 1, Integer::sum);
            }
        }
        return alive;
    }

    /// Instances are spread over the subnets of their template.
    private Subnet emptiest(Map<String, Integer> alive, InstanceTemplate template) {
        var best = Objects.requireNonNull(template.subnets().getFirst());
        for (var id : template.subnets()) {
            if (alive.getOrDefault(id, 0) < alive.getOrDefault(best, 0)) {
                best = id;
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

    /// A running instance deregisters itself; one whose agent is silent is left as it is.
    void terminate(Ec2Instance instance) {
        put(instance.withState(Ec2InstanceState.SHUTTING_DOWN));
        desk.machines().terminate(instance.instanceId());
        desk.agenda().wakeAfter(Guesses.SHUTS_DOWN_IN, new Wake.Terminated(instance.instanceId()));
        var id = instance.instanceId();
        var registered = desk.state().registered.of(id);
        if (registered.isPresent()) {
            var one = registered.get();
            lose(
                    one,
                    new Stop.Asked(
                            StopCode.TERMINATION_NOTICE,
                            "Host EC2 (instance " + id + ") terminated."));
            if (one.agentConnected()) {
                registrations.deregister(one);
            }
        }
        replace(instance);
    }

    /// EC2 stops it, and ECS isn't told: the container instance stays as it is, but for its agent.
    void halt(Ec2Instance instance) {
        var id = instance.instanceId();
        put(instance.withState(Ec2InstanceState.STOPPING));
        desk.machines().halt(id);
        desk.agenda().wakeAfter(Guesses.STOPS_IN, new Wake.InstanceStopped(id));
        var registered = desk.state().registered.of(id);
        if (registered.isPresent()) {
            lose(
                    registered.get(),
                    new Stop.Asked(
                            StopCode.TERMINATION_NOTICE,
                            "Host EC2 (instance " + id + ") stopped."));
            registrations.silence(registered.get());
        }
    }

    /// An Auto Scaling group takes a member that is off for unhealthy.
    void halted(String instanceId) {
        var instance = find(instanceId);
        if (instance.state() != Ec2InstanceState.STOPPING) {
            return;
        }
        put(instance.withState(Ec2InstanceState.STOPPED));
        if (!instance.autoScalingGroup().isEmpty()) {
            terminate(find(instanceId));
        }
    }

    void resume(Ec2Instance instance) {
        put(instance.withState(Ec2InstanceState.PENDING));
        desk.machines().resume(instance.instanceId(), Guesses.REGISTERS_AGAIN_IN);
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
                        .filter(one -> !desk.state().leaving.contains(one.instanceId()))
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

    private Ec2Instance find(String instanceId) {
        return Objects.requireNonNull(desk.state().instances.get(instanceId));
    }

    private void put(Ec2Instance instance) {
        desk.state().instances.put(instance.instanceId(), instance);
        desk.journal().report(new InstanceChange(desk.now(), instance));
    }
}
