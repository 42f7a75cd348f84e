package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §2.8 An image for another processor: on an instance the program ends at once, on Fargate the
/// image isn't even pulled.
class ArchitectureTest {

    private static Written world() {
        return Written.demo()
                .image("intel:1", "{\"sizeMib\": 40, \"architectures\": [\"X86_64\"]}")
                .image("arm:1", "{\"sizeMib\": 40, \"architectures\": [\"ARM64\"]}");
    }

    private static Written onInstance(String type, String image) {
        return world().instances("pool", type, 1)
                .setup(
                        "ecs:RegisterTaskDefinition",
                        "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\","
                                + " \"image\": \""
                                + image
                                + "\", \"memory\": 64}]}")
                .run("1s", "web", 1, "");
    }

    @ParameterizedTest
    @CsvSource({
        "m5.large, intel:1, true",
        "m5.large, arm:1, false",
        "m7g.large, intel:1, false",
        "m7g.large, arm:1, true",
        "m7g.large, web:1, true",
        "t4g.micro, intel:1, false"
    })
    void programRunsOnAProcessorOfItsKind(String type, String image, boolean goesOn) {
        var told = onInstance(type, image).until("30s").told();
        assertEquals(
                goesOn
                        ? "not asked"
                        : "EssentialContainerExited: Essential container in task exited",
                told.whyStopped("web#1"));
    }

    @Test
    void programEndsAtOnceWithExecFormatError() {
        var outcome = onInstance("m7g.large", "intel:1").until("30s");
        var told = outcome.told();
        assertEquals(List.of("web 255"), told.exitsOf("web#1"));
        assertEquals(List.of("3.3s web RUNNING", "3.3s web STOPPED"), told.containersOf("web#1"));
        assertEquals(
                List.of(
                        "3.3s exec.format {container=web, line=exec /docker-entrypoint.sh: exec"
                                + " format error}"),
                told.decisions(Decision.Kind.EXEC));
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, intel:1, ``",
        "X86_64, arm:1, linux/amd64",
        "ARM64, intel:1, linux/arm64",
        "ARM64, arm:1, ``",
        "``, arm:1, linux/amd64"
    })
    void fargateLooksForTheRightManifest(String architecture, String image, String platform) {
        var named = architecture.replace("`", "");
        var told =
                world().onFargate(
                                "web",
                                image,
                                "",
                                named.isEmpty()
                                        ? ""
                                        : ", \"runtimePlatform\": {\"cpuArchitecture\": \""
                                                + named
                                                + "\"}")
                        .fargate("1s", "web", "a", "ENABLED")
                        .until("30s")
                        .told();
        assertEquals(
                platform.equals("``")
                        ? "not asked"
                        : "TaskFailedToStart: CannotPullContainerError: pull image manifest has"
                                + " been retried 1 time(s): image Manifest does not contain"
                                + " descriptor matching platform '"
                                + platform
                                + "'",
                told.whyStopped("web#1"));
    }
}
