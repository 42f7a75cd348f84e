package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.event.Event.Origin;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problem;
import ecslab.wire.command.CommandReader;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBesideAScenarioTest {

    private static final Path SCENARIO =
            Path.of("../../lessons/scenarios/platform-task-as-is.json");
    private static final Path TASK = Path.of("../../lessons/scenarios/platform-task.json");

    @TempDir Path folder;

    @Test
    void isReadUnchangedAndSourcesPointIntoIt() throws BadInput {
        var file = ScenarioReader.read(SCENARIO);
        var register = file.scenario().commands().get(1);

        assertEquals(CommandReader.readTaskDefinition(TASK), register.command());
        assertEquals(
                Optional.of(new Place(TASK.toString(), 10)),
                file.sources().place(register, "/containerDefinitions/0/image"));
    }

    @Test
    void isReadFromAResource() throws Exception {
        assertEquals(
                ScenarioReader.read(SCENARIO).scenario(),
                ScenarioReader.read(SCENARIO.toUri().toURL()).scenario());
    }

    @Test
    void itsProblemsBearItsName() throws IOException {
        var scenario = Files.copy(SCENARIO, folder.resolve("s.json"));
        var task =
                Files.writeString(
                        folder.resolve("platform-task.json"),
                        Files.readString(TASK).replace("\"family\"", "\"famly\""));

        var problems = problemsOf(scenario);

        assertEquals(
                List.of(task.toString(), task.toString()),
                problems.stream().map(Problem::file).toList());
        assertEquals(List.of(1, 2), problems.stream().map(Problem::line).toList());
    }

    @Test
    void thatIsMissingIsAProblemOfTheLineThatNamesIt() throws IOException {
        var scenario = Files.copy(SCENARIO, folder.resolve("s.json"));

        assertEquals(
                List.of(
                        new Problem(
                                scenario.toString(),
                                13,
                                "platform-task.json: there is no such file",
                                "Look at the name and the folder.")),
                problemsOf(scenario));
    }

    @Test
    void refusalByEcsIsShownWithFileLineAndRemedy() throws BadInput {
        var file = ScenarioReader.read(SCENARIO);
        var register = file.scenario().commands().get(1);
        var texts = Texts.of(Language.ENGLISH, Map.of("remedy.cpu", "Write \"256\"."));
        var error =
                new ApiError(
                        "ClientException",
                        400,
                        "No Fargate configuration exists for given values.",
                        "/cpu",
                        Phrase.of("remedy.cpu"));

        assertEquals(
                Optional.of(
                        new Problem(
                                TASK.toString(),
                                5,
                                "RegisterTaskDefinition: ClientException: No Fargate configuration"
                                        + " exists for given values.",
                                "Write \"256\".")),
                file.sources()
                        .problem(
                                new ApiRefusal(
                                        register.at(),
                                        2,
                                        Origin.SCENARIO,
                                        register.command(),
                                        error),
                                texts));
        assertEquals(
                Optional.empty(),
                file.sources()
                        .problem(
                                new ApiRefusal(
                                        register.at(),
                                        2,
                                        Origin.LEARNER,
                                        register.command(),
                                        error),
                                texts));
    }

    private static List<Problem> problemsOf(Path file) {
        return assertThrows(BadInput.class, () -> ScenarioReader.read(file)).problems();
    }
}
