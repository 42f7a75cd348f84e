package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A scenario with some characters changed is read, or refused with problems; it is never our
/// fault.
class SpoiltAnywhereTest {

    private static final Path FILE = Path.of("../../lessons/scenarios/anatomy.json");
    private static final int FILES_PER_SEED = 500;
    private static final List<String> PIECES =
            List.of(
                    "",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "0",
                    "-1",
                    "1e999999999",
                    "null",
                    "true",
                    "\\",
                    "\u0000",
                    "\n",
                    "99999999999999999999",
                    "\"\"",
                    "{}",
                    "[]",
                    "s",
                    "가");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isNeverAnExceptionOfOurs(long seed) throws IOException {
        var good = Files.readString(FILE);
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < FILES_PER_SEED; i++) {
            refused += isRefused(spoilt(good, random)) ? 1 : 0;
        }

        assertTrue(refused > FILES_PER_SEED / 2, "only " + refused + " were refused");
    }

    private static boolean isRefused(String json) {
        try {
            ScenarioReader.read("s.json", json);
            return false;
        } catch (BadInput refusal) {
            for (var problem : refusal.problems()) {
                assertEquals("s.json", problem.file(), json);
                assertTrue(problem.line() >= 1, json);
                assertTrue(!problem.what().isBlank() && !problem.remedy().isBlank(), json);
            }
            return true;
        }
    }

    /// Puts pieces into the place of up to three runs of characters, or of whole values.
    private static String spoilt(String good, Random random) {
        var text = good;
        for (var n = random.nextInt(3); n >= 0; n--) {
            var start = random.nextInt(text.length());
            var end =
                    random.nextBoolean()
                            ? Math.min(text.length(), start + random.nextInt(4))
                            : endOfValue(text, start);
            text =
                    text.substring(0, start)
                            + PIECES.get(random.nextInt(PIECES.size()))
                            + text.substring(end);
        }
        return text;
    }

    private static int endOfValue(String text, int start) {
        var end = start;
        while (end < text.length() && ",]}\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
