package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what a command names: by name, id, ARN, or by the `${selector}` that stands for one.
final class Names {

    private static final String DEFAULT_CLUSTER = "default";

    private final Desk desk;

    Names(Desk desk) {
        this.desk = desk;
    }

    /// An omitted cluster means `default`.
    String cluster(Given<String> given) {
        var name = Arns.lastPart(plain(given.orElse(DEFAULT_CLUSTER), "/cluster"));
        if (!desk.state().clusters.containsKey(name)) {
            throw ApiException.of("ClusterNotFoundException", "/cluster")
                    .because("Cluster not found.")
                    .remedy(
                            Phrase.of(
                                    "remedy.cluster",
                                    "name",
                                    name,
                                    "known",
                                    list(desk.state().clusters.keySet())));
        }
        return name;
    }

    Service service(String cluster, String given) {
        var name = Arns.lastPart(plain(given, "/service"));
        var service = desk.state().services.get(new ServiceName(cluster, name));
        if (service == null) {
            var known =
                    desk.state().services.keySet().stream()
                            .filter(n -> n.cluster().equals(cluster))
                            .map(ServiceName::service)
                            .toList();
            throw ApiException.of("ServiceNotFoundException", "/service")
                    .because("Service not found.")
                    .remedy(Phrase.of("remedy.service", "name", name, "known", list(known)));
        }
        return service;
    }

    /// The id in an id, an ARN or a selector, whether or not there is such a task still.
    TaskId taskId(String given) {
        if (given.startsWith("${task/")) {
            var name = given.substring("${task/".length(), given.length() - 1);
            for (var entry : desk.state().taskNames.entrySet()) {
                if (entry.getValue().equals(name)) {
                    return entry.getKey();
                }
            }
        }
        return new TaskId(Arns.lastPart(plain(given, "/tasks")));
    }

    Task task(String given) {
        var id = Arns.lastPart(plain(given, "/task"));
        return desk.state().tasks.values().stream()
                .filter(task -> task.id().hex().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidParameter("/task")
                                .because("The referenced task was not found.")
                                .remedy(Phrase.of("remedy.task", "name", id)));
    }

    /// A family alone means its latest ACTIVE revision.
    Optional<TaskDefinition> find(String given) {
        var name = Arns.lastPart(plain(given, "/taskDefinition"));
        var exact = TaskDefinitionName.parse(name);
        return exact.isPresent()
                ? Optional.ofNullable(desk.state().taskDefinitions.get(exact.get()))
                : latest(name);
    }

    TaskDefinition taskDefinition(String given) {
        var found = find(given);
        if (found.isEmpty()) {
            throw ApiException.client("/taskDefinition")
                    .because("TaskDefinition not found.")
                    .remedy(
                            Phrase.of(
                                    "remedy.taskDefinition",
                                    "name",
                                    Arns.lastPart(given),
                                    "known",
                                    list(desk.state().taskDefinitions.keySet())));
        }
        return found.get();
    }

    Subnet subnet(String given, String field) {
        var id = plain(given, field);
        return desk.state().network.subnets().stream()
                .filter(subnet -> subnet.subnetId().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidParameter(field)
                                .because(
                                        "Error retrieving subnet information for ["
                                                + id
                                                + "]: The subnet ID '"
                                                + id
                                                + "' does not exist")
                                .remedy(
                                        Phrase.of(
                                                "remedy.subnet",
                                                "known",
                                                list(subnetSelectors()))));
    }

    TargetGroup targetGroup(String given, String field) {
        var arn = plain(given, field);
        return desk.state().targetGroups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidParameter(field)
                                .because("The target group " + arn + " does not exist.")
                                .remedy(
                                        Phrase.of(
                                                "remedy.targetGroup",
                                                "known",
                                                list(desk.state().targetGroups.keySet()))));
    }

    /// The text itself, or what its `${selector}` stands for.
    String plain(String text, String field) {
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return text;
        }
        var selector = text.substring(2, text.length() - 1);
        return meaning(selector)
                .orElseThrow(() ->
                        ApiException.invalidParameter(field)
                                .because("Nothing is called " + selector + ".")
                                .remedy(Phrase.of("remedy.selector", "name", selector)));
    }

    private Optional<String> meaning(String selector) {
        var slash = selector.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var name = selector.substring(slash + 1);
        return switch (selector.substring(0, slash)) {
            case "subnet" ->
                    desk.state().network.subnets().stream()
                            .filter(subnet -> subnet.name().equals(name))
                            .map(Subnet::subnetId)
                            .findFirst();
            case "targetGroup" ->
                    Optional.ofNullable(desk.state().targetGroups.get(name)).map(TargetGroup::arn);
            case "task" ->
                    desk.state().taskNames.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(name))
                            .map(Map.Entry::getKey)
                            .flatMap(id -> Optional.ofNullable(desk.state().tasks.get(id)).stream())
                            .map(task -> desk.arns().task(task.cluster(), task.id()))
                            .findFirst();
            case "role" ->
                    Optional.ofNullable(desk.state().roles.get(name)).map(role -> role.arn());
            case "cluster" -> Optional.of(desk.arns().cluster(name));
            case "service" -> Optional.of(name);
            case "taskDefinition" -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    private Optional<TaskDefinition> latest(String family) {
        return desk.state().taskDefinitions.values().stream()
                .filter(d -> d.name().family().equals(family))
                .filter(d -> d.status() == TaskDefinitionStatus.ACTIVE)
                .reduce((_, later) -> later);
    }

    private List<String> subnetSelectors() {
        return desk.state().network.subnets().stream()
                .map(subnet -> "${subnet/" + subnet.name() + "}")
                .toList();
    }

    static String list(Iterable<?> names) {
        var joined = new StringBuilder();
        for (var name : names) {
            joined.append(joined.isEmpty() ? "" : ", ").append(name);
        }
        return joined.isEmpty() ? "-" : joined.toString();
    }
}
