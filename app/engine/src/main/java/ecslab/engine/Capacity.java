package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.event.Event.FaultChange;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import java.util.List;
import java.util.Objects;

/// Everything about what tasks run on: commands, and what becomes of them later.
final class Capacity {

    private final Desk desk;
    private final ClusterApi clusters;
    private final ClusterSettings clusterSettings;
    private final CapacityProviders providers;
    private final InstanceApi api;
    private final Registrations registrations;
    private final Instances instances;
    private final Groups groups;
    private final ClusterScaling scaling;
    private final AttributeApi attributes;
    private final NetworkLab network;
    private final AccountSettings settings;
    private final TaskStops stops;
    private final Waiting waiting;

    Capacity(Desk desk, Names names, TaskStops stops, Waiting waiting) {
        this.desk = desk;
        this.stops = stops;
        this.waiting = waiting;
        providers = new CapacityProviders(desk, names);
        clusterSettings = new ClusterSettings(desk, names);
        clusters = new ClusterApi(desk, names, providers, clusterSettings);
        registrations = new Registrations(desk, waiting);
        instances = new Instances(desk, stops, registrations);
        groups = new Groups(desk, instances, registrations);
        scaling = new ClusterScaling(desk, waiting, groups);
        api = new InstanceApi(desk, names, instances, registrations, groups);
        attributes = new AttributeApi(desk, names, registrations);
        network = new NetworkLab(desk, names);
        settings = new AccountSettings(desk);
    }

    Registrations registrations() {
        return registrations;
    }

    NetworkLab network() {
        return network;
    }

    /// What is new may give managed scaling something to measure.
    Response carryOut(CapacityCommand command, Runnable accepted) {
        var response = answer(command, accepted);
        desk.state().capacityProviders.values().forEach(waiting::watch);
        return response;
    }

    private Response answer(CapacityCommand command, Runnable accepted) {
        return switch (command) {
            case ClusterCommand.CreateCluster create -> clusters.create(create, accepted);
            case ClusterCommand.DeleteCluster delete -> clusters.delete(delete, accepted);
            case ClusterCommand.PutClusterCapacityProviders put -> clusters.put(put, accepted);
            case ClusterCommand.UpdateCluster update -> clusterSettings.update(update, accepted);
            case ClusterCommand.UpdateClusterSettings update ->
                    clusterSettings.update(update, accepted);
            case ClusterCommand.UpdateCapacityProvider update -> providers.update(update, accepted);
            case ClusterCommand.CreateCapacityProvider create -> providers.create(create, accepted);
            case ClusterCommand.DeleteCapacityProvider delete -> providers.delete(delete, accepted);
            case AttributeCommand some -> attributes.carryOut(some, accepted);
            case InstanceCommand.UpdateContainerInstancesState update ->
                    api.update(update, accepted);
            case InstanceCommand.DeregisterContainerInstance one -> api.deregister(one, accepted);
            case ClusterCommand.PutAccountSetting put -> settings.put(put, accepted);
            case LabCapacity.LabAutoScalingGroup group -> api.group(group, accepted);
            case LabCapacity.LabStartInstances start -> api.start(start, accepted);
            case LabCapacity.LabTerminateInstance(var name) -> api.terminate(name, accepted);
            case LabCapacity.LabStopInstance(var name) -> api.stop(name, accepted);
            case LabCapacity.LabStartStoppedInstance(var name) -> api.startAgain(name, accepted);
            case LabCapacity.LabDisconnectAgent(var name) -> api.agent(name, false, accepted);
            case LabCapacity.LabReconnectAgent(var name) -> api.agent(name, true, accepted);
            case LabCapacity.LabSecurityGroup group -> network.securityGroup(group, accepted);
            case LabCapacity.LabCloseRoute(var route) -> network.route(route, false, accepted);
            case LabCapacity.LabOpenRoute(var route) -> network.route(route, true, accepted);
            case LabCapacity.LabInterruptFargateSpot _ -> spot(true, accepted);
            case LabCapacity.LabReturnFargateSpot _ -> spot(false, accepted);
        };
    }

    /// The warning comes two minutes before the end, and SIGTERM with it (behaviour reference §9).
    private Response spot(boolean gone, Runnable accepted) {
        if (desk.state().spotIsGone == gone) {
            throw ApiException.invalidParameter("")
                    .because(
                            gone
                                    ? "There is no Fargate Spot capacity already."
                                    : "Fargate Spot capacity is there.")
                    .remedy(Phrase.of("remedy.spot"));
        }
        accepted.run();
        desk.state().spotIsGone = gone;
        var fault = new Fault(Fault.Kind.SPOT_INTERRUPTED, CapacityProvider.FARGATE_SPOT, "");
        desk.journal().report(new FaultChange(desk.now(), fault, gone));
        if (gone) {
            for (var task : List.copyOf(desk.state().tasks.values())) {
                var spot = task.place().capacityProvider().equals(CapacityProvider.FARGATE_SPOT);
                if (spot && !task.isLeaving()) {
                    stops.stop(
                            task.id(),
                            new Stop.Asked(
                                    StopCode.SPOT_INTERRUPTION, "Your Spot Task was interrupted."),
                            false);
                }
            }
        } else {
            desk.state().services.keySet().forEach(desk::reconcileSoon);
        }
        return new EmptyResponse();
    }

    /// Room has become free: whoever waits looks again.
    void freed(List<String> inClusters) {
        inClusters.forEach(registrations::capacityChanged);
        groups.leave();
    }

    /// Tasks and instances aren't what they were: somebody who waits may fit now.
    ///
    /// @return whether somebody did
    boolean placeWaiting() {
        return waiting.look();
    }

    void running(Observation.InstanceRunning observed) {
        instances.running(observed);
    }

    void registered(String instanceId) {
        registrations.registered(instanceId);
    }

    void agent(String instanceId, boolean connected) {
        desk.state()
                .registered
                .of(instanceId)
                .filter(one -> one.agentConnected() != connected)
                .ifPresent(one -> registrations.agent(one, connected));
    }

    void terminated(String instanceId) {
        instances.terminated(instanceId);
    }

    void stopped(String instanceId) {
        instances.halted(instanceId);
    }

    void trunkDone(String containerInstance) {
        registrations.trunkDone(containerInstance);
    }

    void forget(String containerInstance) {
        registrations.forget(containerInstance);
    }

    void updated(String cluster) {
        clusters.updated(cluster);
        registrations.adopt(cluster);
    }

    void scale(String name) {
        scaling.look(Objects.requireNonNull(desk.state().capacityProviders.get(name)));
    }
}
