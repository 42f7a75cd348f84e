package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ecslab.ecs.ApiError;
import ecslab.ecs.Response;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused in a task definition beyond sizes and images (behaviour reference §2.2, §2.5,
/// §2.6, §2.7, §2.9).
class SettingsRulesTest {

    private static Object submit(Command command) {
        return Scenarios.demo().start().submit(command);
    }

    private static RevisionDraft onEc2(String mode) {
        return revision()
                .requires("EC2")
                .networkMode(Given.of(mode))
                .size(Given.absent(), Given.absent());
    }

    private static RevisionDraft pair(String... dependsOn) {
        return revision()
                .containers(container("app").dependsOn(dependsOn), container("init").optional());
    }

    static Stream<Arguments> refused() {
        var fargatePidMode =
                "Tasks using the Fargate launch type do not support pidMode 'host'. The supported"
                        + " value for pidMode is 'task'.";
        return Stream.of(
                Arguments.of(
                        revision().containers(container("web").links("other")),
                        "Links are not supported when networkMode=awsvpc."),
                Arguments.of(revision().unmodelled("pidMode", "\"host\""), fargatePidMode),
                Arguments.of(
                        revision().containers(container("web").unmodelled("privileged", "true")),
                        "Fargate does not support 'privileged'."),
                Arguments.of(
                        revision().containers(container("web").logDriver("syslog")),
                        "Fargate does not support 'syslog'."),
                Arguments.of(
                        revision().containers(container("web").mounts("data")),
                        "Unknown volume 'data'."),
                Arguments.of(
                        onEc2("none")
                                .containers(
                                        container("web")
                                                .memory(64)
                                                .port(Given.of(80), Given.absent())),
                        "Port mappings are not allowed when networkMode=none."),
                Arguments.of(
                        revision().containers(container("my web")),
                        "Container name contains invalid characters."),
                Arguments.of(
                        pair("nobody START"), "Invalid 'dependsOn' setting for container 'app'."),
                Arguments.of(pair("app START"), "Invalid 'dependsOn' setting for container 'app'."),
                Arguments.of(
                        pair("init READY"), "Invalid 'dependsOn' setting for container 'app'."),
                Arguments.of(
                        pair("init HEALTHY"), "Invalid 'dependsOn' setting for container 'app'."),
                Arguments.of(
                        revision()
                                .containers(
                                        container("app").dependsOn("init SUCCESS"),
                                        container("init")),
                        "Invalid 'dependsOn' setting for container 'app'."),
                Arguments.of(
                        revision()
                                .containers(
                                        container("a").dependsOn("b START"),
                                        container("b").dependsOn("a START")),
                        "Invalid 'dependsOn' setting for container 'a'."),
                Arguments.of(
                        revision().containers(container("web").startTimeout(121)),
                        "Invalid 'startTimeout' setting for container 'web'."),
                Arguments.of(
                        onEc2("bridge").size(Given.of("64"), Given.of("128")),
                        "Invalid 'cpu' setting for task."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedInTheseWords(RevisionDraft draft, String words) {
        var error = assertInstanceOf(ApiError.class, submit(draft.command()));
        assertEquals("ClientException", error.code());
        assertEquals(words, error.message());
    }

    /// interval 5-300, timeout 2-60, retries 1-10, startPeriod 0-300.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 5 3 0",
                "301 5 3 0",
                "30 1 3 0",
                "30 61 3 0",
                "30 5 0 0",
                "30 5 11 0",
                "30 5 3 301"
            })
    void healthChecksHaveBounds(String numbers) {
        var all = Stream.of(numbers.split(" ")).map(Integer::valueOf).toList();
        var draft =
                revision()
                        .containers(
                                container("web")
                                        .health(all.get(0), all.get(1), all.get(2), all.get(3)));
        assertInstanceOf(ApiError.class, submit(draft.command()));
    }

    @Test
    void whatIsAtTheBoundsIsRight() {
        var draft =
                revision()
                        .containers(
                                container("a").health(5, 2, 1, 0).restart(60),
                                container("b").health(300, 60, 10, 300).restart(1_800, 0, 1))
                        .volumes(new Volume("data", Unmodelled.NOTHING));
        assertInstanceOf(Response.class, submit(draft.command()));
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 1_801})
    void restartAttemptPeriodHasBounds(int seconds) {
        var draft = revision().containers(container("web").restart(seconds));
        var error = assertInstanceOf(ApiError.class, submit(draft.command()));
        assertEquals(
                "Invalid 'restartAttemptPeriod' setting for container 'web'.", error.message());
    }

    @Test
    void healthCheckCommandBeginsWithCmd() {
        var check =
                new HealthCheckInput(
                        List.of("curl"),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent());
        var draft = revision().containers(container("web").health(check));
        var error = assertInstanceOf(ApiError.class, submit(draft.command()));
        assertEquals("Invalid 'healthCheck' setting for container 'web'.", error.message());
    }

    @Test
    void linksAreForBridgeMode() {
        var draft =
                onEc2("bridge")
                        .containers(
                                container("web").memory(64).links("db:database"),
                                container("db").memory(64));
        assertInstanceOf(Response.class, submit(draft.command()));
    }

    @Test
    void volumeOfTheHostIsNotForFargate() {
        var host = new Volume("data", new VolumeKind.Bind("/data"), Unmodelled.NOTHING);
        var draft = revision().volumes(host);
        var error = assertInstanceOf(ApiError.class, submit(draft.command()));
        assertEquals("Fargate does not support 'sourcePath'.", error.message());
    }
}
