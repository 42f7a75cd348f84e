package ecslab.simulator;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand.LabLoadBalancer;
import ecslab.ecs.command.LabCommand.LabNetwork;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Scenarios for tests, built without files: a cluster `demo`, a network in two Availability Zones,
/// a role that may pull, and what the test adds.
final class Scenarios {

    static final Arns ARNS = new Arns("us-east-1", "111122223333");
    static final String IMAGE = ARNS.registryHost() + "/web:1";
    static final String ROLE = "ecsTaskExecutionRole";
    static final String PULL_POLICY =
            "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

    private static final List<String> ZONES =
            List.of(
                    "us-east-1a",
                    "us-east-1b",
                    "us-east-1c",
                    "us-east-1d",
                    "us-east-1e",
                    "us-east-1f");

    private final List<TimedCommand> setup = new ArrayList<>();
    private final List<TimedCommand> commands = new ArrayList<>();
    private final List<Traffic> traffic = new ArrayList<>();
    private final List<ImageBehaviour> images = new ArrayList<>();
    private long seed = 7;
    private SimInstant until = SimInstant.ofSeconds(600);

    static Scenarios demo() {
        return demo(2);
    }

    /// @param zones up to 6 Availability Zones, with one public subnet each
    static Scenarios demo(int zones) {
        return bare(new LabNetwork(ZONES.subList(0, zones), true));
    }

    static Scenarios bare(LabNetwork network) {
        var made = new Scenarios();
        made.images.add(image(IMAGE, 40, Duration.ofSeconds(1)));
        return made.setup(new ClusterCommand.CreateCluster(Given.of("demo"), Unmodelled.NOTHING))
                .setup(network)
                .setup(new RoleCommand.CreateRole(ROLE, List.of("ecs-tasks.amazonaws.com")))
                .setup(new RoleCommand.AttachRolePolicy(ROLE, PULL_POLICY));
    }

    /// With the revision `web:1` and the load balancer `web`, and a service of so many tasks.
    static Scenarios service(int desired) {
        return demo().setup(register("web", IMAGE))
                .setup(loadBalancer(Duration.ofSeconds(20)))
                .setup(ServiceDraft.of(desired).command());
    }

    Scenarios setup(Command command) {
        setup.add(new TimedCommand(SimInstant.START, command));
        return this;
    }

    Scenarios at(long seconds, Command command) {
        return at(new TimedCommand(SimInstant.ofSeconds(seconds), command));
    }

    Scenarios at(TimedCommand command) {
        commands.add(command);
        return this;
    }

    Scenarios traffic(double perSecond, long fromSeconds) {
        traffic.add(
                new Traffic(
                        "users", "web", "/", perSecond, SimInstant.ofSeconds(fromSeconds), until));
        return this;
    }

    Scenarios image(ImageBehaviour image) {
        images.add(image);
        return this;
    }

    Scenarios seed(long next) {
        seed = next;
        return this;
    }

    Scenarios until(long seconds) {
        until = SimInstant.ofSeconds(seconds);
        return this;
    }

    Scenario scenario() {
        return new Scenario(
                "a test",
                Instant.parse("2026-11-21T00:00:00Z"),
                ARNS,
                seed,
                until,
                List.copyOf(images),
                List.copyOf(traffic),
                List.copyOf(setup),
                List.copyOf(commands),
                List.of());
    }

    SimulatedRun start() {
        return SimulatedRun.start(scenario());
    }

    static ImageBehaviour image(String uri, int sizeMib, Duration drainsFor) {
        return image(uri, sizeMib, Duration.ofSeconds(1), drainsFor);
    }

    /// An image whose program takes its time until it listens.
    static ImageBehaviour starting(String uri, Duration startsIn) {
        return image(uri, 40, startsIn, Duration.ofSeconds(1));
    }

    private static ImageBehaviour image(
            String uri, int sizeMib, Duration startsIn, Duration drainsFor) {
        return new ImageBehaviour(
                uri,
                sizeMib,
                3,
                startsIn,
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                "/",
                new OnSigterm(false, drainsFor, 0),
                ProgramEnd.NEVER,
                MemoryUse.NONE,
                HealthAnswers.from(startsIn));
    }

    /// An image in the scenario's own registry.
    static String image(String repositoryAndTag) {
        return ARNS.registryHost() + "/" + repositoryAndTag;
    }

