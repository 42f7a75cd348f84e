package ecslab.desktop.window;

import atlantafx.base.controls.ToggleSwitch;
import ecslab.desktop.home.LiveLimits;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Everything that is kept between launches.
final class SettingsPage extends ScrollPane {

    private static final int CPU_UNITS = 1_024;

    private final Words words;
    private final Chosen chosen;
    private final GridPane rows = new GridPane();

    SettingsPage(Words words, Chosen chosen, String file) {
        this.words = words;
        this.chosen = chosen;
        rows.getStyleClass().add("settings-rows");
        row("setting.language", languages());
        row("setting.theme", themes());
        row("setting.textSize", textSizes());
        row("setting.speed", speeds());
        row("setting.reducedMotion", reducedMotion());
        row("setting.live.containers", liveContainers());
        row("setting.live.memory", liveMemory());
        row("setting.live.cpu", liveCpu());
        var content =
                new VBox(
                        Said.label(words, "setting.title", "page-title"),
                        rows,
                        Said.paragraph(words.text("setting.file", "file", file), "page-says"));
        content.getStyleClass().add("page");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }

    private void row(String key, Node control) {
        var label = Said.label(words, key, "settings-label");
        label.setLabelFor(control);
        rows.addRow(rows.getRowCount(), label, control);
    }

    private ComboBox<Language> languages() {
        return choice(
                "settings-language",
                List.of(Language.ENGLISH, Language.KOREAN),
                Language::ownName,
                Settings::language,
                Settings::withLanguage);
    }

    private ComboBox<Theme> themes() {
        return choice(
                "settings-theme",
                List.of(Theme.values()),
                theme -> words.now("setting.theme." + theme.word()),
                Settings::theme,
                Settings::withTheme);
    }

    private ComboBox<Integer> textSizes() {
        var sizes =
                IntStream.iterate(
                                Settings.TEXT_PERCENT_MIN,
                                percent -> percent <= Settings.TEXT_PERCENT_MAX,
                                percent -> percent + Settings.TEXT_PERCENT_STEP)
                        .boxed()
                        .toList();
        return choice(
                "settings-text-size",
                sizes,
                percent -> percent + " %",
                Settings::textPercent,
                Settings::withTextPercent);
    }

    private ComboBox<Double> speeds() {
        return choice(
                "settings-speed",
                Playback.SPEEDS,
                SettingsPage::times,
                Settings::speed,
                Settings::withSpeed);
    }

    private ComboBox<Integer> liveContainers() {
        return choice(
                "settings-live-containers",
                LiveLimits.CONTAINERS,
                String::valueOf,
                now -> now.live().containers(),
                (now, next) -> now.withLive(now.live().withContainers(next)));
    }

    private ComboBox<Integer> liveMemory() {
        return choice(
                "settings-live-memory",
                LiveLimits.MEMORY_PERCENT,
                percent -> percent + " %",
                now -> now.live().memoryPercent(),
                (now, next) -> now.withLive(now.live().withMemoryPercent(next)));
    }

    private ComboBox<Integer> liveCpu() {
        return choice(
                "settings-live-cpu",
                LiveLimits.CPU_UNITS,
                units -> units / (double) CPU_UNITS + " vCPU",
                now -> now.live().cpuUnits(),
                (now, next) -> now.withLive(now.live().withCpuUnits(next)));
    }

    private ToggleSwitch reducedMotion() {
        var toggle = new ToggleSwitch();
        toggle.setId("settings-reduced-motion");
        toggle.setSelected(chosen.now().reducedMotion());
        toggle.selectedProperty()
                .addListener((_, _, on) -> chosen.change(now -> now.withReducedMotion(on)));
        chosen.settings().addListener((_, _, now) -> toggle.setSelected(now.reducedMotion()));
        return toggle;
    }

    private <T> ComboBox<T> choice(
            String id,
            List<T> values,
            Function<T, String> name,
            Function<Settings, T> read,
            BiFunction<Settings, T, Settings> with) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(shownAs(name));
        box.setValue(read.apply(chosen.now()));
        box.setOnAction(_ -> chosen.change(now -> with.apply(now, box.getValue())));
        chosen.settings().addListener((_, _, now) -> box.setValue(read.apply(now)));
        words.texts().addListener(_ -> box.setConverter(shownAs(name)));
        return box;
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types a choice: " + text);
            }
        };
    }

    private static String times(double speed) {
        var whole = (long) speed;
        return (speed == whole ? String.valueOf(whole) : String.valueOf(speed)) + "×";
    }
}
