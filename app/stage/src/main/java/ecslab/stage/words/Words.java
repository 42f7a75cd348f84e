package ecslab.stage.words;

import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// All texts in the language chosen at the moment. What is bound to [#text] changes with it while
/// the app runs.
public final class Words {

    /// Where the texts of this room lie.
    public static final List<String> STAGE_BASES =
            List.of("ecslab/stage/panel", "ecslab/stage/picture", "ecslab/stage/explain");

    private final List<String> resourceBases;
    private final ObjectProperty<Texts> texts;

    private Words(List<String> resourceBases, Texts first) {
        this.resourceBases = List.copyOf(resourceBases);
        this.texts = new SimpleObjectProperty<>(this, "texts", first);
    }

    /// Begins with one language.
    ///
    /// @param resourceBases the folders that hold a `text.LANGUAGE.json`, such as those of
    ///   [#STAGE_BASES]
    public static Words load(Language language, List<String> resourceBases) {
        return new Words(resourceBases, Texts.load(language, resourceBases));
    }

    public void speak(Language language) {
        if (language != language()) {
            texts.set(Texts.load(language, resourceBases));
        }
    }

    public Language language() {
        return now().language();
    }

    /// For what must be built anew when the language changes.
    public ReadOnlyObjectProperty<Texts> texts() {
        return texts;
    }

    public Texts now() {
        return texts.get();
    }

    /// For what is said once, or is said again by its own means.
    public String now(String key, Object... namesAndValues) {
        return now().of(key, namesAndValues);
    }

    /// For what stays on the screen.
    public ObservableValue<String> text(String key, Object... namesAndValues) {
        return texts.map(said -> said.of(key, namesAndValues));
    }
}
