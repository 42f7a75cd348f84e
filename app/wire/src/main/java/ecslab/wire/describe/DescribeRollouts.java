package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.LifecycleHook;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.Moment;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TaskSet;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.output.Echo;
import ecslab.wire.output.ServiceWiringJson;
import java.util.List;
import java.util.Optional;

/// `DescribeServiceDeployments`, `DescribeServiceRevisions`, `DescribeTaskSets`, `DescribeAlarms`
/// and `GetTaskProtection`
final class DescribeRollouts {

    private static final double TENTHS = 10.0;

    private DescribeRollouts() {}

    static ObjectNode serviceDeployment(ServiceDeployment one, ClusterState state, RunHeader run) {
        var arns = run.arns();
        var json = Shape.object();
        json.put("serviceDeploymentArn", arns.serviceDeployment(one.service(), one.id()));
        json.put("serviceArn", arns.service(one.service()));
        json.put("clusterArn", arns.cluster(one.service().cluster()));
        time(json, "createdAt", one, Moment.CREATED_AT, run);
        time(json, "startedAt", one, Moment.STARTED_AT, run);
        time(json, "finishedAt", one, Moment.FINISHED_AT, run);
        time(json, "stoppedAt", one, Moment.STOPPED_AT, run);
        time(json, "updatedAt", one, Moment.UPDATED_AT, run);
        var sources = json.putArray("sourceServiceRevisions");
        for (var source : one.sourceRevisions()) {
            var rest = 1_000 - one.traffic().productionTenths();
            sources.add(summary(one, source, new Traffic(0, rest), state, run));
        }
        json.set(
                "targetServiceRevision",
                summary(one, one.targetRevision(), one.traffic(), state, run));
        json.put("status", one.status().name());
        Shape.text(json, "statusReason", one.statusReason());
        if (one.lifecycleStage() != LifecycleStage.NONE) {
            json.put("lifecycleStage", one.lifecycleStage().name());
        }
        if (!one.hooks().isEmpty()) {
            json.set("lifecycleHookDetails", hooks(one, run));
        }
        json.set("deploymentConfiguration", configuration(one.configuration()));
        if (!one.rollbackRevision().isEmpty()) {
            var rollback = json.putObject("rollback").put("reason", one.rollbackReason());
            time(rollback, "startedAt", one, Moment.ROLLBACK_STARTED_AT, run);
            rollback.put(
                    "serviceRevisionArn",
                    arns.serviceRevision(one.service(), one.rollbackRevision()));
        }
        json.putObject("deploymentCircuitBreaker")
                .put("status", one.circuitBreaker().status().name())
                .put("failureCount", one.circuitBreaker().count())
                .put("threshold", one.circuitBreaker().threshold());
        json.set("alarms", alarms(one.alarms(), one.configuration()));
        return json;
    }

    /// What ListServiceDeployments tells of it.
    static ObjectNode brief(ServiceDeployment one, ClusterState state, RunHeader run) {
        var whole = serviceDeployment(one, state, run);
        var json = Shape.object();
        for (var name :
                List.of(
                        "serviceDeploymentArn",
                        "serviceArn",
                        "clusterArn",
                        "startedAt",
                        "createdAt",
                        "finishedAt")) {
            if (whole.has(name)) {
                json.set(name, whole.get(name));
            }
        }
        json.put(
                "targetServiceRevisionArn",
                run.arns().serviceRevision(one.service(), one.targetRevision()));
        json.put("status", one.status().name());
        Shape.text(json, "statusReason", one.statusReason());
        return json;
    }

    private static ObjectNode alarms(Monitor monitor, DeploymentConfiguration configuration) {
        var json = Shape.object().put("status", monitor.status().name());
        json.set("alarmNames", Shape.texts(configuration.alarms().alarmNames()));
        json.set("triggeredAlarmNames", Shape.texts(monitor.triggered()));
        return json;
    }

    private static ArrayNode hooks(ServiceDeployment one, RunHeader run) {
        var items = Shape.array();
        for (var hook : one.hooks()) {
            var json = items.addObject().put("hookId", hook.hookId());
            json.put("targetType", hook.function().isEmpty() ? "PAUSE" : "AWS_LAMBDA");
            Shape.text(json, "targetArn", hook.function());
            json.put("status", hook.status().name());
            Shape.time(json, "expiresAt", hook.expiresAt(), run);
            json.put("timeoutAction", hook.continues() ? "CONTINUE" : "ROLLBACK");
        }
        return items;
    }

