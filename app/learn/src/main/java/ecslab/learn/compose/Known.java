package ecslab.learn.compose;

import ecslab.ecs.RunHeader;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.stage.play.Frame;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What there is at a moment: the names and ARNs that a command can speak of.
public record Known(ClusterState state, RunHeader header) {

    private static final Pattern SELECTOR = Pattern.compile("\\$\\{([^}]+)}");

    public static Known of(Frame frame) {
        return new Known(frame.state(), frame.header());
    }

    /// A value that a field may take.
    ///
    /// @param note what it is, where the value alone doesn't tell; may be empty
    record Suggestion(String value, String note) {}

    List<Suggestion> clusters() {
        return named(state.clusters().keySet());
    }

    List<Suggestion> services() {
        return state.services().keySet().stream()
                .map(name -> new Suggestion(name.service(), name.cluster()))
                .toList();
    }

    /// Families first, which mean their newest revision.
    List<Suggestion> taskDefinitions() {
        var names = state.taskDefinitions().keySet();
        return Stream.concat(
                        names.stream().map(name -> name.family()).distinct(),
                        names.stream().map(Object::toString))
                .map(name -> new Suggestion(name, ""))
                .toList();
    }

    /// Tasks that can still be stopped.
    List<Suggestion> tasks() {
        return state.tasks().values().stream()
                .filter(task -> !task.isLeaving())
                .map(this::task)
                .toList();
    }

    private Suggestion task(Task task) {
        var name = state.taskNames().getOrDefault(task.id(), task.id().abbreviated());
        return new Suggestion(task.id().hex(), name + " " + task.lastStatus());
    }

    List<Suggestion> roleArns() {
        return with(state.roles().values(), role -> new Suggestion(role.arn(), role.name()));
    }

    List<Suggestion> roleNames() {
        return named(state.roles().keySet());
    }

    List<Suggestion> images() {
        return with(
                state.images().values(), image -> new Suggestion(image.uri(), image.shortName()));
    }

    List<Suggestion> targetGroupArns() {
        return with(
                state.targetGroups().values(), group -> new Suggestion(group.arn(), group.name()));
    }

    List<Suggestion> loadBalancers() {
        return state.loadBalancers().keySet().stream()
                .map(name -> new Suggestion("loadBalancer/" + name, ""))
                .toList();
    }

    List<Suggestion> containers() {
        return state.taskDefinitions().values().stream()
                .flatMap(definition -> definition.containerDefinitions().stream())
                .map(container -> container.name())
                .distinct()
                .map(name -> new Suggestion(name, ""))
                .toList();
    }

    List<Suggestion> subnets() {
        return with(
                state.network().subnets(),
                subnet -> new Suggestion(subnet.subnetId(), subnet.availabilityZone()));
    }

    /// The text with the ids and ARNs that its selectors, such as `${subnet/a}`, stand for.
    public String resolved(String text) {
        return SELECTOR.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(idOf(found.group(1), found.group())));
    }

    private String idOf(String selector, String otherwise) {
        var subnet = "subnet/";
        if (selector.startsWith(subnet)) {
            return state.network().subnets().stream()
                    .filter(one -> one.name().equals(selector.substring(subnet.length())))
                    .map(Subnet::subnetId)
                    .findFirst()
                    .orElse(otherwise);
        }
        return Selectors.find(state, selector).map(this::idOf).orElse(otherwise);
    }

    private String idOf(Ref ref) {
        return switch (ref.kind()) {
            case ROLE -> header.arns().role(ref.id());
            case TARGET_GROUP -> arnOf(ref);
            case SERVICE -> ref.id().substring(ref.id().indexOf('/') + 1);
            case CLUSTER, TASK_DEFINITION, TASK, LOAD_BALANCER, IMAGE -> ref.id();
            case SUBNET, VPC, REGISTRY, TRAFFIC, REQUEST, INSTANCE -> ref.id();
            case AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> ref.id();
        };
    }

    private String arnOf(Ref targetGroup) {
        var found = state.targetGroups().get(targetGroup.id());
        return found == null ? targetGroup.id() : found.arn();
    }

    private static List<Suggestion> named(Collection<String> names) {
        return with(names, name -> new Suggestion(name, ""));
    }

    private static <T> List<Suggestion> with(
            Collection<T> things, Function<T, Suggestion> suggestion) {
        return things.stream().map(suggestion).toList();
    }
}
