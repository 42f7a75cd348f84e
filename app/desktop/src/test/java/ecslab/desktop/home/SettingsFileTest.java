package ecslab.desktop.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.home.SettingsFile.Loaded;
import ecslab.ecs.Phrase;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Settings USUAL =
            new Settings(Language.ENGLISH, Theme.LIGHT, 100, false, 1);
    private static final Settings CHOSEN =
            new Settings(Language.KOREAN, Theme.CONTRAST, 150, true, 4)
                    .withInspector(Settings.Folding.FOLDED)
                    .withLive(new LiveLimits(30, 25, 1_024));

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void homeIsNew() {
        home = new Home(folder.resolve("home"));
    }

    @Test
    void whatWasSavedIsLoaded() {
        assertEquals(Phrase.NOTHING, new SettingsFile(home).save(CHOSEN));

        assertEquals(new Loaded(CHOSEN, Phrase.NOTHING), new SettingsFile(home).load(USUAL));
    }

    @Test
    void firstLaunchHasTheUsualSettings() {
        assertEquals(new Loaded(USUAL, Phrase.NOTHING), new SettingsFile(home).load(USUAL));
    }

    @Test
    void brokenFileIsKeptAsideAndSaid() throws IOException {
        write("{\"language\": \"ko\", \"the");

        var loaded = new SettingsFile(home).load(USUAL);

        var aside = home.folder().resolve("settings.broken.json");
        assertEquals(
                new Loaded(
                        USUAL,
                        Phrase.of("setting.broken", "file", home.settings(), "aside", aside)),
                loaded);
        assertEquals("{\"language\": \"ko\", \"the", Files.readString(aside));
    }

    @Test
    void valuesOfAnotherVersionChangeNothing() throws IOException {
        write(
                """
                {"language": "fr", "theme": {"dark": true}, "textPercent": "big",
                 "speed": -1, "wallpaper": [1, 2], "reducedMotion": true}
                """);

        assertEquals(
                new Loaded(USUAL.withReducedMotion(true), Phrase.NOTHING),
                new SettingsFile(home).load(USUAL));
    }

    @Test
    void textIsNeverLargerThanTheWindowCanShow() throws IOException {
        write("{\"textPercent\": 100000}");

        assertEquals(
                new Loaded(USUAL.withTextPercent(200), Phrase.NOTHING),
                new SettingsFile(home).load(USUAL));
    }

    @Test
    void homeThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(home.folder(), "a file where the folder should be");

        var said = new SettingsFile(home).save(CHOSEN);

        assertEquals("setting.unsaved", said.key());
        assertEquals(home.settings().toString(), said.values().get("file"));
    }

    @Test
    void savingLeavesNoHalfFileBehind() throws IOException {
        new SettingsFile(home).save(CHOSEN);
        new SettingsFile(home).save(USUAL);

        try (var files = Files.list(home.folder())) {
            assertEquals(java.util.List.of(home.settings()), files.toList());
        }
        assertTrue(Files.readString(home.settings()).endsWith("}\n"));
    }

    private void write(String content) throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.settings(), content);
    }
}
