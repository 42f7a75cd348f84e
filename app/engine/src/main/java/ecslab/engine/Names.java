package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a command names: by name, id, ARN, or by the `${selector}` that stands for one.
final class Names {

    private static final Pattern SELECTOR = Pattern.compile("\\$\\{[^}]*}");

    private final Desk desk;
    private final Selectors selectors;

    Names(Desk desk) {
        this.desk = desk;
        selectors = new Selectors(desk);
    }

    /// An omitted cluster means `default`.
    String cluster(Given<String> given) {
        var name = Arns.lastPart(plain(given.orElse(ClusterDescription.DEFAULT), "/cluster"));
        var known = desk.state().clusters.get(name);
        if (known == null || known.status() == ClusterStatus.INACTIVE) {
            throw ApiException.of("ClusterNotFoundException", "/cluster")
                    .because("Cluster not found.")
                    .remedy(noCluster(name));
        }
        return name;
    }

    private Phrase noCluster(String name) {
        var known =
                desk.state().clusters.values().stream()
                        .filter(one -> one.status() != ClusterStatus.INACTIVE)
                        .map(ClusterDescription::name)
                        .toList();
        return Misspelt.remedy(
                name, known, Phrase.of("remedy.cluster", "name", name, "known", list(known)));
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
                desk.state().services.values().stream()
                        .filter(one -> one.name().cluster().equals(cluster))
                        .filter(one -> one.status() != ServiceStatus.INACTIVE)
                        .map(one -> one.name().service())
                        .toList();
        var list = Phrase.of("remedy.service", "name", name, "known", list(known));
        return ApiException.of("ServiceNotFoundException", "/service")
                .because("Service not found.")
                .remedy(Misspelt.remedy(name, known, list));
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
        var family = TaskDefinitionName.parse(name).map(TaskDefinitionName::family).orElse(name);
        var own = all.stream().filter(one -> one.family().equals(family)).toList();
        if (own.isEmpty()) {
            var families = all.stream().map(TaskDefinitionName::family).distinct().toList();
            return Misspelt.remedy(family, families, noTaskDefinition(name, all));
        }
        return family.equals(name)
                ? Phrase.of("remedy.taskDefinition.noActive", "name", name)
                : noTaskDefinition(name, own);
    }

    private static Phrase noTaskDefinition(String name, Iterable<TaskDefinitionName> known) {
        return Phrase.of("remedy.taskDefinition", "name", name, "known", list(known));
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
                                        Misspelt.remedy(
                                                wanted,
                                                groups.stream().map(SecurityGroup::name).toList(),
                                                "remedy.securityGroup")));
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

    /// @param written a name, or what stands for one that nothing has
    Phrase noInstance(String written) {
        var known =
                desk.state().instances.values().stream()
                        .filter(Ec2Instance::isAlive)
                        .map(Ec2Instance::name)
                        .toList();
        return Misspelt.remedy(written, known, "remedy.instance");
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
        return selectors
                .meaning(selector)
                .orElseThrow(() ->
                        ApiException.invalidParameter(field)
                                .because("Nothing is called " + selector + ".")
                                .remedy(SelectorKinds.remedy(selector, selectors)));
    }

    /// A text with every `${selector}` in it replaced.
    String replaced(String text, String field) {
        var parts = SELECTOR.matcher(text);
        return parts.replaceAll(
                one -> java.util.regex.Matcher.quoteReplacement(plain(one.group(), field)));
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
