package ecslab.desktop.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house rules hold in every file, and each is shown to find what it is there to find.
class TidyTest {

    /// The rules and their examples have to name what they refuse.
    private static final String HERE = "app/desktop/src/test/java/ecslab/desktop/checks/";

    private static final List<String> FILES = Checkout.files();

    @Test
    void filesAreSmall() {
        assertAllTidy(ending(".java", ".css"), Tidy::size);
    }

    @Test
    void wordsAreOurs() {
        var files = ending(".java").filter(path -> !path.startsWith(HERE));
        assertAllTidy(files, Tidy::words);
    }

    @Test
    void methodsAreSmallAndNamesSaySomething() {
        assertAllTidy(ending(".java"), TidyJava::shape);
    }

    @Test
    void noFileNamesAPathOfOneMachine() {
        var binary = ".*\\.(otf|ttf|png|ico|icns)|assets/demo-image/server-[a-z0-9]+";
        var files = FILES.stream().filter(path -> !path.matches(binary));
        assertAllTidy(files.filter(path -> !path.startsWith(HERE)), Tidy::machinePaths);
    }

    @Test
    void everyPackageIsDescribed() {
        assertTidy(Tidy.packages(FILES));
    }

    @Test
    void everyAssetHasItsLicence() {
        assertTidy(Tidy.licences(FILES));
    }

    @Test
    void theTopHoldsOnlyWhatItShould() {
        assertTidy(Tidy.topLevel(FILES));
    }

    @Test
    void longFileAndLongLineAreFound() {
        assertEquals(
                List.of(
                        "A.java: 401 lines. Split it: 400 are the most.",
                        "A.java:1: 101 columns. Break it: 100 are the most."),
                Tidy.size("A.java", "x".repeat(101) + "\n".repeat(401)));
    }

    @Test
    void bannedWordsAreFound() {
        assertEquals(
                List.of(
                        "A.java:1: TODO. Do it, or write down what is missing and why.",
                        "A.java:2: Thread.sleep. Wait for what you need, or advance the run.",
                        "A.java:3: @Disabled. Mend the test, or delete it.",
                        "A.java:4: non-sealed. Keep the choice closed: name the new kind in it.",
                        "A.java:5: System.out. Answer with a value; only the command line in"
                                + " app/desktop prints."),
                Tidy.words(
                        "A.java",
                        """
                        // TODO
                        Thread.sleep(1);
                        @Disabled
                        non-sealed class A {}
                        System.out.println();
                        """));
    }

    @Test
    void commandLineMayPrint() {
        assertTidy(Tidy.words("app/desktop/src/main/java/A.java", "System.out.println();"));
    }

    @Test
    void longMethodAndEmptyNameAndNullableComponentAreFound() {
        var content =
                """
                class TaskManager {
                    record R(String a, @Nullable String b) {
                        static final @Nullable String NONE = null;
                    }
                    void m() {%s}
                    class UtilityBill {}
                    class AbstractTask {}
                }
                """
                        .formatted("\n".repeat(60));
        assertEquals(
                List.of(
                        "A.java:1: TaskManager says nothing. Name what it does or is.",
                        "A.java:2: b may be null. Use a sealed variant, an empty list or a second"
                                + " record.",
                        "A.java:5: m has 61 lines. Divide it: 60 are the most.",
                        "A.java:67: AbstractTask says nothing. Name what it does or is."),
                TidyJava.shape("A.java", content));
    }

    @Test
    void pathsOfOneMachineAreFound() {
        assertEquals(
                List.of(
                        "a.json:1: /home/ is a path of one machine. Use a relative one.",
                        "a.json:3: C:\\Users is a path of one machine. Use a relative one."),
                Tidy.machinePaths(
                        "a.json",
                        """
                        "/home/me/a"
                        "https://host/work/a", "/usr/lib"
                        "C:\\Users\\me"
                        """));
    }

    @Test
    void packageWithoutDescriptionIsFound() {
        assertEquals(
                List.of(
                        "r/src/main/java/r/b: no package-info.java. Say what it is for and"
                                + " promises."),
                Tidy.packages(
                        List.of(
                                "one/src/main/java/module-info.java",
                                "one/src/main/java/one/A.java",
                                "r/src/main/java/module-info.java",
                                "r/src/main/java/r/a/A.java",
                                "r/src/main/java/r/a/package-info.java",
                                "r/src/main/java/r/b/B.java",
                                "r/src/test/java/r/c/C.java")));
    }

    @Test
    void assetWithoutLicenceIsFound() {
        assertEquals(
                List.of("assets/icons/a.png: no licence. Put its LICENSE.txt beside it."),
                Tidy.licences(
                        List.of(
                                "assets/fonts/f/F.otf",
                                "assets/fonts/f/LICENSE.txt",
                                "assets/icons/a.png",
                                "assets/pom.xml",
                                "assets/src/main/java/A.java")));
    }

    @Test
    void newNameAtTheTopIsFound() {
        assertEquals(
                List.of("docs: a new name at the top. Put it into a room."),
                Tidy.topLevel(List.of("pom.xml", "docs/a.md", "docs/b.md", "app/a")));
    }

    private static Stream<String> ending(String... ends) {
        return FILES.stream().filter(path -> Stream.of(ends).anyMatch(path::endsWith));
    }

    private static void assertAllTidy(
            Stream<String> paths, BiFunction<String, String, List<String>> rule) {
        var files = paths.toList();
        assertFalse(files.isEmpty(), "there is nothing to check");
        assertTidy(
                files.stream()
                        .flatMap(path -> rule.apply(path, Checkout.read(path)).stream())
                        .toList());
    }

    private static void assertTidy(List<String> wrong) {
        assertEquals("", String.join("\n", wrong));
    }
}
