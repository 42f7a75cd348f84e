package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ContainerInstancesResponse;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.InstanceCommand.DeregisterContainerInstance;
import ecslab.ecs.command.InstanceCommand.UpdateContainerInstancesState;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.LabCapacity.LabAutoScalingGroup;
import ecslab.ecs.command.LabCapacity.LabStartInstances;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Container instances: `UpdateContainerInstancesState`, `DeregisterContainerInstance` (behaviour
/// reference §1.4, §1.5), and the lab's commands about the machines below them.
final class InstanceApi {

    private static final int INSTANCES_MAX = 10;
    private static final int GROUP_MAX = 100;

    private final Desk desk;
    private final Names names;
    private final Instances instances;
    private final Registrations registrations;
    private final Groups groups;

    InstanceApi(
            Desk desk,
            Names names,
            Instances instances,
            Registrations registrations,
            Groups groups) {
        this.desk = desk;
        this.names = names;
        this.instances = instances;
        this.registrations = registrations;
        this.groups = groups;
    }

    Response update(UpdateContainerInstancesState command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var count = command.containerInstances().size();
        if (count < 1 || count > INSTANCES_MAX) {
            throw ApiException.invalidParameter("/containerInstances")
                    .because("Container instances must have 1 to " + INSTANCES_MAX + " items.")
                    .remedy(Phrase.of("remedy.instances", "max", INSTANCES_MAX));
        }
        if (!List.of("ACTIVE", "DRAINING").contains(command.status())) {
            throw ApiException.invalidParameter("/status")
                    .because("Container instance status should be one of [DRAINING, ACTIVE].")
                    .remedy(Phrase.of("remedy.instance.status"));
        }
        accepted.run();
        var status = ContainerInstanceStatus.valueOf(command.status());
        var changed = new ArrayList<ContainerInstance>();
        var failures = new ArrayList<Failure>();
        for (var given : command.containerInstances()) {
            var id = names.containerInstanceId(given);
            var instance = desk.state().containerInstances.get(id);
            if (instance == null || !instance.cluster().equals(cluster)) {
                failures.add(failure(cluster, id, "MISSING"));
            } else if (!instance.isRegistered()) {
                failures.add(failure(cluster, id, "INACTIVE"));
            } else {
                registrations.set(instance, status);
                changed.add(Objects.requireNonNull(desk.state().containerInstances.get(id)));
            }
        }
        NotDone.tell(desk, cluster, failures);
        return new ContainerInstancesResponse(List.copyOf(changed), List.copyOf(failures));
    }

    private Failure failure(String cluster, String id, String reason) {
        return new Failure(desk.arns().containerInstance(cluster, id), reason, "");
    }

    Response deregister(DeregisterContainerInstance command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var id = names.containerInstanceId(command.containerInstance());
        var instance = desk.state().containerInstances.get(id);
        if (instance == null || !instance.cluster().equals(cluster) || !instance.isRegistered()) {
            throw ApiException.invalidParameter("/containerInstance")
                    .because("Referenced container instance " + id + " not found.")
                    .remedy(names.noInstance(id));
        }
        var force = command.force().orElse(false);
        if (!force && !desk.state().tasksOn(id).isEmpty()) {
            throw ApiException.invalidParameter("/containerInstance")
                    .because("Found running tasks on the instance.")
                    .remedy(Phrase.of("remedy.instance.tasks"));
        }
        accepted.run();
        instances.abandon(instance, Stop.ORPHANED);
        registrations.deregister(instance);
        var gone = Objects.requireNonNull(desk.state().containerInstances.get(id));
        return new ContainerInstancesResponse(List.of(gone), List.of());
    }

    Response group(LabAutoScalingGroup command, Runnable accepted) {
        var template = checked(command.template());
        var before = desk.state().autoScalingGroups.get(command.name());
        var fits =
                command.min() >= 0
                        && command.min() <= command.desired()
                        && command.desired() <= command.max()
                        && command.max() <= GROUP_MAX;
        if (!fits) {
            throw ApiException.of("ValidationError", "/desired")
                    .because(
                            "Desired capacity:"
                                    + command.desired()
                                    + " must be between the specified min size:"
                                    + command.min()
                                    + " and max size:"
                                    + command.max())
                    .remedy(Phrase.of("remedy.group.sizes", "max", GROUP_MAX));
        }
        accepted.run();
        desk.state().groupTemplates.put(command.name(), template);
        var arn =
                before == null
                        ? desk.arns().autoScalingGroup(command.name(), desk.ids().uuid("ids/group"))
                        : before.arn();
        groups.resize(
                new AutoScalingGroup(
                        command.name(),
                        arn,
                        template.cluster(),
                        template.instanceType(),
                        command.min(),
                        command.max(),
                        command.desired(),
                        template.subnets(),
                        template.securityGroups()));
        return new EmptyResponse();
    }

    Response start(LabStartInstances command, Runnable accepted) {
        var template = checked(command.template());
        if (command.count() < 1 || command.count() > GROUP_MAX) {
            throw ApiException.invalidParameter("/count")
                    .because("Count must be 1 to " + GROUP_MAX + ".")
                    .remedy(Phrase.of("remedy.count", "max", GROUP_MAX));
        }
        accepted.run();
        instances.start(command.name(), false, template, command.count());
        return new EmptyResponse();
    }

    Response terminate(String name, Runnable accepted) {
        var instance = find(name, Ec2Instance::isThere);
        accepted.run();
        instances.terminate(instance);
        return new EmptyResponse();
    }

    Response stop(String name, Runnable accepted) {
        var instance = find(name, Ec2Instance::isThere);
        if (instance.state() != Ec2InstanceState.RUNNING) {
            throw wrongState(instance, "stopped", "remedy.instance.stop");
        }
        accepted.run();
        instances.halt(instance);
        return new EmptyResponse();
    }

    Response startAgain(String name, Runnable accepted) {
        var instance = find(name, Ec2Instance::isThere);
        if (!instance.isStopped()) {
            throw wrongState(instance, "started", "remedy.instance.startAgain");
        }
        accepted.run();
        instances.resume(instance);
        return new EmptyResponse();
    }

    private static ApiException wrongState(Ec2Instance instance, String be, String remedy) {
        return ApiException.of("IncorrectInstanceState", "/instance")
                .because(
                        "The instance '"
                                + instance.instanceId()
                                + "' is not in a state from which it can be "
                                + be
                                + ".")
                .remedy(Phrase.of(remedy, "state", instance.state().printed()));
    }

    Response agent(String name, boolean connected, Runnable accepted) {
        var instance = find(name, Ec2Instance::isAlive);
        var zone = instance.availabilityZone();
        if (connected && desk.state().darkZones.contains(zone)) {
            throw ApiException.invalidParameter("/instance")
                    .because(OurWords.zoneIsOut(zone))
                    .remedy(Phrase.of("remedy.agent.zone", "zone", zone));
        }
        var registered = desk.state().registered.of(instance.instanceId());
        if (registered.isEmpty() || registered.get().agentConnected() == connected) {
            throw ApiException.invalidParameter("/instance")
                    .because(
                            connected
                                    ? "The agent is connected."
                                    : "No agent of this instance is connected.")
                    .remedy(Phrase.of("remedy.agent"));
        }
        accepted.run();
        registrations.agent(registered.get(), connected);
        return new EmptyResponse();
    }

    private Ec2Instance find(String name, Predicate<Ec2Instance> which) {
        return desk.state().instances.values().stream()
                .filter(one -> one.name().equals(name) || one.instanceId().equals(name))
                .filter(which)
                .findFirst()
                .orElseThrow(() ->
                        ApiException.of("InvalidInstanceID.NotFound", "/instance")
                                .because("The instance ID '" + name + "' does not exist")
                                .remedy(names.noInstance(name)));
    }

    /// With every `${…}` replaced by its id. No subnet named: the public ones, or all.
    private InstanceTemplate checked(InstanceTemplate template) {
        if (InstanceTypes.find(template.instanceType()).isEmpty()
                && desk.machines().own(template.instanceType()).isEmpty()) {
            throw ApiException.of("ValidationError", "/instanceType")
                    .because("Invalid instance type: " + template.instanceType())
                    .remedy(
                            Misspelt.remedy(
                                    template.instanceType(),
                                    InstanceTypes.known(),
                                    "remedy.instanceType"));
        }
        AttributeApi.check(template.attributes());
        var subnets = new ArrayList<String>();
        for (var i = 0; i < template.subnets().size(); i++) {
            subnets.add(names.subnet(template.subnets().get(i), "/subnets/" + i).subnetId());
        }
        var all = desk.state().network.subnets();
        if (subnets.isEmpty()) {
            var open = all.stream().anyMatch(Subnet::publicRoute);
            all.stream()
                    .filter(one -> one.publicRoute() == open)
                    .map(Subnet::subnetId)
                    .forEach(subnets::add);
        }
        if (subnets.isEmpty()) {
            throw ApiException.of("ValidationError", "/subnets")
                    .because("There is no subnet to start instances in.")
                    .remedy(Phrase.of("remedy.network"));
        }
        return new InstanceTemplate(
                template.cluster(),
                template.instanceType(),
                List.copyOf(subnets),
                names.securityGroups(template.securityGroups(), "/securityGroups"),
                template.attributes(),
                template.reservedMemoryMib(),
                template.imagePullBehavior(),
                template.containerStopTimeout(),
                template.registersIn());
    }
}
