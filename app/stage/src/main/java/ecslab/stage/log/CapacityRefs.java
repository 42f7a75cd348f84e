package ecslab.stage.log;

import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.AttributeCommand.AttributeInput;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import java.util.List;

/// Which things a command about capacity is about.
final class CapacityRefs {

    private CapacityRefs() {}

    static List<Ref> of(CapacityCommand command, EventMemory memory) {
        return switch (command) {
            case ClusterCommand.CreateCluster create ->
                    one(Kind.CLUSTER, create.clusterName().orElse(ClusterDescription.DEFAULT));
            case ClusterCommand.DeleteCluster(var name) -> one(Kind.CLUSTER, Arns.lastPart(name));
            case ClusterCommand.PutClusterCapacityProviders put ->
                    one(Kind.CLUSTER, Arns.lastPart(put.cluster()));
            case ClusterCommand.UpdateCluster update ->
                    one(Kind.CLUSTER, Arns.lastPart(update.cluster()));
            case ClusterCommand.UpdateClusterSettings update ->
                    one(Kind.CLUSTER, Arns.lastPart(update.cluster()));
            case ClusterCommand.UpdateCapacityProvider update ->
                    one(Kind.CAPACITY_PROVIDER, Arns.lastPart(update.name()));
            case ClusterCommand.CreateCapacityProvider create ->
                    one(Kind.CAPACITY_PROVIDER, create.name());
            case ClusterCommand.DeleteCapacityProvider(var name) ->
                    one(Kind.CAPACITY_PROVIDER, Arns.lastPart(name));
            case AttributeCommand.PutAttributes put -> targets(put.attributes(), memory);
            case AttributeCommand.DeleteAttributes delete -> targets(delete.attributes(), memory);
            case AttributeCommand.ListAttributes _ -> List.of();
            case InstanceCommand.UpdateContainerInstancesState update ->
                    update.containerInstances().stream()
                            .flatMap(given -> instance(given, memory).stream())
                            .toList();
            case InstanceCommand.DeregisterContainerInstance one ->
                    instance(one.containerInstance(), memory);
            case LabCapacity.LabAutoScalingGroup group ->
                    one(Kind.AUTO_SCALING_GROUP, group.name());
            case LabCapacity.LabTerminateInstance(var name) -> instance(name, memory);
            case LabCapacity.LabStopInstance(var name) -> instance(name, memory);
            case LabCapacity.LabStartStoppedInstance(var name) -> instance(name, memory);
            case LabCapacity.LabDisconnectAgent(var name) -> instance(name, memory);
            case LabCapacity.LabReconnectAgent(var name) -> instance(name, memory);
            case LabCapacity.LabStartInstances _, ClusterCommand.PutAccountSetting _ -> List.of();
            case LabCapacity.LabSecurityGroup _, LabCapacity.LabCloseRoute _ -> List.of();
            case LabCapacity.LabOpenRoute _, LabCapacity.LabInterruptFargateSpot _ -> List.of();
            case LabCapacity.LabReturnFargateSpot _ -> List.of();
        };
    }

    static List<Ref> of(TaskCommand.StartTask start, EventMemory memory) {
        return instances(start.containerInstances(), memory);
    }

    static List<Ref> instances(List<String> given, EventMemory memory) {
        return given.stream().flatMap(one -> instance(one, memory).stream()).distinct().toList();
    }

    private static List<Ref> targets(List<AttributeInput> attributes, EventMemory memory) {
        return attributes.stream()
                .flatMap(one -> instance(one.targetId().orElse(""), memory).stream())
                .distinct()
                .toList();
    }

    private static List<Ref> instance(String given, EventMemory memory) {
        return memory.instanceMeantBy(given).map(id -> one(Kind.INSTANCE, id)).orElse(List.of());
    }

    private static List<Ref> one(Kind kind, String id) {
        return List.of(Ref.of(kind, id));
    }
}
