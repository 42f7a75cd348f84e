package ecslab.stage;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.HealthProbe;
import ecslab.ecs.event.Event.ImagePull;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.Event.TargetHealthChange;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceName;
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
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.StateFold;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Events written by hand, so that the picture can be tested where no engine would lead it.
///
/// Times are in milliseconds of the run.
public final class Story {

    public static final ServiceName WEB = new ServiceName("demo", "web");
    public static final Arns ARNS = new Arns("us-east-1", "111122223333");
    public static final String IMAGE = ARNS.registryHost() + "/web:1";
    private static final TaskDefinitionName WEB_1 = new TaskDefinitionName("web", 1);
    private static final RunHeader HEADER =
            new RunHeader(
                    "A story",
                    Instant.parse("2026-11-21T00:00:00Z"),
                    ARNS,
                    7,
                    SimInstant.ofSeconds(600),
                    "",
                    List.of());

    private final List<Event> events = new ArrayList<>();
    private final List<String> zones;
    private long request;

    private Story(List<String> zones) {
        this.zones = zones;
    }

    /// Nothing but what the scenario sets up: network, image, role.
    public static Story empty(String... zones) {
        var story = new Story(List.of(zones));
        var subnets = new ArrayList<Subnet>();
        for (var i = 0; i < zones.length; i++) {
            subnets.add(
                    new Subnet(
                            Character.toString('a' + i),
                            "subnet-" + i,
                            zones[i],
                            "10.0." + i + ".0/24",
                            true));
        }
        story.add(new Event.NetworkChange(at(0), new Network("vpc-1", "10.0.0.0/16", subnets)));
        story.add(new Event.ImageChange(at(0), new Image(IMAGE, "sha256:1", 120, 5)));
        story.add(
                new Event.RoleChange(
                        at(0),
                        new Role(
                                "ecsTaskExecutionRole",
                                ARNS.role("ecsTaskExecutionRole"),
                                List.of("ecs-tasks.amazonaws.com"),
                                List.of("AmazonECSTaskExecutionRolePolicy"))));
        return story;
    }

    /// Three tasks behind a load balancer; at 60 s the first one is stopped and replaced.
    public static Story ofThree() {
        var story = empty("us-east-1a", "us-east-1b").cluster(1_000).definition(5_000);
        story.balancer(10_000).service(20_000, WEB, 3, 0);
        story.task(1, 20_500, 0).task(2, 20_500, 1).task(3, 20_500, 0);
        story.service(45_000, WEB, 3, 3);
        story.stop(1, 60_000, 0).service(60_000, WEB, 3, 2);
        story.task(4, 61_000, 1).service(86_000, WEB, 3, 3);
        for (var ms = 50_000; ms < 100_000; ms += 50) {
            story.request(ms, ms / 50 % 2 == 0 ? 2 : 3);
        }
        return story.refused(70_000);
    }

    public Story cluster(long ms) {
        return add(new Event.ClusterChange(at(ms), ClusterDescription.empty("demo")));
    }

    public Story definition(long ms) {
        return add(
                new Event.TaskDefinitionChange(at(ms), StoryThings.taskDefinition(WEB_1, IMAGE)));
    }

    public Story balancer(long ms) {
        var arn = ARNS.targetGroup("web", "1");
        var settings =
                new HealthCheckSettings(
                        "/health", Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2, "200");
        add(
                new Event.TargetGroupChange(
                        at(ms),
                        new TargetGroup("web", arn, "ip", 80, settings, Duration.ofSeconds(300))));
        var balancer = ARNS.loadBalancer("web", "1");
        add(
                new Event.LoadBalancerChange(
                        at(ms), new LoadBalancer("web", balancer, "", List.of(), List.of())));
        return add(new Event.ListenerChange(at(ms), StoryThings.listener(balancer, arn)));
    }

