package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.NetworkMode;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What ECS refuses in the containers of a task definition.
final class ContainerRules {

    /// Up to 255 letters, digits, hyphens and underscores (API reference, *ContainerDefinition*).
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private static final int IMAGE_LENGTH_MAX = 255;
    private static final String RANGE = ".containerPortRange";
    private static final int RANGES_MAX = 100;
    private static final List<String> APP_PROTOCOLS = List.of("\"http\"", "\"http2\"", "\"grpc\"");
    private static final int PORT_MAX = 65_535;
    private static final int MEMORY_MIB_MIN = 6;
    private static final int STOP_TIMEOUT_SECONDS_MIN = 2;
    private static final int STOP_TIMEOUT_SECONDS_MAX = 120;

    private final RegisterTaskDefinition command;
    private final TaskDefinitionRules.Checked checked;

    private ContainerRules(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        this.command = command;
        this.checked = checked;
    }

    static void check(RegisterTaskDefinition command, TaskDefinitionRules.Checked checked) {
        new ContainerRules(command, checked).checkAll();
    }

    private void checkAll() {
        var names = new TreeSet<String>();
        for (var i = 0; i < command.containerDefinitions().size(); i++) {
            var container = command.containerDefinitions().get(i);
            var field = "/containerDefinitions/" + i;
            checkNameAndImage(container, field);
            checkMemory(container, field);
            checkPorts(container, field);
            checkStopTimeout(container, field);
            checkFargate(container, field);
            if (!names.add(container.name().orElse(""))) {
                throw ApiException.client(field + "/name")
                        .because(OurWords.UNIQUE_NAMES)
                        .remedy(Phrase.of("remedy.container.name"));
            }
        }
        checkTogether();
    }

    private static void checkNameAndImage(ContainerDefinitionInput container, String field) {
        if (container.name().orElse("").isEmpty()) {
            throw ApiException.client(field + "/name")
                    .because("Container.name should not be null or empty.")
                    .remedy(Phrase.of("remedy.container.name"));
        }
        if (!NAME.matcher(container.name().orElse("")).matches()) {
            throw ApiException.client(field + "/name")
                    .because(OurWords.CONTAINER_NAME)
                    .remedy(Phrase.of("remedy.name"));
        }
        if (container.image().orElse("").length() > IMAGE_LENGTH_MAX) {
            throw ApiException.client(field + "/image")
                    .because(OurWords.imageLength(IMAGE_LENGTH_MAX))
                    .remedy(Phrase.of("remedy.container.image"));
        }
        if (container.image().orElse("").isEmpty()) {
            throw ApiException.client(field + "/image")
                    .because("Container.image should not be null or empty.")
                    .remedy(Phrase.of("remedy.container.image"));
        }
    }

    private void checkMemory(ContainerDefinitionInput container, String field) {
        int hard = container.memory().orElse(0);
        int soft = container.memoryReservation().orElse(0);
        if (checked.memoryMib() == 0 && hard == 0 && soft == 0) {
            throw ApiException.client(field)
                    .because(
                            "Invalid setting for container '"
                                    + container.name().orElse("")
                                    + "'. At least one of 'memory' or 'memoryReservation' must be"
                                    + " specified.")
                    .remedy(Phrase.of("remedy.container.memory"));
        }
        var tooSmall =
                (container.memory().isGiven() && hard < MEMORY_MIB_MIN)
                        || (container.memoryReservation().isGiven() && soft < MEMORY_MIB_MIN);
        var crossed = container.memory().isGiven() && soft > 0 && hard <= soft;
        if (tooSmall || crossed) {
            throw ApiException.client(field + "/memory")
                    .because(OurWords.invalidForContainer("memory", container.name().orElse("")))
                    .remedy(Phrase.of("remedy.container.memory"));
        }
    }

    private void checkPorts(ContainerDefinitionInput container, String field) {
        if (checked.networkMode() == NetworkMode.NONE && !container.portMappings().isEmpty()) {
            throw ApiException.client(field + "/portMappings")
                    .because(OurWords.NO_PORTS)
                    .remedy(Phrase.of("remedy.port.none"));
        }
        var protocols = new TreeMap<Integer, String>();
        for (var port : container.portMappings()) {
            var protocol = port.protocol().orElse("tcp");
            int number = port.containerPort().orElse(0);
            if (!protocol.equals(protocols.getOrDefault(number, protocol))) {
                throw ApiException.client(field + "/portMappings")
                        .because(OurWords.bothProtocols(number))
                        .remedy(Phrase.of("remedy.port.protocols"));
            }
            protocols.put(number, protocol);
        }
        for (var i = 0; i < container.portMappings().size(); i++) {
            var ranged = ranges(container).contains("portMappings[" + i + "]" + RANGE);
            if (!ranged) {
                checkPort(container.portMappings().get(i), field + "/portMappings/" + i);
            }
        }
        checkRanges(container, field + "/portMappings");
    }

    private static List<String> ranges(ContainerDefinitionInput container) {
        return container.unmodelled().fields().keySet().stream()
                .filter(name -> name.endsWith(RANGE))
                .toList();
    }

