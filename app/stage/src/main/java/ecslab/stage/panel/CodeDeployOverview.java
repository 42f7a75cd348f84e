package ecslab.stage.panel;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskSet;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;

/// The task sets of a service that ECS doesn't deploy itself, and how CodeDeploy's newest
/// deployment comes along.
final class CodeDeployOverview {

    private static final int WHOLE = 1_000;

    private CodeDeployOverview() {}

    static List<Block> of(Sight sight, Service service) {
        var blocks = new ArrayList<Block>();
        blocks.add(sight.heading("taskSets"));
        blocks.add(Sight.aws("deploymentController", service.rollout().controller()));
        for (var set : service.rollout().taskSets()) {
            service.deployments().stream()
                    .filter(one -> one.id().equals(set.id()))
                    .forEach(one -> blocks.add(set(sight, service, set, one)));
        }
        if (service.rollout().controller() == DeploymentController.CODE_DEPLOY) {
            blocks.addAll(codeDeploy(sight, service));
        }
        return List.copyOf(blocks);
    }

    private static Block set(Sight sight, Service service, TaskSet set, Deployment one) {
        var desired = set.computedDesiredCount(service.desiredCount());
        var status = set.leaving() ? "DRAINING" : one.status().name();
        return new Block.Progress(
                one.taskDefinition() + " " + status,
                sight.say(
                        "inspector.taskSet",
                        "scale",
                        set.scaleTenths() / 10,
                        "running",
                        one.runningCount(),
                        "desired",
                        desired),
                desired == 0 ? 1 : Math.clamp((double) one.runningCount() / desired, 0, 1),
                set.leaving()
                        ? Tone.MUTED
                        : one.status() == DeploymentStatus.PRIMARY ? Tone.SUCCESS : Tone.ACCENT);
    }

    private static List<Block> codeDeploy(Sight sight, Service service) {
        var known = sight.state().rollouts().codeDeploy().of(service.name());
        if (known.isEmpty()) {
            return List.of(new Block.Note(sight.say("inspector.codeDeploy.none"), Tone.MUTED));
        }
        var info = known.getFirst();
        var blocks = new ArrayList<Block>();
        blocks.add(sight.heading("codeDeploy"));
        blocks.add(new Block.Fact(info.deploymentId(), info.status().printed(), tone(info)));
        blocks.add(Sight.aws("creator", info.origin().creator()));
        blocks.add(Sight.aws("deploymentConfigName", info.revision().config().name()));
        if (!info.error().code().isEmpty()) {
            blocks.add(new Block.Fact(info.error().code(), "", Tone.DANGER));
            blocks.add(new Block.Note(info.error().message(), Tone.DANGER));
        }
        if (!info.rollbackMessage().isEmpty()) {
            blocks.add(new Block.Note(info.rollbackMessage(), Tone.WARNING));
        }
        var traffic = info.traffic();
        blocks.add(share(sight, "inspector.productionTraffic", traffic.productionTenths()));
        blocks.add(share(sight, "inspector.testTraffic", traffic.testTenths()));
        info.lifecycleEvents().forEach(event -> blocks.add(event(event)));
        blocks.addAll(waits(sight, info));
        blocks.add(new Block.Note(sight.say("inspector.codeDeploy.contrast"), Tone.MUTED));
        return blocks;
    }

    private static Block share(Sight sight, String key, int tenths) {
        return new Block.Progress(
                sight.say(key),
                (tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10) + " %",
                (double) tenths / WHOLE,
                Tone.ACCENT);
    }

    private static Block event(LifecycleEvent event) {
        var function = event.function();
        var called =
                function.isEmpty() ? "" : " · " + function.substring(function.lastIndexOf(':') + 1);
        return new Block.Fact(
                event.name().printed(), event.status().printed() + called, tone(event.status()));
    }

    private static List<Block> waits(Sight sight, DeploymentInfo info) {
        var key =
                info.status() == DeploymentState.READY
                        ? "inspector.codeDeploy.ready"
                        : info.progress().terminationWaitStarted() && !info.status().isOver()
                                ? "inspector.codeDeploy.termination"
                                : "";
        return key.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Note(
                                sight.say(key, "time", sight.at(info.progress().until())),
                                Tone.WARNING));
    }

    private static Tone tone(DeploymentInfo info) {
        return switch (info.status()) {
            case CREATED, QUEUED, IN_PROGRESS, READY -> Tone.WARNING;
            case SUCCEEDED -> Tone.SUCCESS;
            case FAILED, STOPPED -> Tone.DANGER;
        };
    }

    private static Tone tone(LifecycleEvent.Status status) {
        return switch (status) {
            case PENDING, SKIPPED -> Tone.MUTED;
            case IN_PROGRESS -> Tone.WARNING;
            case SUCCEEDED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
        };
    }
}
