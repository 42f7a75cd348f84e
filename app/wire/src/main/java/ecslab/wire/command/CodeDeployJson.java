package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.CodeDeployCommand.AlarmInput;
import ecslab.ecs.command.CodeDeployCommand.AutoRollbackInput;
import ecslab.ecs.command.CodeDeployCommand.BlueGreenInput;
import ecslab.ecs.command.CodeDeployCommand.CreateDeployment;
import ecslab.ecs.command.CodeDeployCommand.CreateDeploymentGroup;
import ecslab.ecs.command.CodeDeployCommand.Steps;
import ecslab.ecs.command.CodeDeployCommand.Style;
import ecslab.ecs.command.CodeDeployCommand.TargetGroupPairInfo;
import ecslab.ecs.command.CodeDeployCommand.TrafficRouting;
import ecslab.ecs.command.Given;
import ecslab.wire.output.AppSpecJson;
import ecslab.wire.output.Echo;
import ecslab.wire.output.JsonText;
import java.util.List;

/// Writes what [CodeDeployCommands] reads.
final class CodeDeployJson {

    private CodeDeployJson() {}

    static ObjectNode of(CodeDeployCommand command) {
        return switch (command) {
            case CodeDeployCommand.CreateApplication(var name, var platform) -> {
                var json = object().put("applicationName", name);
                CommandJson.put(json, "computePlatform", platform);
                yield json;
            }
            case CodeDeployCommand.CreateDeploymentConfig(var name, var platform, var routing) -> {
                var json = object().put("deploymentConfigName", name);
                CommandJson.put(json, "computePlatform", platform);
                routing(json, routing);
                yield json;
            }
            case CreateDeploymentGroup group -> group(group);
            case CreateDeployment deployment -> deployment(deployment);
            case CodeDeployCommand.ContinueDeployment(var id, var type) -> {
                var json = object().put("deploymentId", id);
                CommandJson.put(json, "deploymentWaitType", type);
                yield json;
            }
            case CodeDeployCommand.StopDeployment(var id, var back) -> {
                var json = object().put("deploymentId", id);
                CommandJson.putFlag(json, "autoRollbackEnabled", back);
                yield json;
            }
            case CodeDeployCommand.PutLifecycleEventHookExecutionStatus(
                            var id,
                            var execution,
                            var status) ->
                    object().put("deploymentId", id)
                            .put("lifecycleEventHookExecutionId", execution)
                            .put("status", status);
            case CodeDeployCommand.GetDeployment(var id) -> object().put("deploymentId", id);
            case CodeDeployCommand.GetDeploymentTarget(var id, var target) ->
                    object().put("deploymentId", id).put("targetId", target);
            case CodeDeployCommand.ListDeployments(var application, var group, var statuses) -> {
                var json = object();
                CommandJson.put(json, "applicationName", application);
                CommandJson.put(json, "deploymentGroupName", group);
                CommandJson.putTexts(json, "includeOnlyStatuses", statuses);
                yield json;
            }
        };
    }

    private static void routing(ObjectNode json, Given<TrafficRouting> given) {
        if (given instanceof Given.Value<TrafficRouting>(var routing)) {
            var inside = json.putObject("trafficRoutingConfig");
            CommandJson.put(inside, "type", routing.type());
            steps(inside, "timeBasedCanary", "canary", routing.canary());
            steps(inside, "timeBasedLinear", "linear", routing.linear());
        }
    }

    private static void steps(ObjectNode json, String name, String prefix, Given<Steps> given) {
        if (given instanceof Given.Value<Steps>(var steps)) {
            var inside = json.putObject(name);
            CommandJson.putInt(inside, prefix + "Percentage", steps.percentage());
            CommandJson.putInt(inside, prefix + "Interval", steps.interval());
        }
    }

