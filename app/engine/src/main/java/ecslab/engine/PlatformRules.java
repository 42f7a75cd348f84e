package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.RuntimePlatform;
import java.util.List;

/// What ECS refuses about the machine that a task asks for: its platform, its storage, and whose
/// processes it sees (behaviour reference §2.2, §2.3, §2.8, §13).
final class PlatformRules {

    private static final int STORAGE_GIB_MIN = 21;
    private static final int STORAGE_GIB_MAX = 200;

    private static final List<String> ARCHITECTURES =
            List.of("", RuntimePlatform.X86_64, RuntimePlatform.ARM64);

    private static final List<String> FAMILIES =
            List.of(
                    "",
                    "LINUX",
                    "WINDOWS_SERVER_2019_CORE",
                    "WINDOWS_SERVER_2019_FULL",
                    "WINDOWS_SERVER_2022_CORE",
                    "WINDOWS_SERVER_2022_FULL",
                    "WINDOWS_SERVER_2025_CORE",
                    "WINDOWS_SERVER_2025_FULL");

    private static final List<String> FAMILIES_ON_EC2 =
            List.of(
                    "WINDOWS_SERVER_2004_CORE",
                    "WINDOWS_SERVER_2016_FULL",
                    "WINDOWS_SERVER_20H2_CORE");

    private PlatformRules() {}

    static void check(RegisterTaskDefinition command, boolean fargate) {
        var platform = command.runtimePlatform().orElse(RuntimePlatform.NONE);
        if (!ARCHITECTURES.contains(platform.cpuArchitecture())) {
            throw wrong("cpuArchitecture", "/runtimePlatform", "remedy.platform.cpu");
        }
        var family = platform.operatingSystemFamily();
        var known = FAMILIES.contains(family) || (!fargate && FAMILIES_ON_EC2.contains(family));
        if (!known || (platform.isWindows() && platform.architecture().equals("ARM64"))) {
            throw wrong("operatingSystemFamily", "/runtimePlatform", "remedy.platform.os");
        }
        checkStorage(command.ephemeralStorage(), "");
        oneOf(command, "pidMode", List.of("host", "task"));
        oneOf(command, "ipcMode", List.of("host", "task", "none"));
    }

    private static void oneOf(RegisterTaskDefinition command, String field, List<String> known) {
        var json = command.unmodelled().fields().getOrDefault(field, "");
        if (!json.isEmpty() && known.stream().noneMatch(one -> json.equals("\"" + one + "\""))) {
            throw ApiException.client("/" + field)
                    .because(OurWords.invalidForTask(field))
                    .remedy(Phrase.of("remedy.oneOf", "known", Names.list(known)));
        }
    }

    static void checkStorage(Given<Integer> gib, String in) {
        int size = gib.orElse(STORAGE_GIB_MIN);
        if (size < STORAGE_GIB_MIN || size > STORAGE_GIB_MAX) {
            throw ApiException.client(in + "/ephemeralStorage/sizeInGiB")
                    .because(OurWords.invalidForTask("ephemeralStorage"))
                    .remedy(
                            Phrase.of(
                                    "remedy.between",
                                    "field",
                                    "sizeInGiB",
                                    "min",
                                    STORAGE_GIB_MIN,
                                    "max",
                                    STORAGE_GIB_MAX));
        }
    }

    private static ApiException wrong(String setting, String in, String remedy) {
        return ApiException.client(in + "/" + setting)
                .because(OurWords.invalidForTask(setting))
                .remedy(Phrase.of(remedy));
    }
}
