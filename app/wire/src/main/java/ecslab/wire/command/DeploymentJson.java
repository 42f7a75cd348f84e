package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.DeploymentConfigurationInput.CircuitBreakerInput;
import ecslab.ecs.command.DeploymentConfigurationInput.EarlySuccessInput;
import ecslab.ecs.command.DeploymentConfigurationInput.LifecycleHookInput;
import ecslab.ecs.command.DeploymentConfigurationInput.StepsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.model.DeploymentAlarms;
import ecslab.ecs.time.Spans;
import ecslab.wire.output.Echo;
import java.util.List;

/// Writes what [DeploymentCommands] reads.
final class DeploymentJson {

    private DeploymentJson() {}

    static ObjectNode of(DeploymentCommand command) {
        return switch (command) {
            case DeploymentCommand.ListServiceDeployments list -> list(list);
            case DeploymentCommand.DescribeServiceDeployments(var arns) ->
                    texts(object(), "serviceDeploymentArns", arns);
            case DeploymentCommand.DescribeServiceRevisions(var arns) ->
                    texts(object(), "serviceRevisionArns", arns);
            case DeploymentCommand.StopServiceDeployment(var arn, var type) -> {
                var json = object().put("serviceDeploymentArn", arn);
                CommandJson.put(json, "stopType", type);
                yield json;
            }
            case DeploymentCommand.ContinueServiceDeployment(var arn, var hook, var action) -> {
                var json = object().put("serviceDeploymentArn", arn).put("hookId", hook);
                CommandJson.put(json, "action", action);
                yield json;
            }
            case DeploymentCommand.UpdateTaskProtection protect -> protection(protect);
            case DeploymentCommand.GetTaskProtection(var cluster, var tasks) ->
                    texts(object().put("cluster", cluster), "tasks", tasks);
            case DeploymentCommand.CreateTaskSet create -> createTaskSet(create);
            case DeploymentCommand.UpdateTaskSet(var cluster, var service, var set, var scale) ->
                    scale(inService(cluster, service).put("taskSet", set), scale);
            case DeploymentCommand.UpdateServicePrimaryTaskSet(
                            var cluster,
                            var service,
                            var primary) ->
                    inService(cluster, service).put("primaryTaskSet", primary);
            case DeploymentCommand.DeleteTaskSet(var cluster, var service, var set, var force) -> {
                var json = inService(cluster, service).put("taskSet", set);
                CommandJson.putFlag(json, "force", force);
                yield json;
            }
            case DeploymentCommand.DescribeTaskSets(var cluster, var service, var sets) -> {
                var json = inService(cluster, service);
                CommandJson.putTexts(json, "taskSets", sets);
                yield json;
            }
        };
    }

    static ObjectNode of(WatchCommand command) {
        return switch (command) {
            case WatchCommand.LabAlarm(var name, var state) -> {
                var json = object().put("name", name);
                CommandJson.put(json, "state", state);
                yield json;
            }
            case WatchCommand.SetAlarmState(var name, var state, var reason) ->
                    object().put("AlarmName", name)
                            .put("StateValue", state)
                            .put("StateReason", reason);
            case WatchCommand.LabHook(var function, var answers, var takes) ->
                    texts(object().put("function", function), "answers", answers)
                            .put("takes", Spans.format(takes));
        };
    }

    private static ObjectNode list(DeploymentCommand.ListServiceDeployments list) {
        var json = object();
        CommandJson.put(json, "cluster", list.cluster());
        json.put("service", list.service());
        CommandJson.putTexts(json, "status", list.status());
        return json;
    }

    private static ObjectNode protection(DeploymentCommand.UpdateTaskProtection protect) {
        var json = texts(object().put("cluster", protect.cluster()), "tasks", protect.tasks());
        json.put("protectionEnabled", protect.protectionEnabled());
        CommandJson.putInt(json, "expiresInMinutes", protect.expiresInMinutes());
        return json;
    }

    private static ObjectNode createTaskSet(DeploymentCommand.CreateTaskSet create) {
        var json =
                inService(create.cluster(), create.service())
                        .put("taskDefinition", create.taskDefinition());
        CommandJson.put(json, "externalId", create.externalId());
        CommandJson.put(json, "launchType", create.launchType());
        CapacityJson.strategy(json, "capacityProviderStrategy", create.capacityProviderStrategy());
        CommandJson.putNetwork(json, create.networkConfiguration());
        CommandJson.putBalancers(json, create.loadBalancers());
        scale(json, create.scalePercent());
        Echo.into(json, create.unmodelled());
        return json;
    }

