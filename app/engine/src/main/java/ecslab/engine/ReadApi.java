package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.DescribeClustersResponse;
import ecslab.ecs.Response.DescribeServicesResponse;
import ecslab.ecs.Response.ListResponse;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.command.ReadCommand.DescribeClusters;
import ecslab.ecs.command.ReadCommand.DescribeServices;
import ecslab.ecs.command.ReadCommand.ListClusters;
import ecslab.ecs.command.ReadCommand.ListServices;
import ecslab.ecs.command.ReadCommand.ListTaskDefinitionFamilies;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.TaskDefinitionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The actions that only look: those about clusters, services and families here, the others in
/// [ReadInstances] and [ReadTasks]. What isn't there is among the failures as MISSING (behaviour
/// reference §5.4); lists come in parts (§17.2).
final class ReadApi {

    static final int DESCRIBE_MAX = 100;
    static final String MISSING = "MISSING";

    private static final int SERVICES_MAX = 10;
    private static final int SERVICES_AT_FIRST = 10;
    private static final List<String> CLUSTER_INCLUDE =
            List.of("ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS");

    private final Desk desk;
    private final Names names;
    private final ReadInstances instances;
    private final ReadTasks tasks;

    ReadApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
        instances = new ReadInstances(desk, names);
        tasks = new ReadTasks(desk, names);
    }

    /// Nothing changes: the call is accepted once the answer is found.
    Response carryOut(ReadCommand command, Runnable accepted) {
        var response = answer(command);
        accepted.run();
        return response;
    }

    private Response answer(ReadCommand command) {
        return switch (command) {
            case DescribeClusters some -> describe(some);
            case ListClusters list -> list(list);
            case ReadCommand.DescribeCapacityProviders some -> instances.describe(some);
            case ReadCommand.DescribeContainerInstances some -> instances.describe(some);
            case ReadCommand.ListContainerInstances list -> instances.list(list);
            case ReadCommand.ListTasks list -> tasks.list(list);
            case DescribeServices some -> describe(some);
            case ListServices list -> list(list);
            case ListTaskDefinitionFamilies list -> list(list);
        };
    }

    private Response describe(DescribeClusters command) {
        checkCount(command.clusters().size(), 0, DESCRIBE_MAX, "clusters");
        checkInclude(command.include(), CLUSTER_INCLUDE);
        var asked =
                command.clusters().isEmpty()
                        ? List.of(ClusterDescription.DEFAULT)
                        : command.clusters();
        var found = new ArrayList<ClusterDescription>();
        var failures = new ArrayList<Failure>();
        for (var i = 0; i < asked.size(); i++) {
            var name = names.lastPart(asked.get(i), "/clusters/" + i);
            var cluster = desk.state().clusters.get(name);
            if (cluster == null) {
                failures.add(new Failure(desk.arns().cluster(name), MISSING, ""));
            } else {
                found.add(cluster);
            }
        }
        return new DescribeClustersResponse(
                List.copyOf(found),
                found.stream().map(one -> ClusterCounts.of(desk.state(), one.name())).toList(),
                command.include(),
                List.copyOf(failures));
    }

    private Response list(ListClusters command) {
        var arns =
                desk.state().clusters.values().stream()
                        .filter(one -> one.status() != ClusterStatus.INACTIVE)
                        .map(one -> desk.arns().cluster(one.name()))
                        .toList();
        var page = Pages.of(arns, command.page());
        return new ListResponse("clusterArns", page.items(), page.nextToken());
    }

    private Response describe(DescribeServices command) {
        var cluster = names.cluster(command.cluster());
        checkCount(command.services().size(), 1, SERVICES_MAX, "services");
        var found = new ArrayList<Service>();
        var failures = new ArrayList<Failure>();
        for (var i = 0; i < command.services().size(); i++) {
            var name =
                    new ServiceName(
                            cluster, names.lastPart(command.services().get(i), "/services/" + i));
            var service = desk.state().services.get(name);
            if (service == null) {
                failures.add(new Failure(desk.arns().service(name), MISSING, ""));
            } else {
                found.add(service);
            }
        }
        return new DescribeServicesResponse(List.copyOf(found), List.copyOf(failures));
    }

    private Response list(ListServices command) {
        var cluster = names.cluster(command.cluster());
        var type = LaunchTypes.checked(command.launchType());
        var strategy = command.schedulingStrategy().orElse("");
        if (!List.of("", "REPLICA", "DAEMON").contains(strategy)) {
            throw ApiException.invalidParameter("/schedulingStrategy")
                    .because("Scheduling strategy should be one of [REPLICA, DAEMON].")
                    .remedy(Phrase.of("remedy.schedulingStrategy"));
        }
        var arns =
                desk.state().services.values().stream()
                        .filter(one -> one.name().cluster().equals(cluster))
                        .filter(one -> one.status() != ServiceStatus.INACTIVE)
                        .filter(one -> type.orElse(one.launchType()) == one.launchType())
                        .filter(one -> !strategy.equals("DAEMON"))
                        .map(one -> desk.arns().service(one.name()))
                        .toList();
        var page = Pages.of(arns, command.page(), SERVICES_AT_FIRST, Pages.MOST);
        return new ListResponse("serviceArns", page.items(), page.nextToken());
    }

    /// A family is ACTIVE as long as one of its revisions is.
    private Response list(ListTaskDefinitionFamilies command) {
        var status = command.status().orElse("ALL");
        if (!List.of("ACTIVE", "INACTIVE", "ALL").contains(status)) {
            throw ApiException.client("/status")
                    .because("Invalid status '" + status + "'.")
                    .remedy(Phrase.of("remedy.family.status"));
        }
        var prefix = command.familyPrefix().orElse("");
        var active = new TreeMap<String, Boolean>();
        for (var one : desk.state().taskDefinitions.values()) {
            if (one.name().family().startsWith(prefix)
                    && one.status() != TaskDefinitionStatus.DELETE_IN_PROGRESS) {
                active.merge(
                        one.name().family(),
                        one.status() == TaskDefinitionStatus.ACTIVE,
                        Boolean::logicalOr);
            }
        }
        var families =
                active.entrySet().stream()
                        .filter(one ->
                                status.equals("ALL") || one.getValue() == status.equals("ACTIVE"))
                        .map(one -> one.getKey())
                        .toList();
        var page = Pages.of(families, command.page());
        return new ListResponse("families", page.items(), page.nextToken());
    }

    /// @param field AWS's name of the list
    static void checkCount(int count, int min, int max, String field) {
        if (count < min || count > max) {
            throw ApiException.invalidParameter("/" + field)
                    .because(field + " must have " + min + " to " + max + " items.")
                    .remedy(Phrase.of("remedy.items", "field", field, "min", min, "max", max));
        }
    }

    static void checkInclude(List<String> include, List<String> known) {
        for (var i = 0; i < include.size(); i++) {
            if (!known.contains(include.get(i))) {
                throw ApiException.invalidParameter("/include/" + i)
                        .because("Invalid include value: " + include.get(i))
                        .remedy(Phrase.of("remedy.include", "known", Names.list(known)));
            }
        }
    }
}