    private static ObjectNode group(CreateDeploymentGroup group) {
        var json =
                object().put("applicationName", group.applicationName())
                        .put("deploymentGroupName", group.deploymentGroupName());
        CommandJson.put(json, "deploymentConfigName", group.deploymentConfigName());
        json.put("serviceRoleArn", group.serviceRoleArn());
        if (group.deploymentStyle() instanceof Given.Value<Style>(var style)) {
            var inside = json.putObject("deploymentStyle");
            CommandJson.put(inside, "deploymentType", style.deploymentType());
            CommandJson.put(inside, "deploymentOption", style.deploymentOption());
        }
        if (!group.ecsServices().isEmpty()) {
            var services = json.putArray("ecsServices");
            for (var one : group.ecsServices()) {
                var inside = services.addObject();
                CommandJson.put(inside, "serviceName", one.serviceName());
                CommandJson.put(inside, "clusterName", one.clusterName());
            }
        }
        if (!group.targetGroupPairs().isEmpty()) {
            var pairs = json.putObject("loadBalancerInfo").putArray("targetGroupPairInfoList");
            group.targetGroupPairs().forEach(one -> pair(pairs.addObject(), one));
        }
        blueGreen(json, group.blueGreen());
        rollback(json, group.autoRollback());
        alarms(json, "alarmConfiguration", group.alarms());
        Echo.into(json, group.unmodelled());
        return json;
    }

    private static void pair(ObjectNode json, TargetGroupPairInfo pair) {
        var groups = json.putArray("targetGroups");
        pair.targetGroups().forEach(name -> groups.addObject().put("name", name));
        route(json, "prodTrafficRoute", pair.prodListenerArns());
        route(json, "testTrafficRoute", pair.testListenerArns());
    }

    private static void route(ObjectNode json, String name, List<String> listeners) {
        if (!listeners.isEmpty()) {
            CommandJson.putTexts(json.putObject(name), "listenerArns", listeners);
        }
    }

    private static void blueGreen(ObjectNode json, Given<BlueGreenInput> given) {
        if (given instanceof Given.Value<BlueGreenInput>(var asked)) {
            var inside = json.putObject("blueGreenDeploymentConfiguration");
            if (asked.terminationAction().isGiven()
                    || asked.terminationWaitTimeInMinutes().isGiven()) {
                var end = inside.putObject("terminateBlueInstancesOnDeploymentSuccess");
                CommandJson.put(end, "action", asked.terminationAction());
                CommandJson.putInt(
                        end, "terminationWaitTimeInMinutes", asked.terminationWaitTimeInMinutes());
            }
            if (asked.actionOnTimeout().isGiven() || asked.waitTimeInMinutes().isGiven()) {
                var ready = inside.putObject("deploymentReadyOption");
                CommandJson.put(ready, "actionOnTimeout", asked.actionOnTimeout());
                CommandJson.putInt(ready, "waitTimeInMinutes", asked.waitTimeInMinutes());
            }
        }
    }

    private static void rollback(ObjectNode json, Given<AutoRollbackInput> given) {
        if (given instanceof Given.Value<AutoRollbackInput>(var asked)) {
            var inside = json.putObject("autoRollbackConfiguration");
            CommandJson.putFlag(inside, "enabled", asked.enabled());
            CommandJson.putTexts(inside, "events", asked.events());
        }
    }

    private static void alarms(ObjectNode json, String name, Given<AlarmInput> given) {
        if (given instanceof Given.Value<AlarmInput>(var asked)) {
            var inside = json.putObject(name);
            CommandJson.putFlag(inside, "enabled", asked.enabled());
            if (!asked.alarms().isEmpty()) {
                var alarms = inside.putArray("alarms");
                asked.alarms().forEach(one -> alarms.addObject().put("name", one));
            }
        }
    }

    private static ObjectNode deployment(CreateDeployment deployment) {
        var json = object().put("applicationName", deployment.applicationName());
        CommandJson.put(json, "deploymentGroupName", deployment.deploymentGroupName());
        if (deployment.revision() instanceof Given.Value<AppSpec>(var spec)) {
            json.putObject("revision")
                    .put("revisionType", "AppSpecContent")
                    .putObject("appSpecContent")
                    .put("content", JsonText.compact(AppSpecJson.of(spec)));
        }
        CommandJson.put(json, "deploymentConfigName", deployment.deploymentConfigName());
        CommandJson.put(json, "description", deployment.description());
        rollback(json, deployment.autoRollback());
        alarms(json, "overrideAlarmConfiguration", deployment.overrideAlarms());
        Echo.into(json, deployment.unmodelled());
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
