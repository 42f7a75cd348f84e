package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.desktop.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with a command line: one line that says what, where and how to mend it.
class CommandLineErrorsTest {

    private static final Path SCENARIOS = Path.of("..", "..", "lessons", "scenarios");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    simulat x.json | \
                    ecslab: unknown command "simulat". Nearest is simulate. See: ecslab --help
                    --lesons x | \
                    ecslab: unknown option "--lesons". Nearest is --lessons. See: ecslab --help
                    --lang fr | \
                    ecslab: --lang "fr" is no language here. Write en, ko, or xa for doubled \
                    English. See: ecslab --help
                    --theme blue | \
                    ecslab: --theme "blue" is no theme. Write light, dark or contrast. See: \
                    ecslab --help
                    simulate | \
                    ecslab simulate: missing SCENARIO.json. See: ecslab simulate --help
                    simulate x.json --sed 7 | \
                    ecslab simulate: unknown option "--sed". Nearest is --seed. See: ecslab \
                    simulate --help
                    simulate x.json --seed x | \
                    ecslab simulate: --seed "x" is no seed. Write a whole number, such as 7. \
                    See: ecslab simulate --help
                    simulate x.json --until 20x | \
                    ecslab simulate: --until "20x" is no moment. Write one such as 40ms, 20s, \
                    2m30s or 1h. See: ecslab simulate --help
                    simulate x.json --events xml | \
                    ecslab simulate: --events "xml" is no form of events. Write jsonl, text or \
                    none. See: ecslab simulate --help
                    shot x.json | \
                    ecslab shot: missing --out FILE.png. See: ecslab shot --help
                    shot x.json --at 1s --out a.png --size big | \
                    ecslab shot: --size "big" is no size. Write width and height, such as \
                    1280x720. See: ecslab shot --help
                    shot x.json --at 1s --out a.png --tab logs | \
                    ecslab shot: --tab "logs" is no tab. Write overview, json, events or why. \
                    See: ecslab shot --help
                    """)
    void wrongArgumentIsToldInOneLine(String arguments, String line) {
        assertEquals(
                new Said(Exit.WRONG_USE, "", line + "\n"), Said.to(arguments.strip().split(" +")));
    }

    @Test
    void missingFileIsTold() {
        var file = folder.resolve("nowhere.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        file + ":1: there is no such file. Look at the name and the folder.\n"),
                Said.to("simulate", file.toString()));
    }

    @Test
    void folderIsTold() {
        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        folder + ":1: this is a folder, not a file. Name a JSON file in it.\n"),
                Said.to("simulate", folder.toString()));
    }

    @Test
    void whatIsNotJsonIsTold() throws IOException {
        var said = toSimulateOf("title: no JSON\n");

        assertEquals(Exit.WRONG_USE, said.code());
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
    }

    @Test
    void misspeltFieldIsToldWithItsLineAndTheNearestName() throws IOException {
        var said = toSimulateOf(anatomy().replace("\"desiredCount\"", "\"desiredCout\""));

        assertEquals(Exit.WRONG_USE, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        assertEquals(lineOf("desiredCount"), lineTold(said));
        assertEquals(true, said.err().contains("desiredCount"), said.err());
    }

    @Test
    void wrongTypeIsToldWithItsLine() throws IOException {
        var said =
                toSimulateOf(anatomy().replace("\"desiredCount\": 3", "\"desiredCount\": \"3\""));

        assertEquals(Exit.WRONG_USE, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        assertEquals(lineOf("desiredCount"), lineTold(said));
    }

    @Test
    void allProblemsOfAFileAreToldTogether() throws IOException {
        var said =
                toSimulateOf(
                        anatomy()
                                .replace("\"seed\": 7", "\"seed\": \"seven\"")
                                .replace("\"desiredCount\"", "\"desiredCout\""));

        assertEquals(Exit.WRONG_USE, said.code());
        assertEquals(2, said.err().lines().count(), said.err());
    }

    @Test
    void taskDefinitionIsKnownForWhatItIs() {
        var file = SCENARIOS.resolve("platform-task.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        file
                                + ":1: this is a task definition, and not a scenario that runs one."
                                + " Make a scenario beside it whose commands hold {\"at\": \"1s\","
                                + " \"call\": \"ecs:RegisterTaskDefinition\", \"with\": {\"file\":"
                                + " \"platform-task.json\"}};"
                                + " lessons/scenarios/platform-task-as-is.json is one.\n"),
                Said.to("simulate", file.toString()));
    }

    @Test
    void stateIsNotAskedForInAFolderThatIsNotThere() {
        var state = folder.resolve("none").resolve("state.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        state + ": its folder doesn't exist. Make the folder first.\n"),
                Said.to(
                        "simulate",
                        SCENARIOS.resolve("anatomy.json").toString(),
                        "--state",
                        state.toString()));
    }

    @Test
    void pictureAfterTheEndIsRefused() {
        var file = SCENARIOS.resolve("anatomy.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        file + ": --at 1h0m0s is after the run's end. It ends at 6m0s.\n"),
                Said.to("shot", file.toString(), "--at", "1h", "--out", "a.png"));
    }

    @Test
    void pictureOfAnUnknownThingIsRefused() {
        var file = SCENARIOS.resolve("anatomy.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        file
                                + ": there is no task/web#9 at 1m0s. Choose another thing or"
                                + " moment; a selector is such as service/web or task/web#1.\n"),
                Said.to(
                        "shot",
                        file.toString(),
                        "--at",
                        "1m",
                        "--out",
                        "a.png",
                        "--select",
                        "task/web#9"));
    }

    private Said toSimulateOf(String scenario) throws IOException {
        var file = Files.writeString(folder.resolve("scenario.json"), scenario);
        return Said.to("simulate", file.toString());
    }

    private static String anatomy() throws IOException {
        return Files.readString(SCENARIOS.resolve("anatomy.json"));
    }

    private static int lineOf(String text) throws IOException {
        var lines = anatomy().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no line has " + text);
    }

    private int lineTold(Said said) {
        var start = folder.resolve("scenario.json") + ":";
        assertEquals(true, said.err().startsWith(start), said.err());
        return Integer.parseInt(said.err().substring(start.length()).split(":", 2)[0]);
    }
}
