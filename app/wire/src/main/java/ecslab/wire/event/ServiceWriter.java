package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.LifecycleHook;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.Rollout;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.ServiceScheduling;
import ecslab.wire.output.JsonText;
import ecslab.wire.output.PlacementJson;
import java.io.IOException;
import java.util.List;

/// Writes services, their revisions and their deployments.
class ServiceWriter extends NeighbourWriter {

    ServiceWriter(JsonGenerator out) {
        super(out);
    }

    void service(String name, Service service) throws IOException {
        open(name);
        text("name", service.name());
        text("status", service.status());
        text("taskDefinition", service.taskDefinition());
        number("desiredCount", service.desiredCount());
        number("runningCount", service.runningCount());
        number("pendingCount", service.pendingCount());
        text("launchType", service.launchType());
        strategy("capacityProviderStrategy", service.capacityProviderStrategy());
        configuration(service.deploymentConfiguration());
        openList("deployments");
        for (var deployment : service.deployments()) {
            deployment(deployment);
        }
        closeList();
        wiring(service.loadBalancers());
        awsVpc(service.network());
        span("healthCheckGracePeriod", service.healthCheckGracePeriod());
        moment("createdAt", service.createdAt());
        scheduling(service.scheduling());
        rollout(service.rollout());
        unmodelled(service.unmodelled());
        close();
    }

    private void deployment(Deployment deployment) throws IOException {
        open();
        text("id", deployment.id());
        text("status", deployment.status());
        text("taskDefinition", deployment.taskDefinition());
        number("desiredCount", deployment.desiredCount());
        number("pendingCount", deployment.pendingCount());
        number("runningCount", deployment.runningCount());
        number("failedTasks", deployment.failedTasks());
        text("rolloutState", deployment.rolloutState());
        text("rolloutStateReason", deployment.rolloutStateReason());
        moment("createdAt", deployment.createdAt());
        moment("updatedAt", deployment.updatedAt());
        close();
    }

    private void scheduling(ServiceScheduling scheduling) throws IOException {
        text("schedulingStrategy", scheduling.schedulingStrategy());
        text("availabilityZoneRebalancing", scheduling.availabilityZoneRebalancing());
        if (!scheduling.placement().equals(PlacementRules.NONE)) {
            var placement = JsonNodeFactory.instance.objectNode();
            PlacementJson.into(placement, scheduling.placement());
            fields(placement);
        }
    }

    void fields(ObjectNode json) throws IOException {
        for (var field : json.properties()) {
            raw(field.getKey(), JsonText.compact(field.getValue()));
        }
    }

    /// What is off or usual is left out.
    private void configuration(DeploymentConfiguration configuration) throws IOException {
        open("deploymentConfiguration");
        number("minimumHealthyPercent", configuration.minimumHealthyPercent());
        number("maximumPercent", configuration.maximumPercent());
        if (configuration.strategy().shiftsTraffic()) {
            text("strategy", configuration.strategy().printed());
            number("firstStepTenths", configuration.strategy().tenthsAfter(1));
            span("stepBake", configuration.strategy().stepBake());
        }
        var breaker = configuration.circuitBreaker();
        if (breaker.enable()) {
            open("circuitBreaker");
            flag("rollback", breaker.rollback());
            flag("resetOnHealthyTask", breaker.resetOnHealthyTask());
            text("type", breaker.threshold().type());
            number("value", breaker.threshold().value());
            close();
        }
        if (configuration.alarms().enable()) {
            open("alarms");
            texts("alarmNames", configuration.alarms().alarmNames());
            flag("rollback", configuration.alarms().rollback());
            close();
        }
        if (!configuration.bakeTime().isZero()) {
            span("bakeTime", configuration.bakeTime());
        }
        hooks(configuration.lifecycleHooks());
        var early = configuration.earlySuccess();
        if (early.enable()) {
            open("earlySuccess");
            number("healthyPercent", early.healthyPercent());
            flag("deferred", early.deferred());
            close();
        }
        close();
    }

