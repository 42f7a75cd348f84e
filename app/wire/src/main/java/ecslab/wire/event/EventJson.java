package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import ecslab.ecs.ApiError;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskId;
import ecslab.wire.command.CommandJson;
import ecslab.wire.output.JsonText;
import java.io.IOException;

/// Writes an event as one line of JSON: `at` first, then the event's name, then its fields in a
/// fixed order. What is empty is left out. Moments and durations are seconds with six decimals.
public final class EventJson {

    private final NounWriter out;

    private EventJson(JsonGenerator out) {
        this.out = new NounWriter(out);
    }

    /// The line, without its end.
    public static String line(Event event) {
        return JsonText.written(out -> new EventJson(out).write(event));
    }

    private void write(Event event) throws IOException {
        out.open();
        out.moment("at", event.at());
        out.text("event", event.getClass().getSimpleName());
        writeFields(event);
        out.close();
    }

    /// There is no `default` here on purpose: a new kind of event will not compile until somebody
    /// has decided how it is written.
    private void writeFields(Event event) throws IOException {
        switch (event) {
            case Event.TaskStateChange(_, var task) -> out.task("task", task);
            case Event.ServiceAction action -> write(action);
            case Event.DeploymentStateChange change -> write(change);
            case Event.ServiceEvent said -> write(said);
            case Event.ServiceChange(_, var service) -> out.service("service", service);
            case Event.Deploying deploying -> write(deploying);
            case Event.ClusterChange(_, var cluster) -> out.cluster("cluster", cluster);
            case Event.TaskDefinitionChange(_, var definition) ->
                    out.taskDefinition("taskDefinition", definition);
            case Event.InstanceChange(_, var one) -> out.instance("instance", one);
            case Event.ContainerInstanceChange(_, var one) ->
                    out.containerInstance("containerInstance", one);
            case Event.AutoScalingGroupChange(_, var group) ->
                    out.autoScalingGroup("autoScalingGroup", group);
            case Event.CapacityProviderChange(_, var one) ->
                    out.capacityProvider("capacityProvider", one);
            case Event.NeighbourChange(_, var neighbour, var present) -> {
                out.neighbour("neighbour", neighbour);
                out.flag("present", present);
            }
            case Event.NetworkChange(_, var network) -> out.network("network", network);
            case Event.RoleChange(_, var role) -> out.role("role", role);
            case Event.ImageChange(_, var image) -> out.image("image", image);
            case Event.LoadBalancerChange(_, var balancer) ->
                    out.loadBalancer("loadBalancer", balancer);
            case Event.ListenerChange(_, var listener) -> out.listener("listener", listener);
            case Event.BalancingDeleted(_, var noun, var id) -> {
                out.text("noun", noun.word());
                out.text("id", id);
            }
            case Event.TargetGroupChange(_, var group) -> out.targetGroup("targetGroup", group);
            case Event.TargetHealthChange(_, var target) -> out.target("target", target);
            case Event.HealthProbe probe -> write(probe);
            case Event.ImagePull pull -> write(pull);
            case Event.ContainerProbe probe -> write(probe);
            case Event.ContainerRestart restart -> write(restart);
            case Event.ContainerInstanceDeleted(_, var one) -> out.text("containerInstance", one);
            case Event.TaskDeleted(_, var task) -> out.text("task", task);
            case Event.TaskDefinitionDeleted(_, var name) -> out.text("taskDefinition", name);
            case Event.FaultChange(_, var fault, var present) -> {
                out.fault("fault", fault);
                out.flag("present", present);
            }
            case Event.RequestWindow window -> out.window(window);
            case Event.UtilizationReport report -> out.utilization(report);
            case Event.RequestSent sent -> write(sent);
            case Event.RequestRouted(_, var request, var target, var task) ->
                    writeRouted(request, target, task);
            case Event.RequestAnswered answered -> write(answered);
            case Event.ApiCall(_, var call, var origin, var command) ->
                    writeCall(call, origin, command);
            case Event.ApiRefusal(_, var call, var origin, var command, var error) -> {
                writeCall(call, origin, command);
                write(error);
            }
            case Decision decision -> write(decision);
        }
    }

    private void write(Event.ServiceAction action) throws IOException {
        out.text("service", action.service());
        out.text("eventType", action.eventType());
        out.text("eventName", action.eventName());
        out.text("reason", action.reason());
    }

    private void write(Event.DeploymentStateChange change) throws IOException {
        out.text("service", change.service());
        out.text("deploymentId", change.deploymentId());
        out.text("eventName", change.eventName());
        out.text("reason", change.reason());
    }