    /// An image whose program answers on no path that a load balancer asks for.
    static ImageBehaviour unhealthy(String uri) {
        var good = image(uri, 40, Duration.ofSeconds(1));
        return new ImageBehaviour(
                uri,
                good.sizeMib(),
                good.layers(),
                good.startsIn(),
                good.requestCpu(),
                good.requestTime(),
                "/elsewhere",
                good.onSigterm(),
                good.end(),
                good.memory(),
                good.health());
    }

    static RegisterTaskDefinition register(String family, String image) {
        return register(family, List.of(container("web", image)));
    }

    /// A revision of two containers, of which only the first has a port.
    static RegisterTaskDefinition pair(String family, String image, String sidecar) {
        return register(
                family,
                List.of(
                        container("web", image),
                        new ContainerDefinitionInput(
                                Given.of("sidecar"),
                                Given.of(sidecar),
                                Given.absent(),
                                Given.absent(),
                                Given.absent(),
                                Given.of(false),
                                List.of(),
                                List.of(),
                                Given.absent(),
                                Given.absent(),
                                ContainerSettingsInput.NONE,
                                Unmodelled.NOTHING)));
    }

    static RegisterTaskDefinition register(
            String family, List<ContainerDefinitionInput> containers) {
        return new RegisterTaskDefinition(
                family,
                Given.of("awsvpc"),
                List.of("FARGATE"),
                Given.of("256"),
                Given.of("512"),
                Given.of(ARNS.role(ROLE)),
                Given.absent(),
                containers,
                List.of(),
                Unmodelled.NOTHING);
    }

    static ContainerDefinitionInput container(String name, String image) {
        return new ContainerDefinitionInput(
                Given.of(name),
                Given.of(image),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                List.of(
                        new PortMappingInput(
                                Given.of(80), Given.absent(), Given.absent(), Given.absent())),
                List.of(),
                Given.absent(),
                Given.absent(),
                ContainerSettingsInput.NONE,
                Unmodelled.NOTHING);
    }

    /// A revision that only container instances can run.
    static RegisterTaskDefinition inBridgeMode(String family) {
        var fargate = register(family, IMAGE);
        return new RegisterTaskDefinition(
                family,
                Given.of("bridge"),
                List.of("EC2"),
                fargate.cpu(),
                fargate.memory(),
                fargate.executionRoleArn(),
                fargate.taskRoleArn(),
                fargate.containerDefinitions(),
                List.of(),
                Unmodelled.NOTHING);
    }

    static LabLoadBalancer loadBalancer(Duration deregistrationDelay) {
        return loadBalancer("web", "ip", deregistrationDelay);
    }

    static LabLoadBalancer loadBalancer(String name, String targetType) {
        return loadBalancer(name, targetType, Duration.ofSeconds(20));
    }

    private static LabLoadBalancer loadBalancer(
            String name, String targetType, Duration deregistrationDelay) {
        return new LabLoadBalancer(
                name,
                80,
                name,
                targetType,
                80,
                Given.absent(),
                Given.of(Duration.ofSeconds(5)),
                Given.absent(),
                Given.of(deregistrationDelay));
    }

    static AwsVpcConfiguration network() {
        return ServiceDraft.network("ab", true);
    }

    static RunTask runTask(int count) {
        return new RunTask(
                Given.of("demo"),
                "web",
                Given.of(count),
                Given.of("FARGATE"),
                List.of(),
                Given.of(network()),
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }

    static StopTask stop(String task) {
        return new StopTask(Given.of("demo"), "${task/" + task + "}", Given.of("just to see"));
    }

    static UpdateService desired(int count) {
        return new UpdateService(
                Given.of("demo"),
                "web",
                Given.of(count),
                Given.absent(),
                List.of(),
                Given.absent(),
                Unmodelled.NOTHING);
    }

    static UpdateService revision(String taskDefinition) {
        return new UpdateService(
                Given.of("demo"),
                "web",
                Given.absent(),
                Given.of(taskDefinition),
                List.of(),
                Given.absent(),
                Unmodelled.NOTHING);
    }

    static UpdateService force() {
        return new UpdateService(
                Given.of("demo"),
                "web",
                Given.absent(),
                Given.absent(),
                List.of(),
                Given.of(true),
                Unmodelled.NOTHING);
    }
}
