package ecslab.wire.describe;

import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentGroup.AlarmConfiguration;
import ecslab.ecs.codedeploy.DeploymentGroup.AutoRollback;
import ecslab.ecs.codedeploy.DeploymentGroup.BlueGreen;
import ecslab.ecs.codedeploy.DeploymentGroup.RollbackEvent;
import ecslab.ecs.codedeploy.DeploymentGroup.TargetGroupPair;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentInfo.ErrorInformation;
import ecslab.ecs.codedeploy.DeploymentInfo.Origin;
import ecslab.ecs.codedeploy.DeploymentInfo.Progress;
import ecslab.ecs.codedeploy.DeploymentInfo.Revision;
import ecslab.ecs.codedeploy.DeploymentInfo.TaskSets;
import ecslab.ecs.codedeploy.DeploymentInfo.Times;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEvent.Status;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What CodeDeploy knows, with as much in it as there can be.
public final class CodeDeployWorld {

    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:smoke";

    private CodeDeployWorld() {}

    public static List<Event> events() {
        return List.of(
                new Event.CodeDeployResourceChange(World.AT, new Application("shop", World.AT)),
                new Event.CodeDeployResourceChange(World.AT, config()),
                new Event.CodeDeployResourceChange(World.AT, group()),
                new Event.CodeDeployDeploymentChange(World.AT, deployment()));
    }

    private static DeploymentConfig config() {
        return new DeploymentConfig(
                "slow", new DeploymentStrategy.Canary(50, Duration.ofMinutes(30)));
    }

    private static DeploymentGroup group() {
        return new DeploymentGroup(
                "shop",
                "web",
                "slow",
                "arn:aws:iam::111122223333:role/deploy",
                World.WEB,
                new TargetGroupPair(List.of("web", "green"), "arn:prod", "arn:test"),
                new BlueGreen(true, Duration.ofMinutes(10), Duration.ofMinutes(5)),
                new AutoRollback(true, List.of(RollbackEvent.DEPLOYMENT_FAILURE)),
                new AlarmConfiguration(true, List.of("web-5xx")));
    }

    private static DeploymentInfo deployment() {
        var test = LifecycleEventName.AFTER_ALLOW_TEST_TRAFFIC;
        return new DeploymentInfo(
                "d-ABC123DEF",
                group(),
                new Revision(
                        new AppSpec(
                                "web:2",
                                "web",
                                80,
                                "1.4.0",
                                List.of(
                                        new AwsVpcConfiguration(
                                                List.of("subnet-1"), List.of("sg-1"), true)),
                                Map.of(test, FUNCTION)),
                        config()),
                new Origin("once", ""),
                new TaskSets("ecs-svc/1111111111111111111", "ecs-svc/1234567890123456789"),
                DeploymentState.FAILED,
                new ErrorInformation("HOOK_EXECUTION_FAILURE", "The hook failed."),
                "d-XYZ789XYZ",
                new Traffic(1_000, 0),
                new Progress(0, false, false, World.AT),
                List.of(
                        LifecycleEvent.pending(LifecycleEventName.ALLOW_TEST_TRAFFIC, "")
                                .begun("", World.AT)
                                .ended(Status.SUCCEEDED, World.AT),
                        LifecycleEvent.pending(test, FUNCTION)
                                .begun("e-1", SimInstant.ofSeconds(21))
                                .ended(Status.FAILED, SimInstant.ofSeconds(26)),
                        new LifecycleEvent(
                                LifecycleEventName.ALLOW_TRAFFIC,
                                Status.SKIPPED,
                                "",
                                "",
                                SimInstant.START,
                                SimInstant.START)),
                new Times(World.AT, SimInstant.ofSeconds(21), SimInstant.ofSeconds(26)));
    }
}
