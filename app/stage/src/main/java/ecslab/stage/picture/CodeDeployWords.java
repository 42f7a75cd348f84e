package ecslab.stage.picture;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Service;
import java.util.Optional;

/// What is said of a service that CodeDeploy is deploying.
final class CodeDeployWords {

    private static final int TENTHS = 10;

    private CodeDeployWords() {}

    private static Optional<DeploymentInfo> underWay(Moment moment, Service service) {
        return moment.state().rollouts().codeDeploy().of(service.name()).stream()
                .findFirst()
                .filter(one -> !one.status().isOver());
    }

    /// Where the deployment is: its lifecycle event, or what it waits for.
    static Optional<String> stage(Moment moment, Service service) {
        return underWay(moment, service).map(info -> stage(moment, info));
    }

    private static String stage(Moment moment, DeploymentInfo info) {
        if (info.progress().terminationWaitStarted()) {
            return moment.say("picture.codeDeploy.termination");
        }
        return info.status() == DeploymentState.IN_PROGRESS
                ? info.newestEvent()
                        .map(LifecycleEvent::name)
                        .map(LifecycleEventName::printed)
                        .orElse(info.status().printed())
                : info.status().printed();
    }

    /// A task set's share of the production traffic.
    static Optional<String> share(Moment moment, Service service, Deployment set) {
        return underWay(moment, service).flatMap(info -> share(info, set.id()));
    }

    private static Optional<String> share(DeploymentInfo info, String set) {
        var green = info.traffic().productionTenths();
        if (set.equals(info.sets().green())) {
            return Optional.of(percent(green));
        }
        return set.equals(info.sets().blue())
                ? Optional.of(percent(DeploymentStrategy.WHOLE - green))
                : Optional.empty();
    }

    private static String percent(int tenths) {
        var fraction = tenths % TENTHS == 0 ? "" : "." + tenths % TENTHS;
        return tenths / TENTHS + fraction + " %";
    }
}
