package ecslab.engine;

import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentInfo.ErrorInformation;
import ecslab.ecs.codedeploy.DeploymentInfo.Origin;
import ecslab.ecs.codedeploy.DeploymentInfo.Progress;
import ecslab.ecs.codedeploy.DeploymentInfo.Revision;
import ecslab.ecs.codedeploy.DeploymentInfo.Times;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.time.SimInstant;
import java.util.Collections;
import java.util.List;

/// The deployment that CodeDeploy makes by itself to roll another one back. It installs nothing:
/// blue is still there.
final class CodeDeployRollback {

    private CodeDeployRollback() {}

    static DeploymentInfo of(Desk desk, DeploymentInfo failed, String id) {
        var before = desk.state().revision(failed.sets().blue());
        var balancer = before.loadBalancers().getFirst();
        return new DeploymentInfo(
                id,
                failed.group(),
                new Revision(
                        new AppSpec(
                                desk.arns().taskDefinition(before.taskDefinition()),
                                balancer.containerName(),
                                balancer.containerPort(),
                                "",
                                List.of(),
                                Collections.emptyMap()),
                        DeploymentConfig.ALL_AT_ONCE),
                new Origin("", failed.deploymentId()),
                failed.sets(),
                DeploymentState.CREATED,
                ErrorInformation.NONE,
                "",
                failed.traffic(),
                Progress.NONE,
                List.of(LifecycleEvent.pending(LifecycleEventName.ALLOW_TRAFFIC, "")),
                new Times(desk.now(), SimInstant.START, SimInstant.START));
    }
}
