package ecslab.stage;

import ecslab.ecs.event.Event.AutoScalingGroupChange;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.InstanceChange;
import ecslab.ecs.event.Event.ServiceChange;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// A service on container instances: written by hand, as [Story] is.
public final class Ec2Story {

    private static final List<Integer> AGENTS_PORTS = List.of(22, 2375, 2376, 51678, 51679);
    private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");

    private Ec2Story() {}

    /// Three instances: one full, one draining, and one whose agent is silent; a fourth is
    /// starting. So many tasks run, two on each instance in turn, and two wait.
    public static Story of(int running) {
        var story = Story.empty(ZONES.toArray(String[]::new)).cluster(0).definition(0).balancer(0);
        service(story, running + 2, running);
        for (var i = 0; i < 4; i++) {
            story.add(new InstanceChange(Story.at(1_000), instance(i)));
        }
        register(story, 0, ContainerInstanceStatus.ACTIVE, true, 0, List.of(32768, 32769, 32770));
        register(story, 1, ContainerInstanceStatus.DRAINING, true, 1024, List.of(32768));
        register(story, 2, ContainerInstanceStatus.ACTIVE, false, 1536, List.of());
        for (var i = 1; i <= running; i++) {
            task(story, i, 2_000, i % 3, TaskStatus.RUNNING);
        }
        waiting(story, running + 1, 3_000);
        return waiting(story, running + 2, 3_000);
    }

    /// So many registered instances of the Auto Scaling group `pool`, without tasks.
    public static Story fleet(int machines) {
        var story = Story.empty(ZONES.toArray(String[]::new)).cluster(0);
        story.add(
                new AutoScalingGroupChange(
                        Story.at(0),
                        new AutoScalingGroup(
                                "pool",
                                "arn:pool",
                                "demo",
                                "t3.medium",
                                0,
                                machines,
                                machines,
                                List.of(),
                                List.of())));
        for (var i = 0; i < machines; i++) {
            var one = instance(i);
            story.add(
                    new InstanceChange(
                            Story.at(1_000),
                            new Ec2Instance(
                                    one.instanceId(),
                                    one.name(),
                                    "pool",
                                    one.instanceType(),
                                    one.availabilityZone(),
                                    one.subnetId(),
                                    one.privateIpv4Address(),
                                    "",
                                    List.of(),
                                    false,
                                    Ec2InstanceState.RUNNING)));
            register(story, i, ContainerInstanceStatus.ACTIVE, true, 2_048, List.of());
        }
        return story;
    }

    private static void service(Story story, int desired, int running) {
        story.service(0, Story.WEB, desired, running);
        var made = story.stateAt(0).services().get(Story.WEB);
        story.add(new ServiceChange(Story.at(0), onEc2(made)));
    }

    private static Service onEc2(Service made) {
        return new Service(
                made.name(),
                made.status(),
                made.taskDefinition(),
                made.desiredCount(),
                made.runningCount(),
                made.pendingCount(),
                LaunchType.EC2,
                made.capacityProviderStrategy(),
                made.deploymentConfiguration(),
                made.deployments(),
                made.loadBalancers(),
                made.network(),
                made.healthCheckGracePeriod(),
                made.createdAt(),
                made.unmodelled());
    }

    public static String instanceId(int index) {
        return "i-0a1b2c3d4e5f6a7b" + index;
    }

    private static Ec2Instance instance(int index) {
        return new Ec2Instance(
                instanceId(index),
                "web#" + (index + 1),
                "",
                "t3.medium",
                ZONES.get(index % 2),
                "subnet-" + index % 2,
                "10.0.0." + index,
                "",
                List.of(),
                false,
                index == 3 ? Ec2InstanceState.PENDING : Ec2InstanceState.RUNNING);
    }

    private static void register(
            Story story,
            int index,
            ContainerInstanceStatus status,
            boolean connected,
            int cpuLeft,
            List<Integer> ports) {
        var all = new HostResources(2048, 3884, AGENTS_PORTS, List.of(), 2);
        var taken = new ArrayList<>(AGENTS_PORTS);
        taken.addAll(ports);
        var left = new HostResources(cpuLeft, 1836 + cpuLeft, taken, List.of(), 2);
        story.add(
                new ContainerInstanceChange(
                        Story.at(1_500),
                        new ContainerInstance(
                                containerInstance(index),
                                "demo",
                                instanceId(index),
                                "",
                                status,
                                connected,
                                Story.at(1_000),
                                "1.90.0",
                                all,
                                left,
                                2,
                                0,
                                List.of(
                                        new Attribute(
                                                ContainerInstance.AVAILABILITY_ZONE,
                                                ZONES.get(index % 2))),
                                SimInstant.START,
                                1)));
    }

    private static String containerInstance(int index) {
        return "%032x".formatted(1000 + index);
    }

    private static void task(Story story, int number, long ms, int index, TaskStatus status) {
        story.state(number, ms, index % 2, status, new EnumMap<>(TaskMoment.class));
        var made = story.stateAt(ms).tasks().get(Story.id(number));
        var place =
                new TaskPlace(
                        LaunchType.EC2,
                        "",
                        containerInstance(index),
                        ZONES.get(index % 2),
                        "subnet-" + index % 2);
        story.add(new TaskStateChange(Story.at(ms), made.withPlace(place)));
    }

    private static Story waiting(Story story, int number, long ms) {
        story.state(number, ms, 0, TaskStatus.PROVISIONING, new EnumMap<>(TaskMoment.class));
        var made = story.stateAt(ms).tasks().get(Story.id(number));
        var nowhere = new TaskPlace(LaunchType.EC2, "web", "", "", "");
        return story.add(new TaskStateChange(Story.at(ms), made.withPlace(nowhere)));
    }
}
