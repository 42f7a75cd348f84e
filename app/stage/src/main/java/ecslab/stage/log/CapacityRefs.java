package ecslab.stage.log;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import java.util.List;

/// Which things a command about capacity is about.
final class CapacityRefs {

    private CapacityRefs() {}

    static List<Ref> of(Command.OfCapacity command, EventMemory memory) {
        return switch (command) {
            case Command.DeleteCluster(var name) -> one(Kind.CLUSTER, Arns.lastPart(name));
            case Command.PutClusterCapacityProviders put ->
                    one(Kind.CLUSTER, Arns.lastPart(put.cluster()));
            case Command.CreateCapacityProvider create ->
                    one(Kind.CAPACITY_PROVIDER, create.name());
            case Command.DeleteCapacityProvider(var name) ->
                    one(Kind.CAPACITY_PROVIDER, Arns.lastPart(name));
            case Command.UpdateContainerInstancesState update ->
                    update.containerInstances().stream()
                            .flatMap(given -> instance(given, memory).stream())
                            .toList();
            case Command.DeregisterContainerInstance one ->
                    instance(one.containerInstance(), memory);
            case Command.LabAutoScalingGroup group -> one(Kind.AUTO_SCALING_GROUP, group.name());
            case Command.LabTerminateInstance(var name) -> instance(name, memory);
            case Command.LabDisconnectAgent(var name) -> instance(name, memory);
            case Command.LabReconnectAgent(var name) -> instance(name, memory);
            case Command.LabStartInstances _, Command.PutAccountSetting _ -> List.of();
            case Command.LabSecurityGroup _, Command.LabCloseRoute _ -> List.of();
            case Command.LabOpenRoute _, Command.LabInterruptFargateSpot _ -> List.of();
            case Command.LabReturnFargateSpot _ -> List.of();
        };
    }

    private static List<Ref> instance(String given, EventMemory memory) {
        return memory.instanceMeantBy(given).map(id -> one(Kind.INSTANCE, id)).orElse(List.of());
    }

    private static List<Ref> one(Kind kind, String id) {
        return List.of(Ref.of(kind, id));
    }
}