    private void write(Event.Deploying event) throws IOException {
        switch (event) {
            case Event.ServiceRevisionChange(_, var revision) ->
                    out.revision("serviceRevision", revision);
            case Event.ServiceDeploymentChange(_, var one) ->
                    out.serviceDeployment("serviceDeployment", one);
            case Event.AlarmChange(_, var alarm) -> write(alarm);
            case Event.TaskProtectionChange(_, var task) -> write(task);
            case Event.CodeDeployResourceChange(_, var one) ->
                    new CodeDeployWriter(out).resource(one);
            case Event.CodeDeployDeploymentChange(_, var one) ->
                    new CodeDeployWriter(out).deployment(one);
            case Event.HookCall call -> write(call);
        }
    }

    private void write(Alarm alarm) throws IOException {
        out.text("alarm", alarm.name());
        out.text("state", alarm.state());
        out.text("reason", alarm.reason());
    }

    private void write(ProtectedTask task) throws IOException {
        out.text("task", task.task());
        out.flag("protectionEnabled", task.protectionEnabled());
        if (task.protectionEnabled()) {
            out.moment("expirationDate", task.expirationDate());
        }
    }

    private void write(Event.HookCall call) throws IOException {
        out.text("service", call.service());
        out.text("serviceDeployment", call.serviceDeployment());
        out.text("stage", call.stage());
        out.text("hookId", call.hookId());
        out.text("function", call.function());
        out.text("hookStatus", call.hookStatus());
    }

    private void write(Event.ServiceEvent said) throws IOException {
        out.text("service", said.service());
        out.text("id", said.id());
        out.text("message", said.message());
    }

    private void write(Event.HealthProbe probe) throws IOException {
        out.text("target", probe.target());
        out.text("task", probe.task());
        out.number("status", probe.status());
        out.flag("passed", probe.passed());
        out.number("inARow", probe.inARow());
    }

    private void write(Event.ContainerProbe probe) throws IOException {
        out.text("task", probe.task());
        out.text("container", probe.container());
        out.flag("passed", probe.passed());
        out.number("inARow", probe.inARow());
        out.flag("counts", probe.counts());
    }

    private void write(Event.ContainerRestart restart) throws IOException {
        out.text("task", restart.task());
        out.text("container", restart.container());
        out.number("exitCode", restart.exitCode());
        out.number("restartCount", restart.restartCount());
    }

    private void write(Event.ImagePull pull) throws IOException {
        out.text("task", pull.task());
        out.text("container", pull.container());
        out.text("image", pull.image());
        switch (pull.pull()) {
            case Pull.Started(int sizeMib, int layers, var expected) -> {
                out.text("pull", "started");
                out.number("sizeMib", sizeMib);
                out.number("layers", layers);
                out.span("expected", expected);
            }
            case Pull.Finished(var digest) -> {
                out.text("pull", "finished");
                out.text("digest", digest);
            }
            case Pull.Cached(var digest, var failure) -> {
                out.text("pull", "cached");
                out.text("digest", digest);
                out.text("message", failure);
            }
            case Pull.Failed(var message) -> {
                out.text("pull", "failed");
                out.text("message", message);
            }
        }
    }

    private void write(Event.RequestSent sent) throws IOException {
        out.number("request", sent.request());
        out.text("traffic", sent.traffic());
        out.text("loadBalancer", sent.loadBalancer());
        out.text("path", sent.path());
    }

    private void writeRouted(long request, TargetId target, TaskId task) throws IOException {
        out.number("request", request);
        out.text("target", target);
        out.text("task", task);
    }

    private void write(Event.RequestAnswered answered) throws IOException {
        out.number("request", answered.request());
        out.text("traffic", answered.traffic());
        out.text("loadBalancer", answered.loadBalancer());
        switch (answered.route()) {
            case Route.Nowhere() -> {}
            case Route.To(var target, var task) -> {
                out.text("target", target);
                out.text("task", task);
            }
        }
        out.number("status", answered.status());
        out.text("cause", answered.cause().word());
        out.span("took", answered.took());
    }

    private void writeCall(long call, Event.Origin origin, Command command) throws IOException {
        out.number("call", call);
        out.text("origin", origin);
        out.text("action", CommandJson.call(command));
        out.raw("with", CommandJson.compact(command));
    }

    private void write(ApiError error) throws IOException {
        out.text("code", error.code());
        out.number("httpStatus", error.httpStatus());
        out.text("message", error.message());
        out.text("field", error.field());
        out.phrase("remedy", error.remedy());
    }

    private void write(Decision decision) throws IOException {
        out.text("about", decision.about());
        out.text("kind", decision.kind().word());
        out.openList("inputs");
        for (var fact : decision.inputs()) {
            out.open();
            out.text("name", fact.name());
            out.text("value", fact.value());
            out.close();
        }
        out.closeList();
        out.openList("candidates");
        for (var candidate : decision.candidates()) {
            out.open();
            out.text("name", candidate.name());
            out.flag("accepted", candidate.accepted());
            out.phrase("why", candidate.why());
            out.close();
        }
        out.closeList();
        out.text("arithmetic", decision.arithmetic());
        out.phrase("outcome", decision.outcome());
    }
}
