package ecslab.wire.describe;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.AvailabilityZoneRebalancing;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Rollout;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.SchedulingStrategy;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceScheduling;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskCondition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.StateFold;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One of each thing, for whoever describes or writes them.
public final class World {

    public static final SimInstant AT = new SimInstant(20_250_000);
    public static final RunHeader RUN =
            new RunHeader(
                    "One of each",
                    Instant.parse("2026-11-21T00:00:00Z"),
                    new Arns("us-east-1", "111122223333"),
                    7,
                    SimInstant.ofSeconds(360),
                    "",
                    List.of());
    public static final ServiceName WEB = new ServiceName("demo", "web");
    public static final TaskDefinitionName WEB_1 = new TaskDefinitionName("web", 1);
    public static final TaskId RUNNING = new TaskId("0123456789abcdef0123456789abcdef");
    public static final TaskId STOPPED = new TaskId("fedcba9876543210fedcba9876543210");
    public static final String GROUP_ARN =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef";
    public static final String ALB_ARN =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/"
                    + "0123456789abcdef";
    public static final String IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/web:1";
    public static final String DIGEST = "sha256:" + "ab".repeat(32);
    public static final TargetId TARGET = new TargetId("web", "10.0.0.17", 80);

    private World() {}

    public static ClusterState state() {
        var fold = new StateFold(ClusterState.EMPTY);
        events().forEach(fold::apply);
        RolloutWorld.events().forEach(fold::apply);
        CodeDeployWorld.events().forEach(fold::apply);
        return fold.snapshot();
    }

    static List<Event> events() {
        return List.of(
                new Event.NetworkChange(AT, network()),
                new Event.InstanceChange(AT, instance()),
                new Event.ContainerInstanceChange(AT, containerInstance()),
                new Event.AutoScalingGroupChange(AT, autoScalingGroup()),
                new Event.CapacityProviderChange(AT, capacityProvider()),
                new Event.RoleChange(AT, role()),
                new Event.ImageChange(AT, new Image(IMAGE, DIGEST, 120, 5)),
                new Event.ClusterChange(
                        AT, ClusterDescription.empty("demo").withCounts(0, 1, 0, 1)),
                new Event.TaskDefinitionChange(AT, taskDefinition()),
                new Event.LoadBalancerChange(
                        AT,
                        new LoadBalancer(
                                "web",
                                ALB_ARN,
                                "web-1.elb.amazonaws.com",
                                network().subnets().stream().map(Subnet::subnetId).toList(),
                                List.of())),
                new Event.ListenerChange(AT, Balancers.listener()),
                new Event.TargetGroupChange(AT, targetGroup()),
                new Event.ServiceChange(AT, service()),
                new Event.ServiceEvent(AT, WEB, "e-1", "(service web) has started 1 tasks."),
                new Event.ServiceEvent(
                        SimInstant.ofSeconds(30),
                        WEB,
                        "e-2",
                        "(service web) has reached a steady state."),
                new Event.TaskStateChange(SimInstant.ofSeconds(30), running()),
                new Event.TaskStateChange(SimInstant.ofSeconds(30), stopped()),
                new Event.TargetHealthChange(SimInstant.ofSeconds(30), target()));
    }

    public static Ec2Instance instance() {
        return new Ec2Instance(
                "i-1",
                "a#1",
                "a",
                "t3.small",
                "us-east-1a",
                "subnet-1",
                "10.0.0.9",
                "",
                List.of(),
                false,
                Ec2InstanceState.RUNNING);
    }

    public static ContainerInstance containerInstance() {
        return new ContainerInstance(
                "0123456789abcdef0123456789abcde0",
                "demo",
                "i-1",
                "asg",
                ContainerInstanceStatus.ACTIVE,
                true,
                AT,
                "1.105.1",
                new HostResources(2048, 1963, List.of(22, 2375), List.of(), 2),
                new HostResources(1792, 1451, List.of(22, 2375, 32768), List.of(), 1),
                1,
                0,
                List.of(new Attribute("ecs.availability-zone", "us-east-1a")),
                AT,
                3);
    }

    public static AutoScalingGroup autoScalingGroup() {
        return new AutoScalingGroup(
                "a", "arn:asg", "demo", "t3.small", 0, 4, 1, List.of("subnet-1"), List.of());
    }

    public static CapacityProvider capacityProvider() {
        return new CapacityProvider(
                "asg",
                "arn:asg-provider",
                CapacityProvider.ACTIVE,
                "",
                "a",
                CapacityProvider.ManagedScaling.DEFAULT,
                false,
                true);
    }

    public static Network network() {
        return new Network(
                "vpc-1",
                "10.0.0.0/16",
                List.of(new Subnet("a", "subnet-1", "us-east-1a", "10.0.0.0/24", true)));
    }

    public static Role role() {
        return new Role(
                "ecsTaskExecutionRole",
                "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
                List.of("ecs-tasks.amazonaws.com"),
                List.of("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"));
    }

    private static final ServiceScheduling SCHEDULING =
            new ServiceScheduling(
                    SchedulingStrategy.REPLICA,
                    new PlacementRules(
                            List.of(PlacementConstraint.distinctInstance()),
                            List.of(
                                    PlacementStrategy.spread(PlacementStrategy.ZONE),
                                    PlacementStrategy.random())),
                    AvailabilityZoneRebalancing.ENABLED);