    /// Counts are what the service counts now.
    private static ObjectNode summary(
            ServiceDeployment one,
            String revision,
            Traffic traffic,
            ClusterState state,
            RunHeader run) {
        var json = Shape.object().put("arn", run.arns().serviceRevision(one.service(), revision));
        var counted =
                Optional.ofNullable(state.services().get(one.service())).stream()
                        .flatMap(service -> service.deployments().stream())
                        .filter(d -> d.id().equals(Deployment.ID_PREFIX + revision))
                        .findFirst();
        json.put("requestedTaskCount", counted.map(Deployment::desiredCount).orElse(0));
        json.put("runningTaskCount", counted.map(Deployment::runningCount).orElse(0));
        json.put("pendingTaskCount", counted.map(Deployment::pendingCount).orElse(0));
        if (one.configuration().strategy().shiftsTraffic()) {
            json.put("requestedTestTrafficWeight", traffic.testTenths() / TENTHS);
            json.put("requestedProductionTrafficWeight", traffic.productionTenths() / TENTHS);
        }
        return json;
    }

    /// A service's `currentServiceRevisions`.
    static ArrayNode currentRevisions(Service service, RunHeader run) {
        var items = Shape.array();
        for (var one : service.deployments()) {
            var id = one.id().substring(Deployment.ID_PREFIX.length());
            items.addObject()
                    .put("arn", run.arns().serviceRevision(service.name(), id))
                    .put("requestedTaskCount", one.desiredCount())
                    .put("runningTaskCount", one.runningCount())
                    .put("pendingTaskCount", one.pendingCount());
        }
        return items;
    }

    static ObjectNode serviceRevision(ServiceRevision one, RunHeader run) {
        var arns = run.arns();
        var json = Shape.object();
        json.put("serviceRevisionArn", arns.serviceRevision(one.service(), one.id()));
        json.put("serviceArn", arns.service(one.service()));
        json.put("clusterArn", arns.cluster(one.service().cluster()));
        json.put("taskDefinition", arns.taskDefinition(one.taskDefinition()));
        if (one.capacityProviderStrategy().isEmpty()) {
            json.put("launchType", one.launchType().name());
        } else {
            json.set(
                    "capacityProviderStrategy",
                    DescribeCapacity.strategy(one.capacityProviderStrategy()));
        }
        json.set("loadBalancers", loadBalancers(one.loadBalancers()));
        Shape.network(json, one.network());
        Shape.time(json, "createdAt", one.createdAt(), run);
        var resolved = json.putObject("resolvedConfiguration").putArray("loadBalancers");
        for (var wiring : one.wiring()) {
            var inside = resolved.addObject().put("targetGroupArn", wiring.targetGroupArn());
            var rule = wiring.advanced().productionListenerRule();
            Shape.text(inside, "productionListenerRule", rule);
        }
        Echo.into(json, one.unmodelled());
        return json;
    }

    static ArrayNode loadBalancers(List<ServiceLoadBalancer> balancers) {
        var items = Shape.array();
        balancers.forEach(one -> items.add(ServiceWiringJson.of(one)));
        return items;
    }

    static ObjectNode configuration(DeploymentConfiguration configuration) {
        var json = Shape.object();
        json.put("maximumPercent", configuration.maximumPercent());
        json.put("minimumHealthyPercent", configuration.minimumHealthyPercent());
        var breaker = configuration.circuitBreaker();
        json.putObject("deploymentCircuitBreaker")
                .put("enable", breaker.enable())
                .put("rollback", breaker.rollback())
                .put("resetOnHealthyTask", breaker.resetOnHealthyTask())
                .putObject("thresholdConfiguration")
                .put("type", breaker.threshold().type().name())
                .put("value", breaker.threshold().value());
        var alarms = json.putObject("alarms");
        alarms.set("alarmNames", Shape.texts(configuration.alarms().alarmNames()));
        alarms.put("enable", configuration.alarms().enable());
        alarms.put("rollback", configuration.alarms().rollback());
        json.put("strategy", configuration.strategy().printed());
        json.put("bakeTimeInMinutes", configuration.bakeTime().toMinutes());
        steps(json, configuration.strategy());
        if (!configuration.lifecycleHooks().isEmpty()) {
            var hooks = json.putArray("lifecycleHooks");
            configuration.lifecycleHooks().forEach(one -> hook(hooks.addObject(), one));
        }
        var early = configuration.earlySuccess();
        if (early.enable()) {
            json.putObject("earlySuccessCriteria")
                    .put("enable", true)
                    .put("healthyPercent", early.healthyPercent())
                    .put(
                            "sourceServiceRevisionCleanup",
                            early.deferred() ? "DEFERRED" : "BLOCKING");
        }
        return json;
    }

