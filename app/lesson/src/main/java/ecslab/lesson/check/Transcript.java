package ecslab.lesson.check;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.ecs.state.StateFold;
import ecslab.wire.command.CommandJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes what happens in a run for people to read and to compare: lifecycle, service events and
/// decisions, by selector. Requests, health checks and the counts of services are left out.
final class Transcript {

    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final Pattern DEPLOYMENT = Pattern.compile("ecs-svc/\\d{19}");

    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> deployments = new LinkedHashMap<>();
    private final ClusterState state;

    /// @param state as the run leaves it: a decision about a task comes before its first event
    private Transcript(ClusterState state) {
        this.state = state;
    }

    /// Something said between the events, such as which step begins.
    record Heading(int position, String text) {}

    /// One line for each event that is worth one.
    ///
    /// @param headings in order; each stands before the event at its position
    static List<String> of(List<Event> events, List<Heading> headings) {
        var fold = new StateFold(ClusterState.EMPTY);
        events.forEach(fold::apply);
        var transcript = new Transcript(fold.snapshot());
        var lines = new ArrayList<String>();
        for (var position = 0; position <= events.size(); position++) {
            for (var heading : headings) {
                if (heading.position() == position) {
                    lines.add(heading.text());
                }
            }
            if (position < events.size()) {
                transcript.line(events.get(position)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<String> line(Event event) {
        return said(event).map(said -> event.at() + " " + named(said));
    }

    /// There is no `default` here on purpose: a new kind of event will not compile until somebody
    /// has decided whether it is worth a line.
    private Optional<String> said(Event event) {
        return switch (event) {
            case Event.TaskStateChange(_, var task) -> taskLine(task);
            case Event.ServiceEvent(_, _, _, var message) -> Optional.of(message);
            case Event.ServiceAction action ->
                    Optional.of(name(Ref.service(action.service())) + " " + action.eventName());
            case Event.DeploymentStateChange change ->
                    Optional.of(
                            name(Ref.service(change.service()))
                                    + " "
                                    + change.deploymentId()
                                    + " "
                                    + change.eventName());
            case Event.Deploying deploying -> said(deploying);
            case Event.TargetHealthChange(_, var target) -> said(target);
            case Event.ImagePull(_, var task, _, var image, var pull) ->
                    Optional.of(name(Ref.task(task)) + " " + said(pull) + " " + image);
            case Event.ContainerRestart(_, var task, var container, int code, int count) ->
                    Optional.of(
                            name(Ref.task(task))
                                    + " restarts "
                                    + container
                                    + " after exit code "
                                    + code
                                    + ", restart "
                                    + count);
            case Event.TaskDeleted(_, var task) ->
                    Optional.of(name(Ref.task(task)) + " is deleted");
            case Event.FaultChange(_, var fault, var present) ->
                    Optional.of(fault.key() + (present ? " begins" : " ends"));
            case Event.NeighbourChange(_, var neighbour, var present) ->
                    Optional.of(neighbour.key() + (present ? " is made" : " is deleted"));
            case Event.TaskDefinitionDeleted _, Event.ContainerProbe _ -> Optional.empty();
            case Event.ContainerInstanceDeleted _ -> Optional.empty();
            case Event.ApiCall(_, _, var origin, var command) ->
                    Optional.of(origin + " " + CommandJson.call(command));
            case Event.ApiRefusal(_, _, var origin, var command, var error) ->
                    Optional.of(
                            origin + " " + CommandJson.call(command) + " refused: " + error.code());
            case Decision decision ->
                    isAboutRequests(decision) ? Optional.empty() : Optional.of(said(decision));
            case Event.ServiceChange _, Event.ClusterChange _, Event.TaskDefinitionChange _ ->
                    Optional.empty();
            case Event.InstanceChange(_, var instance) ->
                    Optional.of("instance/" + instance.name() + " " + instance.state().printed());
            case Event.ContainerInstanceChange _ -> Optional.empty();
            case Event.AutoScalingGroupChange _, Event.CapacityProviderChange _ -> Optional.empty();
            case Event.NetworkChange _, Event.RoleChange _, Event.ImageChange _ -> Optional.empty();
            case Event.RequestWindow _, Event.UtilizationReport _ -> Optional.empty();
            case Event.ListenerChange _, Event.BalancingDeleted _ -> Optional.empty();
            case Event.LoadBalancerChange _, Event.TargetGroupChange _, Event.HealthProbe _ ->
                    Optional.empty();
            case Event.RequestSent _, Event.RequestRouted _, Event.RequestAnswered _ ->
                    Optional.empty();
        };
    }

    /// The two reasons of `initial` are one line.
    private Optional<String> said(Target target) {
        return target.reason().equals("Elb.InitialHealthChecking")
                ? Optional.empty()
                : Optional.of(
                        "target/"
                                + target.id().targetGroup()
                                + " "
                                + name(Ref.task(target.task()))
                                + " "
                                + target.state().printed());
    }

    private static String stage(LifecycleStage stage) {
        return stage == LifecycleStage.NONE ? "" : " " + stage;
    }

    private Optional<String> said(Event.Deploying event) {
        return switch (event) {
            case Event.ServiceDeploymentChange(_, var one) ->
                    Optional.of(
                            name(Ref.service(one.service()))
                                    + " service deployment "
                                    + one.status()
                                    + stage(one.lifecycleStage()));
            case Event.HookCall call ->
                    Optional.of(
                            name(Ref.service(call.service()))
                                    + " hook"
                                    + stage(call.stage())
                                    + " "
                                    + call.hookStatus());
            case Event.AlarmChange(_, var alarm) ->
                    Optional.of("alarm/" + alarm.name() + " " + alarm.state());
            case Event.TaskProtectionChange(_, var one) ->
                    Optional.of(
                            name(Ref.task(one.task()))
                                    + " protectionEnabled "
                                    + one.protectionEnabled());
            case Event.CodeDeployDeploymentChange(_, var one) ->
                    Optional.of(
                            name(Ref.service(one.service()))
                                    + " CodeDeploy "
                                    + (one.origin().isRollback() ? "rollback " : "deployment ")
                                    + one.status().printed()
                                    + event(one)
                                    + ", green "
                                    + one.traffic().productionTenths()
                                    + "/1000");
            case Event.CodeDeployResourceChange _, Event.ServiceRevisionChange _ ->
                    Optional.empty();
        };
    }

    private static String event(DeploymentInfo deployment) {
        return deployment
                .newestEvent()
                .map(one -> " " + one.name().printed() + " " + one.status().printed())
                .orElse("");
    }

    private Optional<String> taskLine(Task task) {
        var before = Optional.ofNullable(tasks.put(task.id(), task));
        var isSame =
                before.filter(one ->
                                one.lastStatus() == task.lastStatus()
                                        && one.desiredStatus() == task.desiredStatus())
                        .isPresent();
        var why = task.isStopped() ? ": " + reason(task.stop()) : "";
        return isSame
                ? Optional.empty()
                : Optional.of(
                        name(Ref.task(task.id()))
                                + " "
                                + task.lastStatus()
                                + " (desired "
                                + task.desiredStatus()
                                + ")"
                                + why);
    }

    private static String reason(Stop stop) {
        return switch (stop) {
            case Stop.NotAsked() -> "nobody asked it to";
            case Stop.Asked(var code, var reason) -> code + ": " + reason;
        };
    }

    private static String said(Pull pull) {
        return switch (pull) {
            case Pull.Started _ -> "pulls";
            case Pull.Finished _ -> "has pulled";
            case Pull.Cached _ -> "takes from the instance";
            case Pull.Failed _ -> "could not pull";
        };
    }

    private static boolean isAboutRequests(Decision decision) {
        return decision.kind() == Decision.Kind.TARGET || decision.kind() == Decision.Kind.REQUEST;
    }

    private String said(Decision decision) {
        var values =
                decision.outcome().values().entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(", "));
        var sum = decision.arithmetic().isEmpty() ? "" : " [" + decision.arithmetic() + "]";
        return name(decision.about())
                + " decides "
                + decision.kind().word()
                + ": "
                + decision.outcome().key()
                + (values.isEmpty() ? "" : " " + values)
                + sum;
    }

    private String name(Ref ref) {
        return ref.kind() == Ref.Kind.TASK && !isKnown(ref)
                ? ref.id()
                : Selectors.nameOf(state, ref);
    }

    private boolean isKnown(Ref ref) {
        return state.taskNames().keySet().stream().anyMatch(id -> id.hex().equals(ref.id()));
    }

    /// Ids that were drawn become names.
    private String named(String text) {
        var tasksNamed =
                HEX.matcher(text).replaceAll(id -> name(new Ref(Ref.Kind.TASK, id.group())));
        return DEPLOYMENT
                .matcher(tasksNamed)
                .replaceAll(id ->
                        "deployment#"
                                + deployments.computeIfAbsent(
                                        id.group(), _ -> deployments.size() + 1));
    }
}
