package ecslab.stage.log;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.ServiceName;
import java.util.List;

/// What a command that only looks is about.
final class ReadRefs {

    private ReadRefs() {}

    static List<Ref> of(ReadCommand command, EventMemory memory) {
        return switch (command) {
            case ReadCommand.DescribeClusters some -> refs(Kind.CLUSTER, some.clusters());
            case ReadCommand.DescribeCapacityProviders some ->
                    refs(Kind.CAPACITY_PROVIDER, some.capacityProviders());
            case ReadCommand.DescribeContainerInstances some ->
                    CapacityRefs.instances(some.containerInstances(), memory);
            case ReadCommand.DescribeServices some ->
                    some.services().stream()
                            .map(one ->
                                    Ref.service(
                                            new ServiceName(
                                                    cluster(some.cluster()), Arns.lastPart(one))))
                            .toList();
            case ReadCommand.ListContainerInstances list -> inCluster(list.cluster());
            case ReadCommand.ListTasks list -> inCluster(list.cluster());
            case ReadCommand.ListServices list -> inCluster(list.cluster());
            case ReadCommand.ListClusters _, ReadCommand.ListTaskDefinitionFamilies _ -> List.of();
        };
    }

    private static List<Ref> inCluster(Given<String> cluster) {
        return List.of(Ref.of(Kind.CLUSTER, cluster(cluster)));
    }

    private static String cluster(Given<String> written) {
        return Arns.lastPart(written.orElse(ClusterDescription.DEFAULT));
    }

    private static List<Ref> refs(Kind kind, List<String> names) {
        return names.stream().map(one -> Ref.of(kind, Arns.lastPart(one))).toList();
    }
}
