package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a command names: by name, id, ARN, or by the `${selector}` that stands for one.
final class Names {

    private static final Pattern SELECTOR = Pattern.compile("\\$\\{[^}]*}");

    private final Desk desk;

    Names(Desk desk) {
        this.desk = desk;
    }

    /// An omitted cluster means `default`.
    String cluster(Given<String> given) {
        var name = Arns.lastPart(plain(given.orElse(ClusterDescription.DEFAULT), "/cluster"));
        var known = desk.state().clusters.get(name);
        if (known == null || known.status() == ClusterStatus.INACTIVE) {
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
            throw noService(cluster, name);
        }
        return service;
    }

    ApiException noService(String cluster, String name) {
        var known =
                desk.state().services.keySet().stream()
                        .filter(n -> n.cluster().equals(cluster))
                        .map(ServiceName::service)
                        .toList();
        return ApiException.of("ServiceNotFoundException", "/service")
                .because("Service not found.")
                .remedy(Phrase.of("remedy.service", "name", name, "known", list(known)));
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
        return Optional.ofNullable(desk.state().tasks.get(new TaskId(id)))
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
                    .remedy(noTaskDefinition(Arns.lastPart(given)));
        }
        return found.get();
    }

    private Phrase noTaskDefinition(String name) {
        var all = desk.state().taskDefinitions.keySet();
        return all.stream().anyMatch(one -> one.family().equals(name))
                ? Phrase.of("remedy.taskDefinition.noActive", "name", name)
                : Phrase.of("remedy.taskDefinition", "name", name, "known", list(all));
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

    /// Ids, with every `${securityGroup/…}` replaced.
    List<String> securityGroups(List<String> given, String field) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < given.size(); i++) {
            ids.add(securityGroup(given.get(i), field + "/" + i));
        }
        return List.copyOf(ids);
    }

    /// An id; also of `securityGroup/NAME`, as a rule names its source.
    String securityGroup(String given, String field) {
        var groups = desk.state().network.securityGroups();
        var isName = given.startsWith("securityGroup/");
        var wanted = isName ? Arns.lastPart(given) : plain(given, field);
        return groups.stream()
                .filter(one -> (isName ? one.name() : one.groupId()).equals(wanted))
                .map(SecurityGroup::groupId)
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidParameter(field)
                                .because("The security group '" + wanted + "' does not exist")
                                .remedy(
                                        Phrase.of(
                                                "remedy.securityGroup",
                                                "known",
                                                list(
                                                        groups.stream()
                                                                .map(SecurityGroup::name)
                                                                .toList()))));
    }

    /// The id of a container instance in an id, an ARN or `${instance/NAME}`, whether or not there
    /// is such a one.
    String containerInstanceId(String given) {
        if (given.startsWith("${instance/") && given.endsWith("}")) {
            var name = given.substring("${instance/".length(), given.length() - 1);
            return desk.state().containerInstances.values().stream()
                    .filter(one -> isCalled(one, name))
                    .reduce((_, later) -> later)
                    .map(ContainerInstance::id)
                    .orElse(name);
        }
        return Arns.lastPart(given);
    }

    private boolean isCalled(ContainerInstance instance, String name) {
        var below = desk.state().instances.get(instance.ec2InstanceId());
        return below != null && below.name().equals(name);
    }

    String knownInstances() {
        return list(
                desk.state().instances.values().stream()
                        .filter(Ec2Instance::isAlive)
                        .map(Ec2Instance::name)
                        .toList());
    }

    /// What follows the last `/`, of a text or of what its selector stands for.
    String lastPart(String given, String field) {
        return Arns.lastPart(plain(given, field));
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
                                .remedy(SelectorKinds.remedy(selector)));
    }

    /// A text with every `${selector}` in it replaced.
    String replaced(String text, String field) {
        var parts = SELECTOR.matcher(text);
        return parts.replaceAll(
                one -> java.util.regex.Matcher.quoteReplacement(plain(one.group(), field)));
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
            case "securityGroup" ->
                    desk.state().network.securityGroups().stream()
                            .filter(group -> group.name().equals(name))
                            .map(SecurityGroup::groupId)
                            .findFirst();
            case "autoScalingGroup" ->
                    Optional.ofNullable(desk.state().autoScalingGroups.get(name))
                            .map(AutoScalingGroup::arn);
            case "capacityProvider" -> Optional.of(name);
            case "targetGroup" ->
                    Optional.ofNullable(desk.state().targetGroups.get(name)).map(TargetGroup::arn);
            case "loadBalancer" ->
                    Optional.ofNullable(desk.state().loadBalancers.get(name))
                            .map(LoadBalancer::arn);
            case "listener" -> listener(name).map(Listener::arn);
            case "rule" -> rule(name);
            case "task" ->
                    desk.state().taskNames.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(name))
                            .map(Map.Entry::getKey)
                            .flatMap(id -> Optional.ofNullable(desk.state().tasks.get(id)).stream())
                            .map(task -> desk.arns().task(task.cluster(), task.id()))
                            .findFirst();
            case "role" ->
                    Optional.ofNullable(desk.state().roles.get(name)).map(role -> role.arn());
            case "secret" ->
                    neighbour(selector, Neighbour.StoredSecret.class)
                            .map(Neighbour.StoredSecret::arn);
            case "fileSystem" ->
                    neighbour(selector, Neighbour.FileSystem.class)
                            .map(Neighbour.FileSystem::fileSystemId);
            case "accessPoint" -> accessPoint(name);
            case "cluster" -> Optional.of(desk.arns().cluster(name));
            case "service" -> Optional.of(name);
            case "serviceDeployment" -> newestDeployment(name);
            case "hook" -> pause(name);
            case "serviceRevision" ->
                    desk.state().revisions.values().stream()
                            .filter(one -> one.service().service().equals(name))
                            .reduce((_, later) -> later)
                            .map(one -> desk.arns().serviceRevision(one.service(), one.id()));
            case "taskDefinition" -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    private <T extends Neighbour> Optional<T> neighbour(String key, Class<T> type) {
        return Optional.ofNullable(desk.state().neighbours.get(key)).map(type::cast);
    }

    /// `NAME#1` is the first one of the file system `NAME`.
    private Optional<String> accessPoint(String name) {
        var hash = name.indexOf('#');
        var system = hash < 0 ? name : name.substring(0, hash);
        var number = hash < 0 ? "1" : name.substring(hash + 1);
        return neighbour("fileSystem/" + system, Neighbour.FileSystem.class)
                .flatMap(one ->
                        one.accessPoints().stream()
                                .filter(id ->
                                        number.equals("" + (one.accessPoints().indexOf(id) + 1)))
                                .findFirst());
    }

    /// @param name such as `web:80`
    private Optional<Listener> listener(String name) {
        return desk.state().listeners.values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// @param name such as `web:80:10` or `web:80:default`
    private Optional<String> rule(String name) {
        var colon = name.lastIndexOf(':');
        return listener(name.substring(0, Math.max(0, colon)))
                .flatMap(listener ->
                        listener.rules().stream()
                                .filter(rule ->
                                        rule.printedPriority().equals(name.substring(colon + 1)))
                                .map(ListenerRule::arn)
                                .findFirst());
    }

    /// The pause that a service's newest deployment is in.
    private Optional<String> pause(String service) {
        return desk.state().serviceDeployments.values().stream()
                .filter(one -> one.service().service().equals(service))
                .reduce((_, later) -> later)
                .flatMap(one -> one.hooks().stream().reduce((_, later) -> later))
                .filter(hook -> hook.status() == HookStatus.AWAITING_ACTION)
                .map(HookDetail::hookId);
    }

    /// Of a service, by its name: the newest one.
    private Optional<String> newestDeployment(String service) {
        return desk.state().serviceDeployments.values().stream()
                .filter(one -> one.service().service().equals(service))
                .reduce((_, later) -> later)
                .map(one -> desk.arns().serviceDeployment(one.service(), one.id()));
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
