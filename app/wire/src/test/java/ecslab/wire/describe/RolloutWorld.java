package ecslab.wire.describe;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.DeploymentAlarms;
import ecslab.ecs.model.DeploymentCircuitBreaker;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.EarlySuccessCriteria;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.LifecycleHook;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceDeployment.Moment;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/// What a service goes through, with as much in it as there can be.
public final class RolloutWorld {

    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:smoke";
    private static final String REVISION = "1234567890123456789";

    private RolloutWorld() {}

    public static List<Event> events() {
        return List.of(
                new Event.ServiceRevisionChange(World.AT, revision()),
                new Event.ServiceDeploymentChange(World.AT, deployment()),
                new Event.AlarmChange(
                        World.AT, new Alarm("web-5xx", AlarmState.ALARM, "Threshold Crossed")),
                new Event.TaskProtectionChange(
                        World.AT,
                        new ProtectedTask(World.RUNNING, true, SimInstant.ofSeconds(3_600))));
    }

    private static ServiceRevision revision() {
        return new ServiceRevision(
                REVISION,
                World.WEB,
                World.WEB_1,
                LaunchType.FARGATE,
                List.of(),
                new AwsVpcConfiguration(List.of("subnet-1"), List.of(), true),
                List.of(
                        new ServiceLoadBalancer(
                                World.GROUP_ARN,
                                "",
                                "web",
                                80,
                                new ServiceLoadBalancer.Advanced(
                                        "arn:green", "arn:rule", "arn:test", "arn:role"))),
                List.of("arn:green"),
                World.AT,
                new Unmodelled(new TreeMap<>(java.util.Map.of("platformVersion", "\"1.4.0\""))));
    }

    private static ServiceDeployment deployment() {
        var times = new EnumMap<Moment, SimInstant>(Moment.class);
        times.put(Moment.CREATED_AT, World.AT);
        times.put(Moment.STARTED_AT, SimInstant.ofSeconds(21));
        times.put(Moment.ROLLBACK_STARTED_AT, SimInstant.ofSeconds(60));
        times.put(Moment.UPDATED_AT, SimInstant.ofSeconds(61));
        return new ServiceDeployment(
                "NCWGC2ZR-taawPAYrIaU5",
                World.WEB,
                List.of("1111111111111111111"),
                REVISION,
                ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS,
                "alarm detected.",
                LifecycleStage.PRODUCTION_TRAFFIC_SHIFT,
                new Traffic(1_000, 50),
                List.of(
                        new HookDetail(
                                "h-1",
                                LifecycleStage.POST_SCALE_UP,
                                FUNCTION,
                                HookStatus.SUCCEEDED,
                                SimInstant.ofSeconds(300),
                                false)),
                new Monitor(MonitorStatus.MONITORING, 2, 3, List.of()),
                new Monitor(MonitorStatus.TRIGGERED, 1, 1, List.of("web-5xx")),
                "alarm detected.",
                "1111111111111111111",
                configuration(),
                times);
    }

    private static DeploymentConfiguration configuration() {
        return new DeploymentConfiguration(
                100,
                200,
                DeploymentStrategy.Canary.USUAL,
                new DeploymentCircuitBreaker(
                        true,
                        true,
                        false,
                        new DeploymentCircuitBreaker.Threshold(
                                DeploymentCircuitBreaker.Type.COUNT, 5)),
                new DeploymentAlarms(List.of("web-5xx"), true, true),
                Duration.ofMinutes(10),
                List.of(
                        new LifecycleHook(
                                LifecycleHook.TargetType.AWS_LAMBDA,
                                FUNCTION,
                                "arn:role",
                                List.of(LifecycleStage.POST_SCALE_UP),
                                "{\"path\":\"/\"}",
                                LifecycleHook.TIMEOUT_DEFAULT,
                                true)),
                new EarlySuccessCriteria(true, 80, true));
    }
}