    public Story service(long ms, ServiceName name, int desired, int running) {
        add(
                new Event.ClusterChange(
                        at(ms),
                        ClusterDescription.empty("demo")
                                .withCounts(0, running, desired - running, 1)));
        return add(
                new Event.ServiceChange(
                        at(ms),
                        new Service(
                                name,
                                ServiceStatus.ACTIVE,
                                WEB_1,
                                desired,
                                running,
                                Math.max(0, desired - running),
                                LaunchType.FARGATE,
                                List.of(),
                                DeploymentConfiguration.REPLICA_DEFAULT,
                                List.of(),
                                List.of(new ServiceLoadBalancer("", "web", 80)),
                                new AwsVpcConfiguration(List.of(), List.of(), true),
                                Duration.ZERO,
                                at(ms),
                                Unmodelled.NOTHING)));
    }

    /// The life of a task until its target is healthy, 24 s later.
    public Story task(int number, long ms, int zone) {
        var times = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        state(number, ms, zone, TaskStatus.PROVISIONING, times);
        times.put(TaskMoment.CREATED_AT, at(ms + 5_000));
        times.put(TaskMoment.CONNECTIVITY_AT, at(ms + 5_000));
        state(number, ms + 5_000, zone, TaskStatus.PENDING, times);
        times.put(TaskMoment.PULL_STARTED_AT, at(ms + 6_000));
        pull(number, ms + 6_000, new Pull.Started(120, 5, Duration.ofSeconds(6)));
        times.put(TaskMoment.PULL_STOPPED_AT, at(ms + 12_000));
        pull(number, ms + 12_000, new Pull.Finished("sha256:1"));
        state(number, ms + 14_000, zone, TaskStatus.ACTIVATING, times);
        target(number, ms + 14_500, zone, TargetState.INITIAL);
        times.put(TaskMoment.STARTED_AT, at(ms + 15_000));
        state(number, ms + 15_000, zone, TaskStatus.RUNNING, times);
        add(new HealthProbe(at(ms + 24_000), targetId(number), id(number), 200, true, 1));
        return target(number, ms + 24_000, zone, TargetState.HEALTHY);
    }

    /// A running task is told to stop, and is gone 12 s later.
    public Story stop(int number, long ms, int zone) {
        var times = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        times.put(TaskMoment.CREATED_AT, at(0));
        times.put(TaskMoment.STARTED_AT, at(0));
        times.put(TaskMoment.STOPPING_AT, at(ms));
        target(number, ms, zone, TargetState.DRAINING);
        state(number, ms, zone, TaskStatus.DEACTIVATING, times);
        state(number, ms + 3_000, zone, TaskStatus.STOPPING, times);
        target(number, ms + 5_000, zone, TargetState.UNUSED);
        state(number, ms + 8_000, zone, TaskStatus.DEPROVISIONING, times);
        times.put(TaskMoment.STOPPED_AT, at(ms + 12_000));
        return state(number, ms + 12_000, zone, TaskStatus.STOPPED, times);
    }

    /// A task whose image can't be pulled.
    public Story failingPull(int number, long ms, int zone) {
        var times = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        state(number, ms, zone, TaskStatus.PROVISIONING, times);
        times.put(TaskMoment.CREATED_AT, at(ms + 5_000));
        state(number, ms + 5_000, zone, TaskStatus.PENDING, times);
        var why = "CannotPullContainerError: pull image manifest has been retried 5 time(s)";
        pull(number, ms + 6_000, new Pull.Started(120, 5, Duration.ofSeconds(6)));
        pull(number, ms + 9_000, new Pull.Failed(why));
        times.put(TaskMoment.STOPPED_AT, at(ms + 12_000));
        var stop = new Stop.Asked(StopCode.TASK_FAILED_TO_START, why);
        return state(number, ms + 12_000, zone, TaskStatus.STOPPED, times, stop, Exit.NONE);
    }

    /// A task that runs at once: for crowds.
    public Story running(int number, long ms, int zone) {
        var times = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        times.put(TaskMoment.STARTED_AT, at(ms));
        return state(number, ms, zone, TaskStatus.RUNNING, times);
    }

    public Story state(
            int number, long ms, int zone, TaskStatus status, Map<TaskMoment, SimInstant> times) {
        var isLeaving = TaskStatus.RUNNING.precedes(status);
        var stop =
                isLeaving
                        ? new Stop.Asked(StopCode.USER_INITIATED, "Task stopped by user")
                        : Stop.NOT_ASKED;
        var exit = TaskStatus.STOPPING.precedes(status) ? new Exit.Code(0) : Exit.NONE;
        return state(number, ms, zone, status, times, stop, exit);
    }

