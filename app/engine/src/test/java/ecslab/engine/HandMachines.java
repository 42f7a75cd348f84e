package ecslab.engine;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A control plane whose world is the test itself: it hears what the machines are told, and says
/// what they learn. Programs here can end by themselves, as those in Docker do.
final class HandMachines implements Machines, DataPlane, Agenda {

    final List<Event> events = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final ArrayDeque<Wake> due = new ArrayDeque<>();
    private final ControlPlane controlPlane =
            new ControlPlane(
                    new EngineState(),
                    1,
                    new Arns("us-east-1", "111122223333"),
                    Timings.TEACHING,
                    this,
                    this,
                    this,
                    events::add);

    /// A standalone task of these containers, on its way to PENDING.
    Task start(ContainerDefinitionInput... containers) {
        submit(new ClusterCommand.CreateCluster(Given.of("demo"), Unmodelled.NOTHING));
        submit(new LabCommand.LabNetwork(List.of("us-east-1a"), true));
        submit(
                new RegisterTaskDefinition(
                        "web",
                        Given.of("awsvpc"),
                        List.of("FARGATE"),
                        Given.of("256"),
                        Given.of("512"),
                        Given.absent(),
                        Given.absent(),
                        List.of(containers),
                        List.of(),
                        Unmodelled.NOTHING));
        submit(
                new RunTask(
                        Given.of("demo"),
                        "web",
                        Given.absent(),
                        Given.of("FARGATE"),
                        List.of(),
                        Given.of(new AwsVpcConfiguration(List.of("${subnet/a}"), List.of(), true)),
                        Given.absent(),
                        Given.absent(),
                        TaskOverride.NONE,
                        Unmodelled.NOTHING));
        hear(
                new Observation.Provisioned(
                        task().id(), new NetworkInterface("eni-1", "subnet-1", "10.0.1.4", "")));
        return task();
    }

    static ContainerDefinitionInput container(String name, boolean essential) {
        return new ContainerDefinitionInput(
                Given.of(name),
                Given.of("nginx"),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.of(essential),
                List.of(),
                List.of(),
                Given.absent(),
                Given.absent(),
                ContainerSettingsInput.NONE,
                Unmodelled.NOTHING);
    }

    void submit(Command command) {
        controlPlane.submit(command, Origin.LEARNER);
    }

    /// Says what the machines have learned, and lets pass whatever time it takes.
    void hear(Observation observation) {
        controlPlane.observe(observation);
        while (!due.isEmpty()) {
            controlPlane.wake(due.remove());
        }
    }

    /// The only task, as it was last reported.
    Task task() {
        return events.stream()
                .filter(event -> event instanceof Event.TaskStateChange)
                .map(event -> ((Event.TaskStateChange) event).task())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Override
    public SimInstant now() {
        return SimInstant.START;
    }

    @Override
    public void wakeAfter(Duration wait, Wake what) {
        // An hour is longer than any test.
        if (!(what instanceof Wake.DeleteTask)) {
            due.add(what);
        }
    }

    @Override
    public void disturb(Disturbance what) {
        told.add("disturb");
    }

    @Override
    public Optional<String> image(String nameOrUri) {
        return Optional.of(nameOrUri);
    }

    @Override
    public void provision(TaskId task, Room room) {
        told.add("provision");
    }

    @Override
    public void seat(TaskId task, Room room) {
        told.add("seat");
    }

    @Override
    public void lose(TaskId task) {
        told.add("lose");
    }

    @Override
    public void start(Ec2Instance instance, Subnet subnet, Duration registersIn) {}

    @Override
    public void terminate(String ec2InstanceId) {}

    @Override
    public void halt(String ec2InstanceId) {}

    @Override
    public void resume(String ec2InstanceId, Duration registersIn) {}

    @Override
    public void agent(String ec2InstanceId, boolean connected) {}

    @Override
    public void network(Network network) {}

    @Override
    public void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants) {
        told.add("launch");
    }

    @Override
    public void stop(TaskId task) {
        told.add("stop");
    }

    @Override
    public void release(TaskId task) {
        told.add("release");
    }

    @Override
    public void loadBalancer(LoadBalancer loadBalancer) {}

    @Override
    public void listener(Listener listener) {}

    @Override
    public void targetGroup(TargetGroup targetGroup) {}

    @Override
    public void deleted(BalancingNoun noun, String id) {}

    @Override
    public void route(TargetGroup targetGroup, Target target) {}

    @Override
    public void send(LoadBalancer loadBalancer, String path, int count) {}
}
