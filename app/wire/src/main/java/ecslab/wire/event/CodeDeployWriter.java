package ecslab.wire.event;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.wire.output.AppSpecJson;
import ecslab.wire.output.JsonText;
import java.io.IOException;

/// Writes what CodeDeploy knows.
final class CodeDeployWriter {

    private final NounWriter out;

    CodeDeployWriter(NounWriter out) {
        this.out = out;
    }

    void resource(CodeDeployResource resource) throws IOException {
        switch (resource) {
            case Application(var name, var createTime) -> {
                out.open("application");
                out.text("name", name);
                out.moment("createTime", createTime);
                out.close();
            }
            case DeploymentConfig config -> config("deploymentConfig", config);
            case DeploymentGroup group -> group(group);
        }
    }

    private void config(String field, DeploymentConfig config) throws IOException {
        out.open(field);
        out.text("name", config.name());
        out.text("type", config.type());
        out.number("firstStepTenths", config.routing().tenthsAfter(1));
        out.span("interval", config.routing().stepBake());
        out.close();
    }

    private void group(DeploymentGroup group) throws IOException {
        out.open("deploymentGroup");
        out.text("application", group.application());
        out.text("name", group.name());
        out.text("deploymentConfig", group.configName());
        out.text("serviceRoleArn", group.serviceRoleArn());
        out.text("service", group.service());
        out.texts("targetGroups", group.pair().targetGroups());
        out.text("prodListenerArn", group.pair().prodListenerArn());
        out.text("testListenerArn", group.pair().testListenerArn());
        out.flag("waitsForContinue", group.blueGreen().waitsForContinue());
        out.span("readyWait", group.blueGreen().readyWait());
        out.span("terminationWait", group.blueGreen().terminationWait());
        rollbackAndAlarms(group);
        out.close();
    }

    private void rollbackAndAlarms(DeploymentGroup group) throws IOException {
        if (group.autoRollback().enabled()) {
            out.texts("rollbackEvents", group.autoRollback().events());
        }
        if (group.alarms().enabled()) {
            out.texts("alarms", group.alarms().alarms());
        }
    }

    void deployment(DeploymentInfo info) throws IOException {
        out.open("deployment");
        out.text("deploymentId", info.deploymentId());
        out.text("deploymentGroup", info.group().key());
        out.text("service", info.service());
        rollbackAndAlarms(info.group());
        config("deploymentConfig", info.revision().config());
        out.raw("appSpec", JsonText.compact(AppSpecJson.of(info.revision().appSpec())));
        out.text("creator", info.origin().creator());
        out.text("description", info.origin().description());
        out.text("rollbackTriggeringDeploymentId", info.origin().rollsBack());
        out.text("status", info.status().printed());
        out.text("errorCode", info.error().code());
        out.text("errorMessage", info.error().message());
        out.text("rollbackDeploymentId", info.rollbackDeploymentId());
        out.text("blue", info.sets().blue());
        out.text("green", info.sets().green());
        out.number("testTenths", info.traffic().testTenths());
        out.number("productionTenths", info.traffic().productionTenths());
        out.number("step", info.progress().step());
        out.flag("continued", info.progress().continued());
        out.flag("terminationWaitStarted", info.progress().terminationWaitStarted());
        out.moment("until", info.progress().until());
        out.openList("lifecycleEvents");
        for (var event : info.lifecycleEvents()) {
            event(event);
        }
        out.closeList();
        out.moment("createTime", info.times().createTime());
        if (info.status() != DeploymentState.CREATED) {
            out.moment("startTime", info.times().startTime());
        }
        if (info.status().isOver()) {
            out.moment("completeTime", info.times().completeTime());
        }
        out.close();
    }

    private void event(LifecycleEvent event) throws IOException {
        out.open();
        out.text("name", event.name().printed());
        out.text("status", event.status().printed());
        out.text("function", event.function());
        out.text("hookExecutionId", event.hookExecutionId());
        if (event.status().hasBegun()) {
            out.moment("startTime", event.startTime());
        }
        if (event.status().isOver()) {
            out.moment("endTime", event.endTime());
        }
        out.close();
    }
}
