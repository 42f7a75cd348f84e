package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ecslab simulate` prints what happens, and the same each time.
class SimulateTest {

    private static final Path SCENARIOS = Path.of("..", "..", "lessons", "scenarios");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"first-light", "anatomy", "platform-task-as-is", "platform-task-mended"})
    void twiceGivesTheSameBytes(String name) {
        var once = Said.to("simulate", scenario(name));

        assertEquals(Exit.DONE, once.code());
        assertEquals("", once.err());
        assertEquals(once, Said.to("simulate", scenario(name)));
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        assertNotEquals(
                Said.to("simulate", scenario("anatomy"), "--seed", "1").out(),
                Said.to("simulate", scenario("anatomy"), "--seed", "2").out());
    }

    @Test
    void linesEndInOneCharacterOnEveryMachine() {
        var out = Said.to("simulate", scenario("anatomy"), "--until", "1m").out();

        assertFalse(out.contains("\r"));
        assertTrue(out.lines().allMatch(line -> line.startsWith("{\"at\":\"")));
    }

    @Test
    void untilEndsTheRunEarlier() {
        var whole = Said.to("simulate", scenario("anatomy")).out();
        var start = Said.to("simulate", scenario("anatomy"), "--until", "1m").out();

        assertTrue(whole.startsWith(start));
        assertTrue(start.length() < whole.length());
    }

    @Test
    void untilAlsoMakesTheRunLongerAndItsUsersStay() {
        var out = Said.to("simulate", scenario("anatomy"), "--until", "7m").out();

        assertTrue(
                out.lines()
                        .filter(line -> line.contains("\"RequestSent\""))
                        .anyMatch(line -> line.startsWith("{\"at\":\"419.")));
    }

    @Test
    void bareImageNameCannotBePulled() {
        var out = Said.to("simulate", scenario("platform-task-as-is")).out();

        assertTrue(out.contains("CannotPullContainerError"));
        assertTrue(out.contains("is unable to consistently start tasks successfully"));
        assertFalse(out.contains("\"lastStatus\":\"RUNNING\""));
    }

    @Test
    void mendedImageRuns() {
        var out = Said.to("simulate", scenario("platform-task-mended")).out();

        assertTrue(out.contains("\"lastStatus\":\"RUNNING\""));
        assertTrue(out.contains("has reached a steady state."));
    }

    @Test
    void textIsSaidInTheLanguageAskedFor() {
        var english = Said.to("simulate", scenario("anatomy"), "--events", "text").out();
        var korean =
                Said.to("simulate", scenario("anatomy"), "--events", "text", "--lang", "ko").out();

        assertEquals(english.lines().count(), korean.lines().count());
        assertTrue(english.contains("service web"));
        assertTrue(korean.contains("서비스 web"));
        assertTrue(korean.contains("has reached a steady state."));
    }

    @Test
    void endStateIsWrittenAsAwsDescribesIt() throws IOException {
        var state = folder.resolve("state.json");

        var said =
                Said.to(
                        "simulate",
                        scenario("anatomy"),
                        "--events",
                        "none",
                        "--state",
                        state.toString());

        assertEquals(new Said(Exit.DONE, "", ""), said);
        var json = Files.readString(state);
        assertTrue(json.contains("\"runningCount\": 3"), json);
        assertTrue(json.contains("arn:aws:ecs:us-east-1:111122223333:service/demo/web"), json);
    }

    @Test
    void refusedCommandIsToldWithFileAndLineAndTheRunGoesOn() throws IOException {
        var whole = Files.readString(SCENARIOS.resolve("anatomy.json"));
        var file = folder.resolve("scenario.json");
        Files.writeString(file, whole.replace("\"cpu\": \"256\"", "\"cpu\": \"300\""));

        var said = Said.to("simulate", file.toString());

        assertEquals(Exit.NO, said.code());
        var first = said.err().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith(file + ":" + lineOf(whole, "\"cpu\"") + ": "), first);
        assertTrue(first.contains("RegisterTaskDefinition"), first);
        assertFalse(said.err().contains("\tat "), said.err());
        assertTrue(said.out().lines().count() > 5);
    }

    private static String scenario(String name) {
        return SCENARIOS.resolve(name + ".json").toString();
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count()
                + 1;
    }
}