    private static ObjectNode scale(ObjectNode json, Given<Double> percent) {
        if (percent instanceof Given.Value<Double>(var value)) {
            json.putObject("scale").put("value", value).put("unit", "PERCENT");
        }
        return json;
    }

    private static ObjectNode inService(String cluster, String service) {
        return object().put("cluster", cluster).put("service", service);
    }

    static void configuration(ObjectNode json, Given<DeploymentConfigurationInput> given) {
        if (given instanceof Given.Value<DeploymentConfigurationInput>(var written)) {
            into(json.putObject("deploymentConfiguration"), written);
        }
    }

    private static void into(ObjectNode json, DeploymentConfigurationInput written) {
        CommandJson.putInt(json, "minimumHealthyPercent", written.minimumHealthyPercent());
        CommandJson.putInt(json, "maximumPercent", written.maximumPercent());
        CommandJson.put(json, "strategy", written.strategy());
        if (written.deploymentCircuitBreaker()
                instanceof Given.Value<CircuitBreakerInput>(var breaker)) {
            circuitBreaker(json.putObject("deploymentCircuitBreaker"), breaker);
        }
        if (written.alarms() instanceof Given.Value<DeploymentAlarms>(var alarms)) {
            texts(json.putObject("alarms"), "alarmNames", alarms.alarmNames())
                    .put("enable", alarms.enable())
                    .put("rollback", alarms.rollback());
        }
        CommandJson.putInt(json, "bakeTimeInMinutes", written.bakeTimeInMinutes());
        if (written.lifecycleHooks() instanceof Given.Value<List<LifecycleHookInput>>(var hooks)) {
            var items = json.putArray("lifecycleHooks");
            hooks.forEach(one -> hook(items.addObject(), one));
        }
        steps(json, "linearConfiguration", "step", written.linearConfiguration());
        steps(json, "canaryConfiguration", "canary", written.canaryConfiguration());
        if (written.earlySuccessCriteria() instanceof Given.Value<EarlySuccessInput>(var early)) {
            var inside = json.putObject("earlySuccessCriteria").put("enable", early.enable());
            CommandJson.putInt(inside, "healthyPercent", early.healthyPercent());
            CommandJson.put(
                    inside, "sourceServiceRevisionCleanup", early.sourceServiceRevisionCleanup());
        }
    }

    private static void circuitBreaker(ObjectNode json, CircuitBreakerInput breaker) {
        json.put("enable", breaker.enable()).put("rollback", breaker.rollback());
        CommandJson.putFlag(json, "resetOnHealthyTask", breaker.resetOnHealthyTask());
        if (breaker.type().isGiven() || breaker.value().isGiven()) {
            var threshold = json.putObject("thresholdConfiguration");
            CommandJson.put(threshold, "type", breaker.type());
            CommandJson.putInt(threshold, "value", breaker.value());
        }
    }

    private static void hook(ObjectNode json, LifecycleHookInput hook) {
        CommandJson.put(json, "targetType", hook.targetType());
        CommandJson.put(json, "hookTargetArn", hook.hookTargetArn());
        CommandJson.put(json, "roleArn", hook.roleArn());
        texts(json, "lifecycleStages", hook.lifecycleStages());
        if (hook.hookDetails() instanceof Given.Value<String>(var details)) {
            json.set("hookDetails", Echo.node(details));
        }
        if (hook.timeoutInMinutes().isGiven() || hook.timeoutAction().isGiven()) {
            var timeout = json.putObject("timeoutConfiguration");
            CommandJson.putInt(timeout, "timeoutInMinutes", hook.timeoutInMinutes());
            CommandJson.put(timeout, "action", hook.timeoutAction());
        }
    }

    private static void steps(
            ObjectNode json, String name, String prefix, Given<StepsInput> given) {
        if (given instanceof Given.Value<StepsInput>(var steps)) {
            var inside = json.putObject(name);
            if (steps.percent() instanceof Given.Value<Double>(var percent)) {
                inside.put(prefix + "Percent", percent);
            }
            CommandJson.putInt(inside, prefix + "BakeTimeInMinutes", steps.bakeTimeInMinutes());
        }
    }

    private static ObjectNode texts(ObjectNode json, String name, List<String> texts) {
        var items = json.putArray(name);
        texts.forEach(items::add);
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
