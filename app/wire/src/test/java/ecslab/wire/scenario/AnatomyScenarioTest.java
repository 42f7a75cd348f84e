package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.ServiceLoadBalancer;
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
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The scenario that the first window plays.
class AnatomyScenarioTest {

    private static final Path FILE = Path.of("../../lessons/scenarios/anatomy.json");
    private static final String IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1";
    private static final String ROLE = "ecsTaskExecutionRole";

    @Test
    void isReadWhole() throws BadInput {
        assertEquals(
                new Scenario(
                        "A service of three behind a load balancer",
                        Instant.parse("2026-11-21T00:00:00Z"),
                        new Arns("us-east-1", "111122223333"),
                        7,
                        SimInstant.ofSeconds(360),
                        List.of(
                                new ImageBehaviour(
                                        IMAGE,
                                        120,
                                        5,
                                        Duration.ofSeconds(2),
                                        Duration.ofMillis(8),
                                        Duration.ofMillis(40),
                                        "/health",
                                        new OnSigterm(false, Duration.ofSeconds(3), 0),
                                        ProgramEnd.NEVER,
                                        MemoryUse.NONE,
                                        HealthAnswers.from(Duration.ofSeconds(2)))),
                        List.of(
                                new Traffic(
                                        "users",
                                        "web",
                                        "/",
                                        20,
                                        SimInstant.ofSeconds(120),
                                        SimInstant.ofSeconds(360))),
                        List.of(
                                setup(
                                        new LabCommand.LabNetwork(
                                                List.of("us-east-1a", "us-east-1b"), true)),
                                setup(
                                        new RoleCommand.CreateRole(
                                                ROLE, List.of("ecs-tasks.amazonaws.com"))),
                                setup(
                                        new RoleCommand.AttachRolePolicy(
                                                ROLE,
                                                "arn:aws:iam::aws:policy/service-role/"
                                                        + "AmazonECSTaskExecutionRolePolicy"))),
                        commands(),
                        List.of("simplified.pullTime", "simplified.oneRegion")),
                ScenarioReader.read(FILE).scenario());
    }

    @Test
    void isTheSameFromAFileFromAResourceAndFromText() throws Exception {
        var fromFile = ScenarioReader.read(FILE).scenario();

        assertEquals(fromFile, ScenarioReader.read(FILE.toUri().toURL()).scenario());
        assertEquals(
                fromFile,
                ScenarioReader.read("anatomy.json", java.nio.file.Files.readString(FILE))
                        .scenario());
    }

    @Test
    void knowsTheLineOfEveryFieldOfACommand() throws BadInput {
        var file = ScenarioReader.read(FILE);
        var register = file.scenario().commands().get(1);

        assertEquals(
                List.of(25, 26, 26, 28, 28, 28),
                List.of(
                                "",
                                "/family",
                                "/cpu",
                                "/containerDefinitions/0/image",
                                "/containerDefinitions/0/memory",
                                "/containerDefinitions/0/portMappings/0/containerPort")
                        .stream()
                        .map(field -> file.sources().place(register, field))
                        .map(place -> place.map(Place::line).orElse(0))
                        .toList());
        assertEquals(
                Optional.of(FILE.toString()), file.sources().place(register, "").map(Place::file));
    }

    private static List<TimedCommand> commands() {
        return List.of(
                at(1, new ClusterCommand.CreateCluster(Given.of("demo"), Unmodelled.NOTHING)),
                at(
                        5,
                        new TaskDefinitionCommand.RegisterTaskDefinition(
                                "web",
                                Given.of("awsvpc"),
                                List.of("FARGATE"),
                                Given.of("256"),
                                Given.of("512"),
                                Given.of("arn:aws:iam::111122223333:role/" + ROLE),
                                Given.absent(),
                                List.of(container()),
                                List.of(),
                                Unmodelled.NOTHING)),
                at(
                        10,
                        new LabCommand.LabLoadBalancer(
                                "web",
                                80,
                                "web",
                                "ip",
                                80,
                                Given.of("/health"),
                                Given.absent(),
                                Given.absent(),
                                Given.absent())),
                at(
                        20,
                        new ServiceCommand.CreateService(
                                Given.of("demo"),
                                "web",
                                Given.of("web"),
                                Given.of(3),
                                Given.of("FARGATE"),
                                List.of(),
                                Given.of(
                                        new AwsVpcConfiguration(
                                                List.of("${subnet/a}", "${subnet/b}"),
                                                List.of(),
                                                true)),
                                List.of(new ServiceLoadBalancer("${targetGroup/web}", "web", 80)),
                                Given.absent(),
                                Given.absent(),
                                Given.absent(),
                                SchedulingInput.NOTHING,
                                Unmodelled.NOTHING)));
    }

    private static ContainerDefinitionInput container() {
        return new ContainerDefinitionInput(
                Given.of("web"),
                Given.of(IMAGE),
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

    private static TimedCommand setup(Command command) {
        return new TimedCommand(SimInstant.START, command);
    }

    private static TimedCommand at(long seconds, Command command) {
        return new TimedCommand(SimInstant.ofSeconds(seconds), command);
    }
}
