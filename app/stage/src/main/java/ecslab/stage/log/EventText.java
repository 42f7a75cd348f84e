package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TaskId;
import ecslab.wire.text.Texts;
import java.util.regex.Pattern;

/// Tells events in one language, one line each.
///
/// ECS's own words (event texts, states, API names) stay as ECS prints them; what is added around
/// them, and the gloss below, is in the reader's language.
public final class EventText {

    private static final Pattern LONG_ID = Pattern.compile("\\b([0-9a-f]{6})[0-9a-f]{26}\\b");
    private static final Pattern TARGET_GROUP_ARN =
            Pattern.compile("arn:aws:elasticloadbalancing:[^ )]*:targetgroup/([^/ )]+)/[^ )]+");

    private final Texts texts;
    private final EventMemory memory;
    private final TaskText tasks;
    private final ContainerText containers;
    private final CallText calls;
    private final DecisionText decisions;
    private final RolloutText rollouts;
    private final CapacityText capacity;
    private final TrafficText traffic;

    /// A teller in one language.
    ///
    /// @param memory has heard every event that is told
    public EventText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
        this.tasks = new TaskText(texts, memory);
        this.containers = new ContainerText(texts, memory);
        this.calls = new CallText(texts, memory);
        this.decisions = new DecisionText(texts, memory);
        this.rollouts = new RolloutText(texts, memory);
        this.capacity = new CapacityText(texts, memory);
        this.traffic = new TrafficText(texts);
    }

    /// Hears the next event and tells it: for whoever reads the events from first to last.
    public Line tell(Event event) {
        return line(event, memory.hear(event));
    }

    /// Tells an event.
    ///
    /// @param step what was new when it was heard
    public Line line(Event event, TaskStep step) {
        return switch (event) {
            case Event.TaskStateChange change -> tasks.line(change.task(), step);
            case Event.ServiceEvent said -> serviceEvent(said);
            case Event.ServiceAction action -> serviceAction(action);
            case Event.DeploymentStateChange change -> deployment(change);
            case Event.Deploying deploying -> rollouts.line(deploying);
            case Event.TargetHealthChange change -> target(change);
            case Event.HealthProbe probe -> probe(probe);
            case Event.ImagePull pull -> tasks.line(pull);
            case Event.ContainerProbe probe -> containers.line(probe);
            case Event.ContainerRestart restart -> containers.line(restart);
            case Event.TaskDeleted(_, var task) -> tasks.deleted(task);
            case Event.ContainerInstanceDeleted(_, var one) -> capacity.deleted(one);
            case Event.TaskDefinitionDeleted(_, var name) ->
                    described("event.taskDefinition.deleted", name.toString());
            case Event.FaultChange change -> containers.line(change);
            case Event.NeighbourChange change -> containers.line(change);
            case Event.RequestWindow window -> traffic.line(window);
            case Event.UtilizationReport report -> traffic.line(report);
            case Event.RequestSent sent -> request(sent.request(), "sent", sent.path());
            case Event.RequestRouted routed -> request(routed.request(), "routed", name(routed));
            case Event.RequestAnswered answered -> answered(answered);
            case Event.ApiCall call -> calls.line(call);
            case Event.ApiRefusal refusal -> calls.line(refusal);
            case Decision decision -> decisions.line(decision);
            case Event.ServiceChange(_, var service) ->
                    described(
                            "event.service.change",
                            service.name().service(),
                            "desired",
                            service.desiredCount(),
                            "running",
                            service.runningCount(),
                            "pending",
                            service.pendingCount());
            case Event.ClusterChange(_, var cluster) -> cluster(cluster);
            case Event.TaskDefinitionChange(_, var definition) ->
                    described(
                            "event.taskDefinition.change",
                            definition.name().toString(),
                            "status",
                            definition.status());
            case Event.InstanceChange(_, var instance) -> capacity.line(instance);
            case Event.ContainerInstanceChange(_, var instance) -> capacity.line(instance);
            case Event.AutoScalingGroupChange(_, var group) -> capacity.line(group);
            case Event.CapacityProviderChange(_, var provider) -> capacity.line(provider);
            case Event.NetworkChange(_, var network) ->
                    described("event.network.change", network.vpcId(), "cidr", network.cidr());
            case Event.RoleChange(_, var role) ->
                    described("event.role.change", role.name(), "count", role.policyArns().size());
            case Event.ImageChange(_, var image) ->
                    described("event.image.change", image.shortName(), "mib", image.sizeMib());
            case Event.LoadBalancerChange(_, var balancer) -> described(balancer);
            case Event.ListenerChange(_, var listener) -> described(listener);
            case Event.BalancingDeleted deleted -> described(deleted);
            case Event.TargetGroupChange(_, var group) -> described(group);
        };
    }

    private Line described(Event.BalancingDeleted deleted) {
        return described("event.balancing.deleted", deleted.id(), "noun", deleted.noun().word());
    }

    private Line described(TargetGroup group) {
        return described("event.targetGroup.change", group.name(), "port", group.port());
    }

    private Line described(LoadBalancer balancer) {
        return described(
                "event.loadBalancer.change", balancer.name(), "type", balancer.type().printed());
    }

    private Line described(Listener listener) {
        return described(
                "event.listener.change",
                listener.name(),
                "protocol",
                listener.protocol(),
                "count",
                listener.rules().size());
    }

    private Line cluster(ClusterDescription cluster) {
        return described(
                "event.cluster.change",
                cluster.name(),
                "status",
                cluster.status(),
                "running",
                cluster.runningTasksCount(),
                "pending",
                cluster.pendingTasksCount());
    }

    /// ECS's own words with the ids shortened, so that a line can be read at a glance. The whole
    /// message is in the JSON.
    static String shortened(String message) {
        var shorter = LONG_ID.matcher(message).replaceAll("$1…");
        return TARGET_GROUP_ARN.matcher(shorter).replaceAll("$1");
    }

    private Line serviceEvent(Event.ServiceEvent said) {
        var service = said.service().service();
        var prefix = "(service " + service + ") ";
        var message = said.message();
        var words = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
        var gloss = ServiceGloss.of(message);
        return new Line(
                Topic.SERVICE,
                gloss.map(ServiceGloss::tone).orElse(Tone.ACCENT),
                source("service", service),
                shortened(words),
                gloss.map(known -> texts.of(known.key())).orElse(""));
    }

    private Line serviceAction(Event.ServiceAction action) {
        var tone =
                switch (action.eventType()) {
                    case "ERROR" -> Tone.DANGER;
                    case "WARN" -> Tone.WARNING;
                    default -> Tone.ACCENT;
                };
        return new Line(
                Topic.SERVICE,
                tone,
                source("service", action.service().service()),
                withReason(action.eventName(), action.reason()),
                "");
    }

    private Line deployment(Event.DeploymentStateChange change) {
        var tone =
                switch (change.eventName()) {
                    case "SERVICE_DEPLOYMENT_COMPLETED" -> Tone.SUCCESS;
                    case "SERVICE_DEPLOYMENT_FAILED" -> Tone.DANGER;
                    default -> Tone.ACCENT;
                };
        return new Line(
                Topic.DEPLOYMENT,
                tone,
                source("deployment", change.service().service()),
                withReason(change.eventName(), change.reason()),
                "");
    }

    private Line target(Event.TargetHealthChange change) {
        var target = change.target();
        return new Line(
                Topic.TARGET,
                Tone.of(target.state()),
                source("target", memory.nameOf(target.task())),
                withReason(target.state().printed(), target.reason()),
                joined(target.description(), texts.of("gloss.target." + target.state().printed())));
    }

    private Line probe(Event.HealthProbe probe) {
        var key = probe.passed() ? "event.probe.passed" : "event.probe.failed";
        return new Line(
                Topic.TARGET,
                probe.passed() ? Tone.SUCCESS : Tone.WARNING,
                source("target", memory.nameOf(probe.task())),
                texts.of(key, "status", httpStatus(probe.status()), "count", probe.inARow()),
                "");
    }

    private Line answered(Event.RequestAnswered answered) {
        var served = !answered.isFailure();
        return new Line(
                Topic.REQUEST,
                served ? Tone.SUCCESS : Tone.DANGER,
                source("request", Long.toString(answered.request())),
                "HTTP " + httpStatus(answered.status()),
                texts.of("request.cause." + answered.cause().word()));
    }

    private String httpStatus(int status) {
        return status == 0 ? texts.of("event.noAnswer") : Integer.toString(status);
    }

    private Line request(long number, String word, String where) {
        return new Line(
                Topic.REQUEST,
                Tone.MUTED,
                source("request", Long.toString(number)),
                texts.of("event.request." + word, "where", where),
                "");
    }

    private String name(Event.RequestRouted routed) {
        return memory.nameOf(routed.task());
    }

    private Line described(String key, String name, Object... namesAndValues) {
        return new Line(Topic.DESCRIPTION, Tone.MUTED, name, texts.of(key, namesAndValues), "");
    }

    private String source(String kind, String name) {
        return texts.of("event.source." + kind, "name", name);
    }

    static String withReason(String what, String reason) {
        return reason.isEmpty() ? what : what + ": " + shortened(reason);
    }

    /// What follows the last colon of a function's ARN.
    static String lastOfArn(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
    }

    /// How a thing is called that a decision or an API call is about.
    static String nameOf(EventMemory memory, Ref ref) {
        return switch (ref.kind()) {
            case TASK -> memory.nameOf(new TaskId(ref.id()));
            case SERVICE, IMAGE -> Arns.lastPart(ref.id());
            case CLUSTER, TASK_DEFINITION, LOAD_BALANCER, TARGET_GROUP -> ref.id();
            case INSTANCE -> memory.nameOfInstance(ref.id());
            case AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> ref.id();
            case ROLE, SUBNET, VPC, REGISTRY, TRAFFIC, REQUEST -> ref.id();
        };
    }
}
