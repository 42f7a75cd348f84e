package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response.RegisterTaskDefinitionResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.TaskDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What RegisterTaskDefinition refuses, and what it makes of what it takes (behaviour reference
/// §2.1 to §2.6, §2.9).
class TaskDefinitionRulesTest {

    private static final String CPUS = "256, 512, 1024, 2048, 4096, 8192, 16384";
    private static final Phrase SIZE = Phrase.of("remedy.size", "cpus", CPUS);
    private static final Phrase MEMORY = Phrase.of("remedy.container.memory");

    static Stream<Arguments> refused() {
        return Stream.of(ofTheTask(), ofContainers(), ofPorts(), ofFargate()).flatMap(all -> all);
    }

    private static Stream<Arguments> ofTheTask() {
        return Stream.of(
                arguments(
                        revision().networkMode(Given.of("bridge")),
                        "/networkMode: Fargate only supports network mode ‘awsvpc’.",
                        Phrase.of("remedy.networkMode.fargate")),
                arguments(
                        revision().networkMode(Given.absent()),
                        "/networkMode: Fargate only supports network mode ‘awsvpc’.",
                        Phrase.of("remedy.networkMode.fargate")),
                arguments(
                        revision().networkMode(Given.of("vpc")),
                        "/networkMode: Invalid network mode 'vpc'.",
                        Phrase.of("remedy.networkMode")),
                arguments(
                        revision().size(Given.absent(), Given.of("512")),
                        "/cpu: Fargate requires that 'cpu' be defined at the task level.",
                        SIZE),
                arguments(
                        revision().size(Given.of("256"), Given.absent()),
                        "/memory: Fargate requires that 'memory' be defined at the task level.",
                        SIZE),
                arguments(
                        revision().size("300", "512"),
                        "/cpu: Invalid 'cpu' setting for task.",
                        SIZE),
                arguments(
                        revision().size("one", "512"),
                        "/cpu: Invalid 'cpu' setting for task.",
                        SIZE),
                arguments(
                        revision().size("256", "-1"),
                        "/memory: Invalid 'memory' setting for task.",
                        SIZE),
                arguments(
                        revision().size("256", "4096"),
                        "/memory: No Fargate configuration exists for given values.",
                        sizes(256, 4096, "512, 1024, 2048")),
                arguments(
                        revision().size("1 vCPU", "1GB"),
                        "/memory: No Fargate configuration exists for given values.",
                        sizes(1024, 1024, "2048 … 8192 (+1024)")),
                arguments(
                        revision().requires("LAMBDA"),
                        "/requiresCompatibilities/0: Invalid launch type 'LAMBDA'.",
                        Phrase.of("remedy.launchType")),
                arguments(
                        revision().family("my web"),
                        "/family: Family contains invalid characters.",
                        Phrase.of("remedy.name")),
                arguments(
                        revision().containers(),
                        "/containerDefinitions: Container list cannot be empty.",
                        Phrase.of("remedy.containers", "max", 10)));
    }

    private static Phrase sizes(int cpu, int memory, String sizes) {
        return Phrase.of("remedy.size.memory", "cpu", cpu, "memory", memory, "sizes", sizes);
    }

    private static Stream<Arguments> ofContainers() {
        var first = "/containerDefinitions/0";
        var name = Phrase.of("remedy.container.name");
        return Stream.of(
                arguments(
                        revision().containers(container("").name(Given.absent())),
                        first + "/name: Container.name should not be null or empty.",
                        name),
                arguments(
                        revision().containers(container("web").image(Given.of(""))),
                        first + "/image: Container.image should not be null or empty.",
                        Phrase.of("remedy.container.image")),
                arguments(
                        revision().containers(container("web"), container("web")),
                        "/containerDefinitions/1/name: Container names must be unique.",
                        name),
                arguments(
                        revision().containers(container("web").optional()),
                        "/containerDefinitions: Task definition must have at least one essential"
                                + " container.",
                        Phrase.of("remedy.container.essential")),
                arguments(
                        onEc2().size(Given.absent(), Given.absent()),
                        first
                                + ": Invalid setting for container 'web'. At least one of 'memory'"
                                + " or 'memoryReservation' must be specified.",
                        MEMORY),
                arguments(
                        revision().containers(container("web").memory(5)),
                        first + "/memory: Invalid 'memory' setting for container 'web'.",
                        MEMORY),
                arguments(
                        revision().containers(container("web").memory(64).reservation(64)),
                        first + "/memory: Invalid 'memory' setting for container 'web'.",
                        MEMORY),
                arguments(
                        revision()
                                .containers(
                                        container("web").memory(300), container("b").memory(213)),
                        "/memory: The 'memory' of the containers adds up to 513 MiB, more than the"
                                + " task's 512 MiB.",
                        Phrase.of("remedy.container.sum")),
                arguments(
                        revision().containers(container("web").cpu(200), container("b").cpu(57)),
                        "/cpu: The 'cpu' of the containers adds up to 257 units, more than the"
                                + " task's 256.",
                        Phrase.of("remedy.container.sum")));
    }

    private static Stream<Arguments> ofPorts() {
        var first = "/containerDefinitions/0";
        return Stream.of(
                arguments(
                        revision().containers(container("web").port(Given.of(80), Given.of(8080))),
                        first
                                + "/portMappings/0/hostPort: When networkMode=awsvpc, the host"
                                + " ports and container ports in port mappings must match.",
                        Phrase.of("remedy.port.match", "port", 80)),
                arguments(
                        onEc2().networkMode(Given.of("host"))
                                .containers(container("web").port(Given.of(80), Given.of(8080))),
                        first
                                + "/portMappings/0/hostPort: When networkMode=host, the host ports"
                                + " and container ports in port mappings must match.",
                        Phrase.of("remedy.port.match", "port", 80)),
                arguments(
                        revision().containers(container("web").port(Given.of(0), Given.absent())),
                        first + "/portMappings/0: Invalid port mapping: ports are 1 to 65535.",
                        Phrase.of("remedy.port")));
    }

    private static Stream<Arguments> ofFargate() {
        var first = "/containerDefinitions/0";
        var role = Phrase.of("remedy.executionRole");
        var seconds = Phrase.of("remedy.stopTimeout", "min", 2, "max", 120);
        return Stream.of(
                arguments(
                        revision().withoutExecutionRole(),
                        "/executionRoleArn: Fargate requires task definition to have execution role"
                                + " ARN to support ECR images.",
                        role),
                arguments(
                        revision()
                                .withoutExecutionRole()
                                .containers(
                                        container("web")
                                                .image(Given.of("nginx"))
                                                .logDriver("awslogs")),
                        first
                                + "/logConfiguration: Fargate requires task definition to have"
                                + " execution role ARN to support log driver awslogs.",
                        role),
                arguments(
                        revision().containers(container("web").stopTimeout(121)),
                        first + "/stopTimeout: Invalid 'stopTimeout' setting for container 'web'.",
                        seconds),
                arguments(
                        revision().containers(container("web").stopTimeout(1)),
                        first + "/stopTimeout: Invalid 'stopTimeout' setting for container 'web'.",
                        seconds));
    }

    private static RevisionDraft onEc2() {
        return revision().requires("EC2").networkMode(Given.absent());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void revisionIsRefused(RevisionDraft draft, String words, Phrase remedy) {
        var run = Scenarios.demo().start();
        var answer = run.submit(draft.command());
        if (!(answer instanceof ApiError error)) {
            throw new AssertionError("was not refused: " + answer);
        }
        assertEquals(
                "ClientException " + words,
                error.code() + " " + error.field() + ": " + error.message());
        assertEquals(remedy, error.remedy());
        assertEquals(List.of(), List.copyOf(run.snapshot().taskDefinitions().keySet()));
    }

    private static TaskDefinition registered(RevisionDraft draft) {
        var answer = Scenarios.demo().start().submit(draft.command());
        if (answer instanceof RegisterTaskDefinitionResponse(var definition)) {
            return definition;
        }
        throw new AssertionError("was refused: " + answer);
    }

    @ParameterizedTest
    @CsvSource({
        "256, 512, 256, 512",
        ".25 vCPU, 0.5GB, 256, 512",
        "1 vCPU, 2GB, 1024, 2048",
        "16384, 120 GB, 16384, 122880"
    })
    void sizeIsKeptInUnitsAndMebibytes(String cpu, String memory, int cpuUnits, int memoryMib) {
        var made = registered(revision().size(cpu, memory));
        assertEquals(List.of(cpuUnits, memoryMib), List.of(made.cpuUnits(), made.memoryMib()));
    }

    @Test
    void leftOutFieldsHaveEcsDefaults() {
        var made =
                registered(
                        onEc2().size(Given.absent(), Given.absent())
                                .containers(
                                        container("web")
                                                .memory(128)
                                                .port(Given.of(80), Given.absent())));
        var container = made.containerDefinitions().getFirst();
        assertEquals(NetworkMode.BRIDGE, made.networkMode());
        assertEquals(List.of(LaunchType.EXTERNAL, LaunchType.EC2), made.compatibilities());
        assertEquals(true, container.essential());
        assertEquals(Duration.ZERO, container.stopTimeout());
        assertEquals(List.of(new PortMapping(80, 0, "tcp", "")), container.portMappings());
    }

    @Test
    void hostPortInAwsvpcModeIsTheContainersOwn() {
        var made =
                registered(
                        revision().containers(container("web").port(Given.of(80), Given.absent())));
        assertEquals(
                List.of(new PortMapping(80, 80, "tcp", "")),
                made.containerDefinitions().getFirst().portMappings());
        assertEquals(List.of(LaunchType.EC2, LaunchType.FARGATE), made.compatibilities());
    }

    @Test
    void revisionsAreCountedByFamilyAndTheLatestIsMeantByItsName() {
        var run = Scenarios.demo().start();
        for (var family : List.of("web", "api", "web")) {
            run.submit(revision().family(family).command());
        }
        assertEquals(
                List.of("web:1", "api:1", "web:2"),
                run.snapshot().taskDefinitions().keySet().stream()
                        .map(name -> name.toString())
                        .toList());
        run.submit(Scenarios.runTask(1));
        var task = run.snapshot().tasks().values().iterator().next();
        assertEquals("web:2", task.taskDefinition().toString());
    }
}
