package ecslab.engine;

import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a `${selector}` stands for: it names by a name that an author knows what has an id that is
/// drawn.
final class Selectors {

    private final Desk desk;

    Selectors(Desk desk) {
        this.desk = desk;
    }

    /// The ARN or id; empty if there is no such thing, or not yet.
    ///
    /// @param selector such as `targetGroup/web`
    Optional<String> meaning(String selector) {
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
            case "serviceDeployment", "hook", "codeDeployDeployment", "hookExecution", "taskSet" ->
                    new DeploymentNames(desk).meaning(selector.substring(0, slash), name);
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

    /// The names that selectors of a kind may have, as far as one may be misspelt.
    Collection<String> names(String kind) {
        return switch (kind) {
            case "subnet" -> desk.state().network.subnets().stream().map(Subnet::name).toList();
            case "securityGroup" ->
                    desk.state().network.securityGroups().stream()
                            .map(SecurityGroup::name)
                            .toList();
            case "autoScalingGroup" -> desk.state().autoScalingGroups.keySet();
            case "targetGroup" -> desk.state().targetGroups.keySet();
            case "loadBalancer" -> desk.state().loadBalancers.keySet();
            case "listener" ->
                    desk.state().listeners.values().stream().map(Listener::name).toList();
            case "rule" -> rules();
            case "task" -> desk.state().taskNames.values();
            case "role" -> desk.state().roles.keySet();
            case "secret", "fileSystem" -> neighbours(kind);
            case "accessPoint" -> neighbours("fileSystem");
            case "serviceDeployment", "hook", "serviceRevision" -> services();
            case "codeDeployDeployment", "hookExecution" -> services();
            case "taskSet" -> new DeploymentNames(desk).externalIds();
            default -> List.of();
        };
    }

    private List<String> services() {
        return desk.state().services.keySet().stream().map(ServiceName::service).toList();
    }

    private List<String> rules() {
        return desk.state().listeners.values().stream()
                .flatMap(listener ->
                        listener.rules().stream()
                                .map(rule -> listener.name() + ":" + rule.printedPriority()))
                .toList();
    }

    private List<String> neighbours(String kind) {
        return desk.state().neighbours.keySet().stream()
                .filter(key -> key.startsWith(kind + "/"))
                .map(key -> key.substring(kind.length() + 1))
                .toList();
    }
}
