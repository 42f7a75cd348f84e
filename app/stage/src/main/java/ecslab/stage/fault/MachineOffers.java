package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand.DeregisterContainerInstance;
import ecslab.ecs.command.InstanceCommand.UpdateContainerInstancesState;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.fault.Offer.Act;
import ecslab.stage.fault.Offer.Tone;
import java.util.ArrayList;
import java.util.List;

/// What can be done to an EC2 instance.
final class MachineOffers {

    private MachineOffers() {}

    static List<Offer> of(ClusterState state, String instanceId) {
        var machine = state.capacity().instances().get(instanceId);
        if (machine == null || !machine.isThere()) {
            return List.of();
        }
        var offers = new ArrayList<Offer>();
        state.capacity()
                .registeredBy(instanceId)
                .filter(ContainerInstance::isRegistered)
                .ifPresent(one -> registered(machine, one, offers));
        if (machine.state() == Ec2InstanceState.RUNNING) {
            offers.add(
                    Offers.breaks(
                            "offer.StopInstance", new LabCapacity.LabStopInstance(machine.name())));
        }
        offers.add(
                Offers.breaks(
                        "offer.TerminateInstance",
                        new LabCapacity.LabTerminateInstance(machine.name())));
        return offers;
    }

    private static void registered(Ec2Instance machine, ContainerInstance one, List<Offer> offers) {
        var isActive = one.status() == ContainerInstanceStatus.ACTIVE;
        offers.add(
                new Act(
                        Phrase.of(isActive ? "offer.drain" : "offer.activate"),
                        new UpdateContainerInstancesState(
                                Given.of(one.cluster()),
                                List.of(one.id()),
                                isActive ? "DRAINING" : "ACTIVE"),
                        isActive ? Tone.PLAIN : Tone.MENDS));
        if (one.agentConnected()) {
            offers.add(
                    Offers.breaks(
                            "offer.DisconnectAgent",
                            new LabCapacity.LabDisconnectAgent(machine.name())));
        }
        offers.add(
                Offers.breaks(
                        "offer.deregister",
                        new DeregisterContainerInstance(
                                Given.of(one.cluster()), one.id(), Given.of(true))));
    }
}
