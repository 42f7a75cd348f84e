package ecslab.desktop.home;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecslab.ecs.Phrase;
import ecslab.wire.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntFunction;

/// Keeps the settings as JSON. Nothing that can happen to the file stops the program: what goes
/// wrong is said, and the settings then last until the window closes.
public final class SettingsFile {

    private final Path file;

    public SettingsFile(Home home) {
        file = home.settings();
    }

    /// What was read.
    ///
    /// @param notice what to tell the reader; [Phrase#NOTHING] if all is well
    public record Loaded(Settings settings, Phrase notice) {}

    /// Reads what was kept.
    ///
    /// @param otherwise holds for whatever the file doesn't say
    public Loaded load(Settings otherwise) {
        if (!Files.exists(file)) {
            return new Loaded(otherwise, Phrase.NOTHING);
        }
        try (var parser = new JsonFactory().createParser(Files.readAllBytes(file))) {
            return new Loaded(read(parser, otherwise), Phrase.NOTHING);
        } catch (IOException unreadable) {
            return new Loaded(otherwise, keepAside());
        }
    }

    /// Keeps the settings.
    ///
    /// @return what to tell the reader; [Phrase#NOTHING] if the settings are safe
    public Phrase save(Settings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, json(settings));
            return Phrase.NOTHING;
        } catch (IOException unwritable) {
            return Phrase.of("setting.unsaved", "file", file, "why", reason(unwritable));
        }
    }

    private static Settings read(JsonParser parser, Settings otherwise) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        var settings = otherwise;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            settings = with(settings, name, parser);
            parser.skipChildren();
        }
        return settings;
    }

    /// A value that this version doesn't know changes nothing.
    private static Settings with(Settings before, String name, JsonParser at) throws IOException {
        var text = at.getText();
        return switch (name) {
            case "language" -> Language.ofCode(text).map(before::withLanguage).orElse(before);
            case "theme" -> Theme.ofWord(text).map(before::withTheme).orElse(before);
            case "textPercent" ->
                    at.currentToken() == JsonToken.VALUE_NUMBER_INT
                            ? before.withTextPercent(at.getIntValue())
                            : before;
            case "reducedMotion" ->
                    at.currentToken().isBoolean()
                            ? before.withReducedMotion(at.getBooleanValue())
                            : before;
            case "speed" ->
                    at.currentToken().isNumeric() && at.getDoubleValue() > 0
                            ? before.withSpeed(at.getDoubleValue())
                            : before;
            case "inspector" ->
                    Settings.Folding.ofWord(text).map(before::withInspector).orElse(before);
            case "liveContainers" -> whole(at, before, before.live()::withContainers);
            case "liveMemoryPercent" -> whole(at, before, before.live()::withMemoryPercent);
            case "liveCpuUnits" -> whole(at, before, before.live()::withCpuUnits);
            default -> before;
        };
    }

    private static Settings whole(JsonParser at, Settings before, IntFunction<LiveLimits> with)
            throws IOException {
        return at.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? before.withLive(with.apply(at.getIntValue()))
                : before;
    }

    private static byte[] json(Settings settings) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("language", settings.language().code());
            json.writeStringField("theme", settings.theme().word());
            json.writeNumberField("textPercent", settings.textPercent());
            json.writeBooleanField("reducedMotion", settings.reducedMotion());
            json.writeNumberField("speed", settings.speed());
            json.writeStringField("inspector", settings.inspector().word());
            json.writeNumberField("liveContainers", settings.live().containers());
            json.writeNumberField("liveMemoryPercent", settings.live().memoryPercent());
            json.writeNumberField("liveCpuUnits", settings.live().cpuUnits());
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private Phrase keepAside() {
        var aside = file.resolveSibling("settings.broken.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Phrase.of("setting.broken", "file", file, "aside", aside);
        } catch (IOException stuck) {
            return Phrase.of("setting.unreadable", "file", file, "why", reason(stuck));
        }
    }

    private static String reason(IOException failure) {
        var words = failure.getMessage();
        var kind = failure.getClass().getSimpleName();
        return words == null ? kind : kind + ": " + words;
    }
}
