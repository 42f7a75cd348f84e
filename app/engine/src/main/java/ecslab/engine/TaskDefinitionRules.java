package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.RuntimePlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What ECS refuses to register, in its own words.
///
/// The texts were seen in real error reports; their marks stand in the behaviour reference. Where
/// ECS's own words aren't known, ours say the same and are kept in [ContainerRules].
final class TaskDefinitionRules {

    private static final Pattern FAMILY = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int CONTAINERS_MAX = 10;

    /// For a task on EC2 (ECS API model).
    private static final int CPU_UNITS_MIN = 128;

    private static final int CPU_UNITS_MAX = 196_608;

    /// What the checks have found out on the way.
    ///
    /// @param cpuUnits 0 if none was given
    /// @param memoryMib 0 if none was given
    record Checked(
            NetworkMode networkMode,
            List<LaunchType> requires,
            int cpuUnits,
            int memoryMib,
            boolean windows) {

        boolean fargate() {
            return requires.contains(LaunchType.FARGATE);
        }
    }

    private TaskDefinitionRules() {}

    static Checked check(RegisterTaskDefinition command) {
        checkFamily(command);
        var requires = launchTypes(command.requiresCompatibilities());
        var fargate = requires.contains(LaunchType.FARGATE);
        var mode = networkMode(command, fargate);
        var cpu = size(command.cpu().orElse(""), "cpu", fargate);
        var memory = size(command.memory().orElse(""), "memory", fargate);
        if (fargate) {
            checkFargateSize(cpu, memory, "");
        } else if (cpu > 0 && (cpu < CPU_UNITS_MIN || cpu > CPU_UNITS_MAX)) {
            throw ApiException.client("/cpu")
                    .because("Invalid 'cpu' setting for task.")
                    .remedy(
                            Phrase.of(
                                    "remedy.size.ec2", "min", CPU_UNITS_MIN, "max", CPU_UNITS_MAX));
        }
        PlatformRules.check(command, fargate);
        var windows = command.runtimePlatform().orElse(RuntimePlatform.NONE).isWindows();
        if (fargate && windows && !FargateSizes.hasWindows(cpu)) {
            throw ApiException.client("/memory")
                    .because("No Fargate configuration exists for given values.")
                    .remedy(Phrase.of("remedy.size.windows"));
        }
        var checked = new Checked(mode, requires, cpu, memory, windows);
        TaskWideRules.check(command, checked);
        ContainerRules.check(command, checked);
        SettingsRules.check(command, checked);
        return checked;
    }

    private static void checkFamily(RegisterTaskDefinition command) {
        if (!FAMILY.matcher(command.family()).matches()) {
            throw ApiException.client("/family")
                    .because(OurWords.FAMILY)
                    .remedy(Phrase.of("remedy.name"));
        }
        var count = command.containerDefinitions().size();
        if (count == 0 || count > CONTAINERS_MAX) {
            throw ApiException.client("/containerDefinitions")
                    .because(
                            count == 0 ? OurWords.NO_CONTAINERS : OurWords.tooManyContainers(count))
                    .remedy(Phrase.of("remedy.containers", "max", CONTAINERS_MAX));
        }
    }

    private static List<LaunchType> launchTypes(List<String> given) {
        var all = new ArrayList<LaunchType>();
        for (var i = 0; i < given.size(); i++) {
            all.add(LaunchTypes.parse(given.get(i), "/requiresCompatibilities/" + i));
        }
        return List.copyOf(all);
    }

    private static NetworkMode networkMode(RegisterTaskDefinition command, boolean fargate) {
        var text = command.networkMode().orElse(fargate ? "" : NetworkMode.BRIDGE.printed());
        var mode = text.isEmpty() ? NetworkMode.BRIDGE : parseNetworkMode(text);
        if (fargate && mode != NetworkMode.AWSVPC) {
            throw ApiException.client("/networkMode")
                    .because("Fargate only supports network mode ‘awsvpc’.")
                    .remedy(Phrase.of("remedy.networkMode.fargate"));
        }
        return mode;
    }

    private static NetworkMode parseNetworkMode(String text) {
        for (var mode : NetworkMode.values()) {
            if (mode.printed().equals(text)) {
                return mode;
            }
        }
        throw ApiException.client("/networkMode")
                .because(OurWords.networkMode(text))
                .remedy(Phrase.of("remedy.networkMode"));
    }

    private static int size(String text, String field, boolean fargate) {
        if (text.isBlank()) {
            if (fargate) {
                throw ApiException.client("/" + field)
                        .because(
                                "Fargate requires that '"
                                        + field
                                        + "' be defined at the task level.")
                        .remedy(Phrase.of("remedy.size", "cpus", FargateSizes.cpus()));
            }
            return 0;
        }
        var parsed =
                "cpu".equals(field) ? FargateSizes.cpuUnits(text) : FargateSizes.memoryMib(text);
        return parsed.filter(number -> number > 0)
                .orElseThrow(() ->
                        ApiException.client("/" + field)
                                .because("Invalid '" + field + "' setting for task.")
                                .remedy(Phrase.of("remedy.size", "cpus", FargateSizes.cpus())));
    }

    static void checkFargateSize(int cpu, int memory, String field) {
        if (!FargateSizes.hasCpu(cpu)) {
            throw ApiException.client(field + "/cpu")
                    .because("Invalid 'cpu' setting for task.")
                    .remedy(Phrase.of("remedy.size", "cpus", FargateSizes.cpus()));
        }
        if (!FargateSizes.has(cpu, memory)) {
            throw ApiException.client(field + "/memory")
                    .because("No Fargate configuration exists for given values.")
                    .remedy(
                            Phrase.of(
                                    "remedy.size.memory",
                                    "cpu",
                                    cpu,
                                    "memory",
                                    memory,
                                    "sizes",
                                    FargateSizes.memoryFor(cpu)));
        }
    }
}