    public static TaskDefinition taskDefinition() {
        return new TaskDefinition(
                WEB_1,
                TaskDefinitionStatus.ACTIVE,
                NetworkMode.AWSVPC,
                List.of(LaunchType.FARGATE),
                List.of(LaunchType.EC2, LaunchType.FARGATE),
                256,
                512,
                role().arn(),
                "",
                List.of(
                        new ContainerDefinition(
                                "web",
                                IMAGE,
                                0,
                                0,
                                128,
                                true,
                                List.of(new PortMapping(80, 80, "tcp", "http")),
                                List.of(new EnvironmentVariable("ENV", "")),
                                Duration.ofSeconds(30),
                                "awslogs",
                                ContainerSettings.NONE,
                                kept(
                                        "logConfiguration.options", "{\"awslogs-group\":\"/web\"}",
                                        "portMappings[0].appProtocol", "\"http\""))),
                List.of(),
                List.of(PlacementConstraint.memberOf("attribute:stack == prod")),
                RuntimePlatform.NONE,
                0,
                SimInstant.ofSeconds(5),
                kept("tags", "[{\"key\":\"team\",\"value\":\"a\"}]"));
    }

    public static TargetGroup targetGroup() {
        return new TargetGroup(
                "web",
                GROUP_ARN,
                "ip",
                80,
                new HealthCheckSettings(
                        "/health", Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2, "200"),
                Duration.ofSeconds(300));
    }

    public static Target target() {
        return new Target(
                TARGET,
                RUNNING,
                "us-east-1a",
                TargetState.UNHEALTHY,
                "Target.ResponseCodeMismatch",
                "Health checks failed with these codes: [404]");
    }

    public static Service service() {
        return new Service(
                WEB,
                ServiceStatus.ACTIVE,
                WEB_1,
                1,
                1,
                0,
                LaunchType.FARGATE,
                List.of(),
                new DeploymentConfiguration(100, 200),
                List.of(
                        new Deployment(
                                "ecs-svc/0123456789012345678",
                                DeploymentStatus.PRIMARY,
                                WEB_1,
                                1,
                                0,
                                1,
                                0,
                                RolloutState.COMPLETED,
                                "ECS deployment ecs-svc/0123456789012345678 completed.",
                                AT,
                                SimInstant.ofSeconds(30))),
                List.of(new ServiceLoadBalancer(GROUP_ARN, "web", 80)),
                new AwsVpcConfiguration(List.of("subnet-1"), List.of(), true),
                Duration.ofSeconds(60),
                SCHEDULING,
                AT,
                Rollout.BY_ECS.withCurrent("NCWGC2ZR-taawPAYrIaU5"),
                kept("enableExecuteCommand", "true"));
    }

    public static Task running() {
        return task(
                RUNNING,
                TaskStatus.RUNNING,
                TaskStatus.RUNNING,
                new Container(
                        "web",
                        IMAGE,
                        DIGEST,
                        ContainerStatus.RUNNING,
                        Exit.NONE,
                        "",
                        HealthStatus.UNKNOWN,
                        true,
                        0,
                        0,
                        List.of()),
                List.of(new NetworkInterface("eni-1", "subnet-1", "10.0.0.17", "54.0.0.1")),
                Map.of(TaskMoment.CREATED_AT, AT, TaskMoment.CONNECTIVITY_AT, AT),
                Stop.NOT_ASKED);
    }

    public static Task stopped() {
        return task(
                STOPPED,
                TaskStatus.STOPPED,
                TaskStatus.STOPPED,
                new Container(
                        "web",
                        IMAGE,
                        "",
                        ContainerStatus.STOPPED,
                        new Exit.Code(137),
                        "OutOfMemoryError: Container killed due to memory usage",
                        HealthStatus.UNKNOWN,
                        true,
                        256,
                        512,
                        List.of()),
                List.of(),
                Map.of(TaskMoment.STOPPED_AT, SimInstant.ofSeconds(30)),
                new Stop.Asked(
                        StopCode.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited"));
    }

    private static Task task(
            TaskId id,
            TaskStatus lastStatus,
            TaskStatus desiredStatus,
            Container container,
            List<NetworkInterface> interfaces,
            Map<TaskMoment, SimInstant> times,
            Stop stop) {
        return new Task(
                id,
                new TaskOrigin(
                        "demo", WEB_1, "service:web", "ecs-svc/0123456789012345678", 256, 512),
                TaskPlace.onFargate("us-east-1a", "subnet-1"),
                new TaskCondition(lastStatus, desiredStatus, HealthStatus.UNKNOWN),
                List.of(container),
                interfaces,
                new EnumMap<>(times),
                stop,
                4);
    }

    static Unmodelled kept(String... namesAndJson) {
        var fields = new TreeMap<String, String>();
        for (var i = 0; i < namesAndJson.length; i += 2) {
            fields.put(namesAndJson[i], namesAndJson[i + 1]);
        }
        return new Unmodelled(fields);
    }
}
