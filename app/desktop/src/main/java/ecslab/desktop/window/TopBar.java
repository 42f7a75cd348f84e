package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.desktop.home.Theme;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What is playing, and the switches that are wanted at any time: language, theme, size of text.
final class TopBar extends HBox {

    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final Hyperlink simplified = new Hyperlink();
    private final Words words;

    TopBar(Words words, Chosen chosen, Actions actions) {
        this.words = words;
        getStyleClass().add("top-bar");
        simplified.setId("simplified");
        simplified.setOnAction(_ -> actions.showAbout());
        simplified.setMinWidth(USE_PREF_SIZE);
        setSimplified(0);
        setAlignment(Pos.CENTER_LEFT);
        var product = new Label("ECS Lab");
        product.getStyleClass().add("product");
        var scenario = Said.label(title, "scenario-title");
        scenario.setId("scenario-title");
        getChildren()
                .addAll(
                        product,
                        new Separator(Orientation.VERTICAL),
                        scenario,
                        simplified,
                        Sheet.stretch());
        getChildren().addAll(languages(words, chosen), themeButton(words, chosen));
        getChildren().addAll(textButton(words, chosen));
        var keys =
                Said.icon(
                        words,
                        "topBar.keys",
                        Material2OutlinedAL.KEYBOARD,
                        () -> actions.perform(Shortcut.KEYS));
        keys.setId("keys-button");
        var about = Said.icon(words, "topBar.about", Material2OutlinedAL.INFO, actions::showAbout);
        about.setId("about-button");
        getChildren().addAll(keys, about);
    }

    StringProperty title() {
        return title;
    }

    /// Says how much of what is shown is simpler than in AWS; the list is a click away.
    void setSimplified(int count) {
        simplified.textProperty().bind(words.text("topBar.simplified", "count", count));
        simplified.setVisible(count > 0);
        simplified.setManaged(count > 0);
    }

    private static HBox languages(Words words, Chosen chosen) {
        var group = new ToggleGroup();
        var english = language(chosen, Language.ENGLISH, "EN", group);
        var korean = language(chosen, Language.KOREAN, "한국어", group);
        english.getStyleClass().add("left-pill");
        korean.getStyleClass().add("right-pill");
        var both = new HBox(english, korean);
        both.setAlignment(Pos.CENTER);
        both.accessibleTextProperty().bind(words.text("topBar.language"));
        return both;
    }

    private static ToggleButton language(
            Chosen chosen, Language language, String face, ToggleGroup group) {
        var button = new ToggleButton(face);
        button.setId("language-" + language.code());
        button.setAccessibleText(language.ownName());
        button.setToggleGroup(group);
        button.setSelected(chosen.now().language() == language);
        button.setOnAction(_ -> {
            button.setSelected(true);
            chosen.change(settings -> settings.withLanguage(language));
        });
        chosen.settings()
                .addListener((_, _, now) -> button.setSelected(now.language() == language));
        return button;
    }

    private static javafx.scene.control.Button themeButton(Words words, Chosen chosen) {
        var button =
                Said.icon(
                        words,
                        "topBar.theme",
                        Material2OutlinedAL.BRIGHTNESS_4,
                        () -> chosen.change(now -> now.withTheme(other(now.theme()))));
        button.setId("theme-button");
        return button;
    }

    private static Theme other(Theme theme) {
        return switch (theme) {
            case LIGHT -> Theme.DARK;
            case DARK, CONTRAST -> Theme.LIGHT;
        };
    }

    private static javafx.scene.control.Button textButton(Words words, Chosen chosen) {
        var button =
                Said.icon(
                        words,
                        "topBar.textSize",
                        Material2OutlinedAL.FORMAT_SIZE,
                        () -> chosen.change(TopBar::withNextTextSize));
        button.setId("text-size-button");
        return button;
    }

    /// Grows by steps, and after the largest begins again.
    private static Settings withNextTextSize(Settings now) {
        var next = now.textPercent() + Settings.TEXT_PERCENT_STEP;
        return now.withTextPercent(
                next > Settings.TEXT_PERCENT_MAX ? Settings.TEXT_PERCENT_MIN : next);
    }
}
