package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.DescribeCapacityProvidersResponse;
import ecslab.ecs.Response.DescribeContainerInstancesResponse;
import ecslab.ecs.Response.ListResponse;
import ecslab.ecs.command.ReadCommand.DescribeCapacityProviders;
import ecslab.ecs.command.ReadCommand.DescribeContainerInstances;
import ecslab.ecs.command.ReadCommand.ListContainerInstances;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Failure;
import ecslab.ecs.query.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/// Looks at what tasks run on.
final class ReadInstances {

    private static final int PROVIDERS_MAX = 10;
    private static final String HEALTH = "CONTAINER_INSTANCE_HEALTH";
    private static final List<String> INCLUDE = List.of(HEALTH, "TAGS");

    private final Desk desk;
    private final Names names;

    ReadInstances(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response describe(DescribeContainerInstances command) {
        var cluster = names.cluster(command.cluster());
        var asked = command.containerInstances();
        ReadApi.checkCount(asked.size(), 1, ReadApi.DESCRIBE_MAX, "containerInstances");
        ReadApi.checkInclude(command.include(), INCLUDE);
        var found = new ArrayList<ContainerInstance>();
        var failures = new ArrayList<Failure>();
        for (var given : asked) {
            var id = names.containerInstanceId(given);
            var instance = desk.state().containerInstances.get(id);
            if (instance == null || !instance.cluster().equals(cluster)) {
                var arn = desk.arns().containerInstance(cluster, id);
                failures.add(new Failure(arn, ReadApi.MISSING, ""));
            } else {
                found.add(instance);
            }
        }
        return new DescribeContainerInstancesResponse(
                List.copyOf(found), command.include().contains(HEALTH), List.copyOf(failures));
    }

    Response list(ListContainerInstances command) {
        var cluster = names.cluster(command.cluster());
        var filter = filter(command);
        var status = command.status().orElse("");
        if (!status.isEmpty() && !isStatus(status)) {
            throw ApiException.invalidParameter("/status")
                    .because("Invalid container instance status: " + status)
                    .remedy(
                            Phrase.of(
                                    "remedy.include",
                                    "known",
                                    Names.list(List.of(ContainerInstanceStatus.values()))));
        }
        var arns =
                desk.state().containerInstances.values().stream()
                        .filter(one -> one.cluster().equals(cluster))
                        .filter(one ->
                                status.isEmpty()
                                        ? one.status() != ContainerInstanceStatus.INACTIVE
                                        : one.status().name().equals(status))
                        .filter(filter)
                        .map(one -> desk.arns().containerInstance(cluster, one.id()))
                        .toList();
        var page = Pages.of(arns, command.page());
        return new ListResponse("containerInstanceArns", page.items(), page.nextToken());
    }

    private Predicate<ContainerInstance> filter(ListContainerInstances command) {
        if (!command.filter().isGiven()) {
            return _ -> true;
        }
        var query = PlacementChecks.query(command.filter().orElse(""), "/filter");
        return one ->
                query.matches(
                        new Member(
                                one,
                                desk.state().occupancy(one.id()).groups(),
                                desk.state().calendar(one.registeredAt())));
    }

    private static boolean isStatus(String text) {
        return List.of(ContainerInstanceStatus.values()).stream()
                .anyMatch(one -> one.name().equals(text));
    }

    /// AWS's own two are always there.
    Response describe(DescribeCapacityProviders command) {
        var all = new LinkedHashMap<String, CapacityProvider>();
        for (var name : List.of(CapacityProvider.FARGATE, CapacityProvider.FARGATE_SPOT)) {
            all.put(name, CapacityProviders.fargate(name, desk.arns()));
        }
        all.putAll(desk.state().capacityProviders);
        var asked = new ArrayList<String>();
        for (var i = 0; i < command.capacityProviders().size(); i++) {
            var given = command.capacityProviders().get(i);
            asked.add(names.lastPart(given, "/capacityProviders/" + i));
        }
        ReadApi.checkCount(asked.size(), 0, ReadApi.DESCRIBE_MAX, "capacityProviders");
        var failures =
                asked.stream()
                        .filter(name -> !all.containsKey(name))
                        .map(name ->
                                new Failure(
                                        desk.arns().capacityProvider(name), ReadApi.MISSING, ""))
                        .toList();
        all.keySet().removeIf(name -> !asked.isEmpty() && !asked.contains(name));
        var page =
                Pages.of(List.copyOf(all.values()), command.page(), PROVIDERS_MAX, PROVIDERS_MAX);
        return new DescribeCapacityProvidersResponse(page.items(), failures, page.nextToken());
    }
}
