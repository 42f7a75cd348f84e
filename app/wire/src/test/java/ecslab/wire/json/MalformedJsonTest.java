package ecslab.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.wire.BadInput;
import ecslab.wire.Cases;
import ecslab.wire.Problem;
import ecslab.wire.Problems;
import ecslab.wire.output.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
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
        return Cases.in("malformed.txt", MalformedJsonTest.class);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isRefusedWithItsLineAndARemedy(List<String> lines) {
        assertEquals(
                lines.subList(1, lines.size()),
                Cases.said(problemsOf(Cases.unquoted(lines.getFirst()))));
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
                        EnumSet.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.SPARSE))) {
            out.position(100L * 1024 * 1024);
            out.write(ByteBuffer.wrap(new byte[] {'}'}));
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
