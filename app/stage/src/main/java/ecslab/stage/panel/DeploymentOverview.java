package ecslab.stage.panel;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;

/// How a service's deployments come along: their tasks, and how far the newest one is.
final class DeploymentOverview {

    private static final int WHOLE = 1_000;

    private DeploymentOverview() {}

    static List<Block> of(Sight sight, Service service) {
        var blocks = new ArrayList<Block>();
        if (service.rollout().controller().hasTaskSets()) {
            return CodeDeployOverview.of(sight, service);
        }
        blocks.add(sight.heading("deployments"));
        blocks.add(sight.fact("strategy", strategy(service.deploymentConfiguration())));
        for (var one : service.deployments()) {
            blocks.add(deployment(sight, one));
            if (one.rolloutState() != RolloutState.COMPLETED) {
                var tone = one.rolloutState() == RolloutState.FAILED ? Tone.DANGER : Tone.MUTED;
                blocks.add(new Block.Note(one.rolloutStateReason(), tone));
            }
        }
        sight.state().rollouts().of(service.name()).stream()
                .findFirst()
                .ifPresent(newest -> blocks.addAll(newest(sight, newest)));
        return List.copyOf(blocks);
    }

    private static String strategy(DeploymentConfiguration configuration) {
        var name = configuration.strategy().printed();
        var breaker = configuration.circuitBreaker();
        return breaker.enable()
                ? name + ", circuit breaker" + (breaker.rollback() ? " + rollback" : "")
                : name;
    }

    private static Block deployment(Sight sight, Deployment one) {
        var share = one.desiredCount() == 0 ? 1 : (double) one.runningCount() / one.desiredCount();
        var note =
                sight.say(
                        "inspector.deployment",
                        "state",
                        one.rolloutState(),
                        "running",
                        one.runningCount(),
                        "desired",
                        one.desiredCount());
        return new Block.Progress(
                one.taskDefinition() + " " + one.status(),
                one.failedTasks() == 0
                        ? note
                        : note
                                + " · "
                                + sight.say("inspector.failedTasks", "count", one.failedTasks()),
                Math.clamp(share, 0, 1),
                tone(one.rolloutState()));
    }

    /// What DescribeServiceDeployments says beyond that.
    private static List<Block> newest(Sight sight, ServiceDeployment one) {
        var blocks = new ArrayList<Block>();
        var stage = one.lifecycleStage() == LifecycleStage.NONE ? "" : " · " + one.lifecycleStage();
        blocks.add(
                new Block.Fact(
                        sight.say("inspector.serviceDeployment"),
                        one.status() + stage,
                        tone(one.status())));
        if (one.configuration().strategy().shiftsTraffic() && !one.sourceRevisions().isEmpty()) {
            blocks.add(weight(sight, "inspector.productionTraffic", one, true));
            blocks.add(weight(sight, "inspector.testTraffic", one, false));
        }
        var breaker = one.circuitBreaker();
        if (breaker.status() != MonitorStatus.DISABLED) {
            blocks.add(
                    new Block.Fact(
                            sight.say("inspector.circuitBreaker"),
                            breaker.count() + " / " + breaker.threshold() + " " + breaker.status(),
                            tone(breaker.status())));
        }
        var alarms = one.alarms();
        if (alarms.status() != MonitorStatus.DISABLED) {
            blocks.add(
                    new Block.Fact(
                            sight.say("inspector.alarms"),
                            String.join(", ", one.configuration().alarms().alarmNames())
                                    + " "
                                    + alarms.status(),
                            tone(alarms.status())));
        }
        one.hooks().forEach(hook -> blocks.add(hook(sight, hook)));
        return blocks;
    }

    /// How much of the traffic the newest revision gets.
    private static Block weight(
            Sight sight, String key, ServiceDeployment one, boolean production) {
        var tenths = production ? one.traffic().productionTenths() : one.traffic().testTenths();
        return new Block.Progress(
                sight.say(key), percent(tenths), (double) tenths / WHOLE, Tone.ACCENT);
    }

    private static String percent(int tenths) {
        return (tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10) + " %";
    }

    private static Block hook(Sight sight, HookDetail hook) {
        var name = hook.function();
        var asked = name.isEmpty() ? "PAUSE" : name.substring(name.lastIndexOf(':') + 1);
        return new Block.Fact(
                sight.say("inspector.hook", "name", asked),
                hook.stage() + " " + hook.status(),
                tone(hook.status()));
    }

    private static Tone tone(HookStatus status) {
        return switch (status) {
            case SUCCEEDED -> Tone.SUCCESS;
            case AWAITING_ACTION, IN_PROGRESS -> Tone.WARNING;
            case FAILED, TIMED_OUT -> Tone.DANGER;
        };
    }

    private static Tone tone(MonitorStatus status) {
        return switch (status) {
            case DISABLED, MONITORING_COMPLETE -> Tone.MUTED;
            case MONITORING -> Tone.ACCENT;
            case TRIGGERED -> Tone.DANGER;
        };
    }

    private static Tone tone(ServiceDeploymentStatus status) {
        return switch (status) {
            case SUCCESSFUL -> Tone.SUCCESS;
            case PENDING, IN_PROGRESS -> Tone.WARNING;
            case STOP_REQUESTED, ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS -> Tone.WARNING;
            case ROLLBACK_SUCCESSFUL -> Tone.ACCENT;
            case STOPPED, ROLLBACK_FAILED -> Tone.DANGER;
        };
    }

    private static Tone tone(RolloutState state) {
        return switch (state) {
            case IN_PROGRESS -> Tone.WARNING;
            case COMPLETED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
        };
    }
}
