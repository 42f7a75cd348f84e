package ecslab.desktop.window;

import ecslab.desktop.window.ScenarioShelf.Entry;
import ecslab.stage.words.Words;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What the window says it shows: a scenario of the shelf, or something else that has a name.
final class Heading {

    private final Words words;
    private final StringProperty title;
    private Optional<Entry> open = Optional.empty();
    private Optional<ObservableValue<String>> taken = Optional.empty();

    /// @param title where it is said
    Heading(Words words, StringProperty title) {
        this.words = words;
        this.title = title;
        words.texts().addListener(_ -> show());
    }

    void say(Entry entry) {
        open = Optional.of(entry);
        taken = Optional.empty();
        show();
    }

    /// What is shown is no scenario of the shelf.
    void say(ObservableValue<String> name) {
        open = Optional.empty();
        taken = Optional.of(name);
        show();
    }

    boolean isFirstLight() {
        return open.filter(entry -> ScenarioShelf.isFirstLight(entry.file())).isPresent();
    }

    private void show() {
        title.set(
                open.map(one -> Titles.of(words, one))
                        .or(() -> taken.map(ObservableValue::getValue))
                        .orElse(""));
    }
}
