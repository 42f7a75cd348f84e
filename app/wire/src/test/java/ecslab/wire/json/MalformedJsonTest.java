package ecslab.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import ecslab.wire.Problems;
import ecslab.wire.output.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedJsonTest {

    @TempDir Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", problem(1, "the file is empty", "Write one JSON object into it.")),
                Arguments.of(
                        " \n\n ",
                        problem(1, "the file is empty", "Write one JSON object into it.")),
                Arguments.of(
                        "{\n  // the family\n  \"family\": \"web\"\n}",
                        problem(2, "JSON has no comments", "Delete what begins with it.")),
                Arguments.of(
                        "{\n  \"cpu\": 1 # units\n}",
                        problem(2, "JSON has no comments", "Delete what begins with it.")),
                Arguments.of(
                        "{\n  \"cpu\": 1,\n}",
                        problem(
                                3,
                                "a value is missing before }",
                                "Delete the last comma, or write the value.")),
                Arguments.of(
                        "[1, 2,\n]",
                        problem(
                                2,
                                "a value is missing before ]",
                                "Delete the last comma, or write the value.")),
                Arguments.of(
                        "{\n  \"cpu\": 1\n  \"memory\": 2\n}",
                        problem(
                                3,
                                "a comma is missing before \"",
                                "Write a comma between the two values.")),
                Arguments.of(
                        "{\n  'cpu': 1\n}",
                        problem(2, "a ' begins no JSON text", "Write \" around texts.")),
                Arguments.of(
                        "{\n  cpu: 1\n}",
                        problem(
                                2,
                                "a c can't stand here",
                                "Names and texts stand in double quotes.")),
                Arguments.of(
                        "{\n  \"essential\": True\n}",
                        problem(
                                2,
                                "True is no JSON value",
                                "Put a text in double quotes; true, false and null are lower"
                                        + " case.")),
                Arguments.of(
                        "{\n  \"name\": \"web\n}",
                        problem(
                                2,
                                "a text isn't closed at the end of its line",
                                "Write the closing \", or \\n for a line break inside.")),
                Arguments.of(
                        "{\n  \"a\": [1,\n  2\n",
                        problem(
                                4,
                                "the JSON ends before it is complete",
                                "Close what is open: it was opened in line 2.")),
                Arguments.of(
                        "{\n  \"a\": [1}\n",
                        problem(
                                2,
                                "a bracket is closed that isn't the open one",
                                "Close first what is open: it was opened in line 2.")),
                Arguments.of(
                        "{}\n{}",
                        problem(
                                2,
                                "something follows after the end of the JSON value",
                                "Delete it, or put it inside.")),
                Arguments.of(
                        "{}\nx",
                        problem(
                                2,
                                "x is no JSON value",
                                "Put a text in double quotes; true, false and null are lower"
                                        + " case.")),
                Arguments.of(
                        "[".repeat(101),
                        problem(
                                1,
                                "the brackets are nested deeper than anything that we read",
                                "Is it the right file?")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isRefusedWithItsLineAndARemedy(String text, Problem expected) {
        assertEquals(List.of(expected), problemsOf(text));
    }

    @Test
    void fieldWrittenTwiceIsAProblemAndTheFirstOneCounts() throws BadInput {
        var problems = new Problems();
        var read =
                JsonReader.read(
                        new Source.OfText(
                                "f.json", "{\"a\": 1,\n \"b\": {\"c\": 2,\n\"c\": 3},\n \"a\": 4}"),
                        problems);

        assertEquals("{\"a\":1,\"b\":{\"c\":2}}", JsonText.compact(read));
        assertEquals(
                List.of(
                        problem(3, "\"c\" is written twice, first in line 2", "Keep one of them."),
                        problem(4, "\"a\" is written twice, first in line 1", "Keep one of them.")),
                problems.inOrder());
    }

    @Test
    void bytesThatAreNotUtf8AreFoundInTheirLine() throws IOException {
        var file = folder.resolve("latin.json");
        Files.write(file, "{\n \"title\": \"caf\u00e9\"\n}".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                List.of(
                        new Problem(
                                file.toString(),
                                2,
                                "this line has bytes that are not UTF-8",
                                "Save the file as UTF-8.")),
                problemsOf(file));
    }

    @Test
    void hugeFileIsRefusedUnread() throws IOException {
        var file = folder.resolve("huge.json");
        try (var out =
                Files.newByteChannel(
                        file,
                        java.util.EnumSet.of(
                                java.nio.file.StandardOpenOption.CREATE_NEW,
                                java.nio.file.StandardOpenOption.WRITE,
                                java.nio.file.StandardOpenOption.SPARSE))) {
            out.position(100L * 1024 * 1024);
            out.write(java.nio.ByteBuffer.wrap(new byte[] {'}'}));
        }

        assertEquals(
                List.of(
                        new Problem(
                                file.toString(),
                                1,
                                "the file has more than 8 MiB",
                                "Is it the right one? A scenario has a few kilobytes.")),
                problemsOf(file));
    }

    @Test
    void folderAndMissingFileAreNamed() {
        var missing = folder.resolve("none.json");

        assertEquals(
                List.of(
                        new Problem(
                                folder.toString(),
                                1,
                                "this is a folder, not a file",
                                "Name a JSON file in it.")),
                problemsOf(folder));
        assertEquals(
                List.of(
                        new Problem(
                                missing.toString(),
                                1,
                                "there is no such file",
                                "Look at the name and the folder.")),
                problemsOf(missing));
    }

    @Test
    void byteOrderMarkAndHangulAndCarriageReturnsAreFine() throws BadInput {
        var read =
                JsonReader.read(
                        new Source.OfText(
                                "f.json", "\uFEFF{\r\n \"title\": \"클러스터\",\r\n \"n\": 1.0\r\n}"),
                        new Problems());

        assertEquals("{\"title\":\"클러스터\",\"n\":1.0}", JsonText.compact(read));
        assertEquals(3, read.placeOf("/n").line());
    }

    private static List<Problem> problemsOf(String text) {
        return assertThrows(
                        BadInput.class,
                        () -> JsonReader.read(new Source.OfText("f.json", text), new Problems()))
                .problems();
    }

    private static List<Problem> problemsOf(Path file) {
        return assertThrows(
                        BadInput.class,
                        () -> JsonReader.read(new Source.OfFile(file), new Problems()))
                .problems();
    }

    private static Problem problem(int line, String what, String remedy) {
        return new Problem("f.json", line, what, remedy);
    }
}