    /// Ranges of ports are for those modes in which somebody else gives the host's ports.
    private void checkRanges(ContainerDefinitionInput container, String field) {
        var count = ranges(container).size();
        var mode = checked.networkMode();
        var fits = mode == NetworkMode.BRIDGE || mode == NetworkMode.AWSVPC;
        if (count > RANGES_MAX || (count > 0 && !fits)) {
            throw ApiException.client(field)
                    .because(
                            OurWords.invalidForContainer(
                                    "containerPortRange", container.name().orElse("")))
                    .remedy(Phrase.of("remedy.port.ranges", "max", RANGES_MAX));
        }
        container
                .unmodelled()
                .fields()
                .forEach((name, json) -> {
                    if (name.endsWith(".appProtocol") && !APP_PROTOCOLS.contains(json)) {
                        throw ApiException.client(field)
                                .because(
                                        OurWords.invalidForContainer(
                                                "appProtocol", container.name().orElse("")))
                                .remedy(Phrase.of("remedy.oneOf", "known", "http, http2, grpc"));
                    }
                });
    }

    private void checkPort(PortMappingInput port, String field) {
        int containerPort = port.containerPort().orElse(0);
        int hostPort = port.hostPort().orElse(0);
        if (containerPort < 1 || containerPort > PORT_MAX || hostPort < 0 || hostPort > PORT_MAX) {
            throw ApiException.client(field)
                    .because(OurWords.portRange(PORT_MAX))
                    .remedy(Phrase.of("remedy.port"));
        }
        var mode = checked.networkMode();
        var fixed = mode == NetworkMode.AWSVPC || mode == NetworkMode.HOST;
        if (fixed && port.hostPort().isGiven() && hostPort != containerPort && hostPort != 0) {
            throw ApiException.client(field + "/hostPort")
                    .because(
                            "When networkMode="
                                    + mode.printed()
                                    + ", the host ports and container ports in port mappings must"
                                    + " match.")
                    .remedy(Phrase.of("remedy.port.match", "port", containerPort));
        }
    }

    /// Developer Guide, *Task definition parameters*: on Fargate 2 to 120 seconds.
    private void checkStopTimeout(ContainerDefinitionInput container, String field) {
        int least = checked.fargate() ? STOP_TIMEOUT_SECONDS_MIN : 0;
        int most = checked.fargate() ? STOP_TIMEOUT_SECONDS_MAX : Integer.MAX_VALUE;
        int seconds = container.stopTimeout().orElse(least);
        if (seconds < least || seconds > most) {
            throw ApiException.client(field + "/stopTimeout")
                    .because(
                            OurWords.invalidForContainer(
                                    "stopTimeout", container.name().orElse("")))
                    .remedy(
                            Phrase.of(
                                    "remedy.stopTimeout",
                                    "min",
                                    STOP_TIMEOUT_SECONDS_MIN,
                                    "max",
                                    STOP_TIMEOUT_SECONDS_MAX));
        }
    }

    private void checkFargate(ContainerDefinitionInput container, String field) {
        if (!checked.fargate() || command.executionRoleArn().isGiven()) {
            return;
        }
        if (PullTexts.isEcr(container.image().orElse(""))) {
            throw ApiException.client("/executionRoleArn")
                    .because(
                            "Fargate requires task definition to have execution role ARN to"
                                    + " support ECR images.")
                    .remedy(Phrase.of("remedy.executionRole"));
        }
        if ("awslogs".equals(container.logDriver().orElse(""))) {
            throw ApiException.client(field + "/logConfiguration")
                    .because(
                            "Fargate requires task definition to have execution role ARN to"
                                    + " support log driver awslogs.")
                    .remedy(Phrase.of("remedy.executionRole"));
        }
    }

    private void checkTogether() {
        var containers = command.containerDefinitions();
        if (containers.stream().noneMatch(c -> c.essential().orElse(true))) {
            throw ApiException.client("/containerDefinitions")
                    .because(OurWords.NO_ESSENTIAL)
                    .remedy(Phrase.of("remedy.container.essential"));
        }
        var memory = containers.stream().mapToInt(ContainerRules::reserved).sum();
        if (checked.memoryMib() > 0 && memory > checked.memoryMib()) {
            throw ApiException.client("/memory")
                    .because(OurWords.sum("memory", memory + " MiB", checked.memoryMib() + " MiB"))
                    .remedy(Phrase.of("remedy.container.sum"));
        }
        var cpu = containers.stream().mapToInt(c -> c.cpu().orElse(0)).sum();
        if (checked.cpuUnits() > 0 && cpu > checked.cpuUnits()) {
            throw ApiException.client("/cpu")
                    .because(OurWords.sum("cpu", cpu + " units", checked.cpuUnits() + ""))
                    .remedy(Phrase.of("remedy.container.sum"));
        }
    }

    private static int reserved(ContainerDefinitionInput container) {
        return container.memoryReservation().isGiven()
                ? container.memoryReservation().orElse(0)
                : container.memory().orElse(0);
    }
}
