package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.Response;
import ecslab.ecs.RunHeader;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TaskSet;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.output.AppSpecJson;
import ecslab.wire.output.JsonText;
import java.util.Optional;

/// Describes CodeDeploy's deployments as GetDeployment and GetDeploymentTarget do.
final class DescribeCodeDeploy {

    private static final double TENTHS = 10;

    private DescribeCodeDeploy() {}

    static ObjectNode response(Response.CodeDeploy response, ClusterState state, RunHeader run) {
        var json = Shape.object();
        switch (response) {
            case Response.CodeDeployIdResponse(var field, var id) -> json.put(field, id);
            case Response.GetDeploymentResponse(var info) ->
                    json.set("deploymentInfo", deployment(info, run));
            case Response.GetDeploymentTargetResponse(var info, var service) ->
                    json.set("deploymentTarget", target(info, service, state, run));
            case Response.StopDeploymentResponse(var status, var message) ->
                    json.put("status", status).put("statusMessage", message);
        }
        return json;
    }

    static ObjectNode deployment(DeploymentInfo info, RunHeader run) {
        var group = info.group();
        var json =
                Shape.object()
                        .put("applicationName", group.application())
                        .put("deploymentGroupName", group.name())
                        .put("deploymentConfigName", info.revision().config().name())
                        .put("deploymentId", info.deploymentId());
        json.putObject("revision")
                .put("revisionType", "AppSpecContent")
                .putObject("appSpecContent")
                .put("content", JsonText.compact(AppSpecJson.of(info.revision().appSpec())));
        json.put("status", info.status().printed());
        if (!info.error().code().isEmpty()) {
            json.putObject("errorInformation")
                    .put("code", info.error().code())
                    .put("message", info.error().message());
        }
        Shape.time(json, "createTime", info.times().createTime(), run);
        if (info.status() != DeploymentState.CREATED) {
            Shape.time(json, "startTime", info.times().startTime(), run);
        }
        if (info.status().isOver()) {
            Shape.time(json, "completeTime", info.times().completeTime(), run);
        }
        Shape.text(json, "description", info.origin().description());
        json.put("creator", info.origin().creator());
        var rollback = json.putObject("autoRollbackConfiguration");
        rollback.put("enabled", group.autoRollback().enabled());
        rollback.set("events", Shape.texts(group.autoRollback().events()));
        rollbackInfo(json, info);
        json.putObject("deploymentStyle")
                .put("deploymentType", "BLUE_GREEN")
                .put("deploymentOption", "WITH_TRAFFIC_CONTROL");
        json.put("instanceTerminationWaitTimeStarted", info.progress().terminationWaitStarted());
        blueGreen(json, group);
        pair(json, group);
        json.put("computePlatform", "ECS");
        return json;
    }

    private static void rollbackInfo(ObjectNode json, DeploymentInfo info) {
        if (!info.rollbackMessage().isEmpty()) {
            var inside = json.putObject("rollbackInfo");
            Shape.text(inside, "rollbackDeploymentId", info.rollbackDeploymentId());
            Shape.text(inside, "rollbackTriggeringDeploymentId", info.origin().rollsBack());
            inside.put("rollbackMessage", info.rollbackMessage());
        }
    }

    private static void blueGreen(ObjectNode json, DeploymentGroup group) {
        var inside = json.putObject("blueGreenDeploymentConfiguration");
        inside.putObject("terminateBlueInstancesOnDeploymentSuccess")
                .put("action", "TERMINATE")
                .put(
                        "terminationWaitTimeInMinutes",
                        group.blueGreen().terminationWait().toMinutes());
        inside.putObject("deploymentReadyOption")
                .put(
                        "actionOnTimeout",
                        group.blueGreen().waitsForContinue()
                                ? "STOP_DEPLOYMENT"
                                : "CONTINUE_DEPLOYMENT")
                .put("waitTimeInMinutes", group.blueGreen().readyWait().toMinutes());
    }

    private static void pair(ObjectNode json, DeploymentGroup group) {
        var pair =
                json.putObject("loadBalancerInfo").putArray("targetGroupPairInfoList").addObject();
        var groups = pair.putArray("targetGroups");
        group.pair().targetGroups().forEach(name -> groups.addObject().put("name", name));
        pair.putObject("prodTrafficRoute")
                .putArray("listenerArns")
                .add(group.pair().prodListenerArn());
        if (group.pair().hasTestListener()) {
            pair.putObject("testTrafficRoute")
                    .putArray("listenerArns")
                    .add(group.pair().testListenerArn());
        }
    }

    /// The lifecycle events stand here, not in GetDeployment.
    private static ObjectNode target(
            DeploymentInfo info, Service service, ClusterState state, RunHeader run) {
        var json = Shape.object().put("deploymentTargetType", "ECSTarget");
        var target =
                json.putObject("ecsTarget")
                        .put("deploymentId", info.deploymentId())
                        .put("targetId", info.targetId())
                        .put("targetArn", run.arns().service(info.service()));
        var events = target.putArray("lifecycleEvents");
        for (var event : info.lifecycleEvents()) {
            event(events.addObject(), event, run);
        }
        target.put("status", status(info.status()));
        var sets = target.putArray("taskSetsInfo");
        for (var set : service.rollout().taskSets()) {
            service.deployments().stream()
                    .filter(one -> one.id().equals(set.id()))
                    .forEach(one -> set(sets.addObject(), info, service, set, one, state));
        }
        return json;
    }

    private static void event(ObjectNode json, LifecycleEvent event, RunHeader run) {
        json.put("lifecycleEventName", event.name().printed());
        if (event.status().hasBegun()) {
            Shape.time(json, "startTime", event.startTime(), run);
        }
        if (event.status().isOver()) {
            Shape.time(json, "endTime", event.endTime(), run);
        }
        json.put("status", event.status().printed());
    }

    private static String status(DeploymentState state) {
        return switch (state) {
            case CREATED, QUEUED -> "Pending";
            case IN_PROGRESS -> "InProgress";
            case READY -> "Ready";
            case SUCCEEDED -> "Succeeded";
            case FAILED, STOPPED -> "Failed";
        };
    }

    private static void set(
            ObjectNode json,
            DeploymentInfo info,
            Service service,
            TaskSet set,
            Deployment one,
            ClusterState state) {
        var green = set.id().equals(info.sets().green());
        json.put("identifer", set.id());
        json.put("desiredCount", set.computedDesiredCount(service.desiredCount()));
        json.put("pendingCount", one.pendingCount());
        json.put("runningCount", one.runningCount());
        json.put("status", set.leaving() ? "DRAINING" : one.status().name());
        var tenths = info.traffic().productionTenths();
        json.put("trafficWeight", (green ? tenths : DeploymentStrategy.WHOLE - tenths) / TENTHS);
        Optional.ofNullable(
                        state.rollouts()
                                .serviceRevisions()
                                .get(set.id().substring(Deployment.ID_PREFIX.length())))
                .map(ServiceRevision::targetGroupArns)
                .ifPresent(arns ->
                        json.putObject("targetGroup").put("name", groupName(arns.getFirst())));
        json.put("taskSetLabel", green ? "Green" : "Blue");
    }

    private static String groupName(String arn) {
        return Arns.lastPart(arn.substring(0, Math.max(0, arn.lastIndexOf('/'))));
    }
}
