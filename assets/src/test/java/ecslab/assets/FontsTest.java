package ecslab.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {

    static final List<String> ALL = Assets.FONTS;

    @ParameterizedTest
    @FieldSource("ALL")
    void everyFontIsThere(String path) throws IOException {
        try (var in = Assets.url(path).openStream()) {
            assertTrue(in.readAllBytes().length > 1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretendard", "d2coding"})
    void everyFontHasAnOpenLicenceBesideIt(String family) throws IOException {
        try (var in = Assets.url("fonts/" + family + "/LICENSE.txt").openStream()) {
            var licence = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
        }
    }

    @Test
    void missingFileIsNamed() {
        var problem =
                assertThrows(IllegalArgumentException.class, () -> Assets.url("fonts/none.otf"));
        assertEquals(
                "assets/fonts/none.otf: no such file. Add it, with its licence beside it.",
                problem.getMessage());
    }
}
