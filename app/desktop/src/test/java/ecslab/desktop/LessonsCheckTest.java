package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ecslab lessons check` says of every lesson how it stands.
class LessonsCheckTest {

    private static final Path LESSONS = Path.of("..", "..", "lessons");
    private static final Path ANATOMY = LESSONS.resolve("L03-anatomy");

    @TempDir private Path folder;

    @Test
    void everyLessonOfTheProductIsGood() {
        var said = Said.to("lessons", "check", LESSONS.toString());

        assertEquals("", said.err());
        assertEquals(Exit.DONE, said.code());
        assertTrue(said.out().lines().allMatch(line -> line.endsWith(": good")), said.out());
        assertTrue(said.out().contains(ANATOMY + ": good\n"), said.out());
    }

    @Test
    void oneLessonIsCheckedByItselfInEitherLanguage() {
        assertEquals(
                new Said(Exit.DONE, ANATOMY + ": good\n", ""),
                Said.to("lessons", "check", ANATOMY.toString()));
        assertEquals(
                new Said(Exit.DONE, ANATOMY + ": 이상 없음\n", ""),
                Said.to("lessons", "check", ANATOMY.toString(), "--lang", "ko"));
    }

    @Test
    void whatCanNotBeReadIsToldWithTheNearestName() throws IOException {
        var copy = copy();
        spoil(copy.resolve("lesson.json"), "\"minutes\"", "\"minuets\"");
        var file = copy.resolve("lesson.json");

        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        copy + ": 2 problems\n",
                        file
                                + ":1: a lesson has no \"minutes\". Add it, such as \"minutes\":"
                                + " 1.\n"
                                + file
                                + ":3: \"minuets\" is no field of a lesson. Write"
                                + " \"minutes\".\n"),
                Said.to("lessons", "check", folder.toString()));
    }

    @Test
    void eventsAreWrittenOnlyWhenAskedFor() throws IOException {
        var copy = copy();
        spoil(copy.resolve("scenario.json"), "\"seed\": ", "\"seed\": 1");

        var before = Said.to("lessons", "check", copy.toString());
        assertEquals(Exit.NO, before.code());
        assertTrue(
                before.err().contains("the events of L03-copy are not those that were checked in"),
                before.err());

        assertEquals(
                new Said(Exit.DONE, copy + ": good\n", ""),
                Said.to("lessons", "check", copy.toString(), "--write"));
        assertEquals(Exit.DONE, Said.to("lessons", "check", copy.toString()).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lessons | \
                    ecslab lessons: nothing is said about what to do with them. Write: ecslab \
                    lessons check DIR
                    lessons chek x | \
                    ecslab lessons: unknown command "chek". Nearest is check. See: ecslab \
                    lessons --help
                    lessons check | \
                    ecslab lessons check: missing DIR. See: ecslab lessons check --help
                    lessons check x --wirte | \
                    ecslab lessons check: unknown option "--wirte". Nearest is --write. See: \
                    ecslab lessons check --help
                    lessons check x --lang fr | \
                    ecslab lessons check: --lang "fr" is no language here. Write en, ko, or xa \
                    for doubled English. See: ecslab lessons check --help
                    lessons check nowhere | \
                    nowhere:1: there is no such folder. Name a lesson's folder, or the folder \
                    that lessons are in.
                    lessons check pom.xml | \
                    pom.xml:1: this is a file, not a folder. Name a lesson's folder, or the \
                    folder that lessons are in.
                    lessons check src | \
                    src:1: there is no lesson.json in it, nor in a folder of it. Name a lesson's \
                    folder, or the folder that lessons are in.
                    """)
    void wrongArgumentIsToldInOneLine(String arguments, String line) {
        assertEquals(
                new Said(Exit.WRONG_USE, "", line + "\n"), Said.to(arguments.strip().split(" +")));
    }

    private Path copy() throws IOException {
        var copy = Files.createDirectories(folder.resolve("L03-copy"));
        try (var files = Files.list(ANATOMY)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    private static void spoil(Path file, String old, String next) throws IOException {
        var text = Files.readString(file);
        assertTrue(text.contains(old), file + " has no " + old);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), next));
    }
}
