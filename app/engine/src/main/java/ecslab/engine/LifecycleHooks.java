package ecslab.engine;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEvent.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Calls the functions that an AppSpec names. A function is called once; it has to report by
/// PutLifecycleEventHookExecutionStatus how it went.
final class LifecycleHooks {

    /// CodeDeploy User Guide, *AppSpec 'hooks' section*: a function that hasn't reported after an
    /// hour has failed.
    static final Duration REPORTS_WITHIN = Duration.ofHours(1);

    private final Desk desk;
    private final CodeDeployments deployments;
    private final HookFunctions functions;

    LifecycleHooks(Desk desk, CodeDeployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
        functions = new HookFunctions(desk);
    }

    /// Where the newest event has no hook, nobody is called.
    void call(DeploymentInfo info) {
        info.newestEvent()
                .filter(one -> !one.function().isEmpty())
                .ifPresent(event -> {
                    var execution = event.hookExecutionId();
                    desk.agenda()
                            .wakeAfter(
                                    functions.takes(event.function()),
                                    new Wake.LifecycleHookAnswers(info.deploymentId(), execution));
                    desk.agenda()
                            .wakeAfter(
                                    REPORTS_WITHIN,
                                    new Wake.LifecycleHookExpires(info.deploymentId(), execution));
                });
    }

    /// A function that ends without a report may still send one; or somebody may in its place.
    void answered(String deployment, String execution) {
        for (var info : active(deployment)) {
            waiting(info, execution)
                    .ifPresent(event -> {
                        switch (functions.call(event.function())) {
                            case "SUCCEEDED" -> reported(info, event, true);
                            case "IN_PROGRESS" -> {}
                            default -> reported(info, event, false);
                        }
                    });
        }
    }

    void expired(String deployment, String execution) {
        for (var info : active(deployment)) {
            waiting(info, execution)
                    .ifPresent(
                            event -> deployments.fail(info, CodeDeployFailure.hook(event, true)));
        }
    }

    void reported(DeploymentInfo info, LifecycleEvent event, boolean succeeded) {
        if (succeeded) {
            deployments.hookSucceeded(info, event);
        } else {
            deployments.fail(info, CodeDeployFailure.hook(event, false));
        }
    }

    /// The deployment, or none if it is over.
    private List<DeploymentInfo> active(String deployment) {
        return desk.state().codeDeploy.deployments().values().stream()
                .filter(info -> info.deploymentId().equals(deployment))
                .filter(info -> !info.status().isOver())
                .toList();
    }

    /// The event that a function was called in, if it is still waited for.
    static Optional<LifecycleEvent> waiting(DeploymentInfo info, String execution) {
        return info.lifecycleEvents().stream()
                .filter(one -> one.status() == Status.IN_PROGRESS)
                .filter(one -> one.hookExecutionId().equals(execution))
                .findFirst();
    }
}