    private static void steps(ObjectNode json, DeploymentStrategy strategy) {
        switch (strategy) {
            case DeploymentStrategy.Rolling(), DeploymentStrategy.BlueGreen() -> {}
            case DeploymentStrategy.Linear(int tenths, var bake) ->
                    json.putObject("linearConfiguration")
                            .put("stepPercent", tenths / TENTHS)
                            .put("stepBakeTimeInMinutes", bake.toMinutes());
            case DeploymentStrategy.Canary(int tenths, var bake) ->
                    json.putObject("canaryConfiguration")
                            .put("canaryPercent", tenths / TENTHS)
                            .put("canaryBakeTimeInMinutes", bake.toMinutes());
        }
    }

    private static void hook(ObjectNode json, LifecycleHook hook) {
        json.put("targetType", hook.targetType().name());
        Shape.text(json, "hookTargetArn", hook.function());
        Shape.text(json, "roleArn", hook.roleArn());
        json.set("lifecycleStages", Shape.texts(hook.stages()));
        if (!hook.hookDetails().isEmpty()) {
            json.set("hookDetails", Echo.node(hook.hookDetails()));
        }
        json.putObject("timeoutConfiguration")
                .put("timeoutInMinutes", hook.timeout().toMinutes())
                .put("action", hook.continues() ? "CONTINUE" : "ROLLBACK");
    }

    static ObjectNode taskSet(TaskSet set, Deployment one, Service service, RunHeader run) {
        var arns = run.arns();
        var json = Shape.object();
        json.put("id", set.id());
        json.put("taskSetArn", arns.taskSet(service.name(), set.id()));
        json.put("serviceArn", arns.service(service.name()));
        json.put("clusterArn", arns.cluster(service.name().cluster()));
        Shape.text(json, "externalId", set.externalId());
        json.put("status", set.leaving() ? "DRAINING" : one.status().name());
        json.put("taskDefinition", arns.taskDefinition(one.taskDefinition()));
        json.put("computedDesiredCount", set.computedDesiredCount(service.desiredCount()));
        json.put("pendingCount", one.pendingCount());
        json.put("runningCount", one.runningCount());
        Shape.time(json, "createdAt", one.createdAt(), run);
        Shape.time(json, "updatedAt", one.updatedAt(), run);
        json.putObject("scale").put("value", set.scaleTenths() / TENTHS).put("unit", "PERCENT");
        var steady =
                one.pendingCount() == 0
                        && one.runningCount() == set.computedDesiredCount(service.desiredCount());
        json.put("stabilityStatus", steady ? "STEADY_STATE" : "STABILIZING");
        return json;
    }

    static ObjectNode alarm(Alarm alarm, RunHeader run) {
        var json = Shape.object();
        json.put("AlarmName", alarm.name());
        json.put("AlarmArn", run.arns().alarm(alarm.name()));
        json.put("StateValue", alarm.state().name());
        Shape.text(json, "StateReason", alarm.reason());
        return json;
    }

    static ObjectNode protectedTask(ProtectedTask one, ClusterState state, RunHeader run) {
        var json = Shape.object();
        Optional.ofNullable(state.tasks().get(one.task()))
                .ifPresent(task -> json.put("taskArn", run.arns().task(task.cluster(), task.id())));
        json.put("protectionEnabled", one.protectionEnabled());
        if (one.protectionEnabled()) {
            Shape.time(json, "expirationDate", one.expirationDate(), run);
        }
        return json;
    }

    private static void time(
            ObjectNode json, String name, ServiceDeployment one, Moment moment, RunHeader run) {
        one.time(moment).ifPresent(at -> Shape.time(json, name, at, run));
    }
}