    private Story state(
            int number,
            long ms,
            int zone,
            TaskStatus status,
            Map<TaskMoment, SimInstant> times,
            Stop stop,
            Exit exit) {
        var container =
                new Container(
                        "web",
                        IMAGE,
                        "",
                        containerStatus(status),
                        exit,
                        "",
                        HealthStatus.UNKNOWN,
                        true,
                        0,
                        0,
                        List.of());
        var desired = stop instanceof Stop.Asked ? TaskStatus.STOPPED : TaskStatus.RUNNING;
        var eni = new NetworkInterface("eni-" + number, "subnet-" + zone, address(number), "");
        var task =
                new Task(
                        id(number),
                        new TaskOrigin("demo", WEB_1, "service:web", "ecs-svc/1", 256, 512),
                        TaskPlace.onFargate(zones.get(zone), "subnet-" + zone),
                        new TaskCondition(status, desired, HealthStatus.UNKNOWN),
                        List.of(container),
                        status == TaskStatus.PROVISIONING ? List.of() : List.of(eni),
                        new EnumMap<>(
                                times.isEmpty() ? Map.of(TaskMoment.CREATED_AT, at(0)) : times),
                        stop,
                        1);
        return add(new TaskStateChange(at(ms), task));
    }

    private static ContainerStatus containerStatus(TaskStatus task) {
        return switch (task) {
            case PROVISIONING, PENDING -> ContainerStatus.PENDING;
            case ACTIVATING, RUNNING, DEACTIVATING, STOPPING -> ContainerStatus.RUNNING;
            case DEPROVISIONING, STOPPED -> ContainerStatus.STOPPED;
        };
    }

    public Story target(int number, long ms, int zone, TargetState state) {
        return add(
                new TargetHealthChange(
                        at(ms),
                        new Target(targetId(number), id(number), zones.get(zone), state, "", "")));
    }

    private void pull(int number, long ms, Pull how) {
        add(new ImagePull(at(ms), id(number), "web", IMAGE, how));
    }

    /// A request that is served in 40 ms.
    public Story request(long ms, int number) {
        request++;
        add(new RequestSent(at(ms), request, "users", "web", "/"));
        add(new RequestRouted(at(ms), request, targetId(number), id(number)));
        return add(
                new RequestAnswered(
                        at(ms + 40),
                        request,
                        "users",
                        "web",
                        new Route.To(targetId(number), id(number)),
                        200,
                        RequestCause.SERVED,
                        Duration.ofMillis(40)));
    }

    /// A request that meets nobody.
    public Story refused(long ms) {
        request++;
        add(new RequestSent(at(ms), request, "users", "web", "/"));
        return add(
                new RequestAnswered(
                        at(ms),
                        request,
                        "users",
                        "web",
                        Route.NOWHERE,
                        503,
                        RequestCause.NO_REGISTERED_TARGETS,
                        Duration.ZERO));
    }

    public Story add(Event event) {
        events.add(event);
        return this;
    }

    /// In order of time; what happens at one moment stays in the order written.
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    public ClusterState stateAt(long ms) {
        return fold(events(), at(ms));
    }

    public Frame frameAt(long ms) {
        var all = events();
        var position = EventLog.countUpTo(all, at(ms));
        return new Frame(
                HEADER,
                at(ms),
                fold(all, at(ms)),
                all,
                position,
                at(ms),
                List.of(),
                true,
                1,
                List.of(""));
    }

    private static ClusterState fold(List<Event> all, SimInstant until) {
        var fold = new StateFold(ClusterState.EMPTY);
        all.subList(0, EventLog.countUpTo(all, until)).forEach(fold::apply);
        return fold.snapshot();
    }

    public static SimInstant at(long ms) {
        return SimInstant.of(Duration.ofMillis(ms));
    }

    public static TaskId id(int number) {
        return new TaskId("%032x".formatted(number));
    }

    private static String address(int number) {
        return "10.0." + number / 250 + "." + (10 + number % 250);
    }

    private static TargetId targetId(int number) {
        return new TargetId("web", address(number), 80);
    }
}
