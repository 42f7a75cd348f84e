package ecslab.stage.log;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.wire.text.Texts;

/// Tells how CodeDeploy's deployments come along.
final class CodeDeployText {

    private final Texts texts;

    CodeDeployText(Texts texts) {
        this.texts = texts;
    }

    Line line(CodeDeployResource resource) {
        var text =
                switch (resource) {
                    case Application one ->
                            texts.of("event.codeDeploy.application", "name", one.name());
                    case DeploymentConfig one ->
                            texts.of("event.codeDeploy.config", "name", one.name());
                    case DeploymentGroup one ->
                            texts.of(
                                    "event.codeDeploy.group",
                                    "name",
                                    one.name(),
                                    "config",
                                    one.configName());
                };
        return new Line(Topic.DESCRIPTION, Tone.MUTED, "CodeDeploy", text, "");
    }

    Line line(DeploymentInfo info) {
        var event =
                info.newestEvent()
                        .filter(_ -> !info.status().isOver())
                        .map(one -> one.name().printed() + " " + one.status().printed())
                        .orElse(info.newestEvent().isEmpty() ? info.deploymentId() : "");
        return new Line(
                Topic.DEPLOYMENT,
                toneOf(info.status()),
                texts.of("event.source.codeDeploy", "name", info.service().service()),
                EventText.joined(
                        EventText.joined(
                                EventText.withReason(
                                        info.status().printed(), info.error().message()),
                                event),
                        share(info)),
                gloss(info));
    }

    /// Whether something has happened that somebody waits for: most lifecycle events begin and end
    /// at once.
    static boolean isNews(DeploymentInfo info) {
        var answered =
                info.newestEvent()
                        .filter(one -> one.status() == LifecycleEvent.Status.SUCCEEDED)
                        .filter(one -> !one.function().isEmpty())
                        .isPresent();
        return !glossKey(info).isEmpty() || answered;
    }

    /// How much green has, once it has anything.
    private String share(DeploymentInfo info) {
        var tenths = info.traffic().productionTenths();
        return tenths == 0 || info.status().isOver()
                ? ""
                : texts.of(
                        "event.codeDeploy.share",
                        "percent",
                        tenths % 10 == 0 ? "" + tenths / 10 : "" + tenths / 10.0);
    }

    private String gloss(DeploymentInfo info) {
        var key = glossKey(info);
        return key.isEmpty() ? "" : texts.of("gloss.codeDeploy." + key);
    }

    /// What is new in the deployment.
    private static String glossKey(DeploymentInfo info) {
        return switch (info.status()) {
            case CREATED -> info.origin().isRollback() ? "rollback" : "created";
            case QUEUED -> "";
            case READY -> "ready";
            case SUCCEEDED -> info.origin().isRollback() ? "rolledBack" : "succeeded";
            case FAILED, STOPPED -> info.rollbackDeploymentId().isEmpty() ? "stays" : "back";
            case IN_PROGRESS ->
                    info.progress().terminationWaitStarted()
                            ? "termination"
                            : info.newestEvent().map(CodeDeployText::glossKey).orElse("");
        };
    }

    private static String glossKey(LifecycleEvent event) {
        if (event.status() != LifecycleEvent.Status.IN_PROGRESS) {
            return "";
        }
        return switch (event.name()) {
            case INSTALL -> "install";
            case ALLOW_TEST_TRAFFIC -> "testTraffic";
            case ALLOW_TRAFFIC -> "traffic";
            case BEFORE_INSTALL, AFTER_INSTALL, AFTER_ALLOW_TEST_TRAFFIC -> hook(event);
            case BEFORE_ALLOW_TRAFFIC, AFTER_ALLOW_TRAFFIC -> hook(event);
        };
    }

    private static String hook(LifecycleEvent event) {
        return event.function().isEmpty() ? "" : "hook";
    }

    static Tone toneOf(DeploymentState status) {
        return switch (status) {
            case CREATED, QUEUED, IN_PROGRESS -> Tone.ACCENT;
            case READY -> Tone.WARNING;
            case SUCCEEDED -> Tone.SUCCESS;
            case FAILED, STOPPED -> Tone.DANGER;
        };
    }
}