    private void hooks(List<LifecycleHook> hooks) throws IOException {
        if (hooks.isEmpty()) {
            return;
        }
        openList("lifecycleHooks");
        for (var hook : hooks) {
            open();
            text("targetType", hook.targetType());
            text("function", hook.function());
            text("roleArn", hook.roleArn());
            texts("stages", hook.stages());
            text("hookDetails", hook.hookDetails());
            span("timeout", hook.timeout());
            flag("continues", hook.continues());
            close();
        }
        closeList();
    }

    private void wiring(List<ServiceLoadBalancer> balancers) throws IOException {
        openList("loadBalancers");
        for (var balancer : balancers) {
            open();
            text("targetGroupArn", balancer.targetGroupArn());
            text("loadBalancerName", balancer.loadBalancerName());
            text("containerName", balancer.containerName());
            number("containerPort", balancer.containerPort());
            var advanced = balancer.advanced();
            text("alternateTargetGroupArn", advanced.alternateTargetGroupArn());
            text("productionListenerRule", advanced.productionListenerRule());
            text("testListenerRule", advanced.testListenerRule());
            text("roleArn", advanced.roleArn());
            close();
        }
        closeList();
    }

    private void rollout(Rollout rollout) throws IOException {
        if (rollout.controller() != DeploymentController.ECS) {
            text("deploymentController", rollout.controller());
        }
        text("currentServiceDeployment", rollout.currentServiceDeployment());
        if (!rollout.taskSets().isEmpty()) {
            openList("taskSets");
            for (var set : rollout.taskSets()) {
                open();
                text("id", set.id());
                text("externalId", set.externalId());
                number("scaleTenths", set.scaleTenths());
                flag("leaving", set.leaving());
                close();
            }
            closeList();
        }
    }

    void revision(String name, ServiceRevision revision) throws IOException {
        open(name);
        text("id", revision.id());
        text("service", revision.service());
        text("taskDefinition", revision.taskDefinition());
        text("launchType", revision.launchType());
        strategy("capacityProviderStrategy", revision.capacityProviderStrategy());
        awsVpc(revision.network());
        wiring(revision.loadBalancers());
        texts("targetGroupArns", revision.targetGroupArns());
        moment("createdAt", revision.createdAt());
        unmodelled(revision.unmodelled());
        close();
    }

    void serviceDeployment(String name, ServiceDeployment one) throws IOException {
        open(name);
        text("id", one.id());
        text("service", one.service());
        texts("sourceRevisions", one.sourceRevisions());
        text("targetRevision", one.targetRevision());
        text("status", one.status());
        text("statusReason", one.statusReason());
        if (one.lifecycleStage() != LifecycleStage.NONE) {
            text("lifecycleStage", one.lifecycleStage());
            number("testTenths", one.traffic().testTenths());
            number("productionTenths", one.traffic().productionTenths());
        }
        if (!one.hooks().isEmpty()) {
            openList("hooks");
            for (var hook : one.hooks()) {
                hook(hook);
            }
            closeList();
        }
        monitor("circuitBreaker", one.circuitBreaker());
        monitor("alarms", one.alarms());
        text("rollbackReason", one.rollbackReason());
        text("rollbackRevision", one.rollbackRevision());
        configuration(one.configuration());
        open("times");
        for (var time : one.times().entrySet()) {
            moment(time.getKey().name(), time.getValue());
        }
        close();
        close();
    }

    private void hook(HookDetail hook) throws IOException {
        open();
        text("hookId", hook.hookId());
        text("stage", hook.stage());
        text("function", hook.function());
        text("status", hook.status());
        moment("expiresAt", hook.expiresAt());
        flag("continues", hook.continues());
        close();
    }

    private void monitor(String name, Monitor monitor) throws IOException {
        if (monitor.status() == MonitorStatus.DISABLED) {
            return;
        }
        open(name);
        text("status", monitor.status());
        number("count", monitor.count());
        number("threshold", monitor.threshold());
        texts("triggered", monitor.triggered());
        close();
    }

    void awsVpc(AwsVpcConfiguration network) throws IOException {
        open("network");
        texts("subnets", network.subnets());
        texts("securityGroups", network.securityGroups());
        flag("assignPublicIp", network.assignPublicIp());
        close();
    }
}
