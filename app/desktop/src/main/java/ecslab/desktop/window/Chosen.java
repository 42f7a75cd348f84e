package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.desktop.home.SettingsFile;
import ecslab.ecs.Phrase;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The settings as they are now. A change is seen at once and written in the background.
public final class Chosen {

    private final SettingsFile file;
    private final Executor background;
    private final ObjectProperty<Settings> settings;
    private Consumer<Phrase> complaints = _ -> {};

    /// Begins with what was chosen before.
    ///
    /// @param background writes, one change after the other
    public Chosen(SettingsFile file, Settings first, Executor background) {
        this.file = file;
        this.background = background;
        settings = new SimpleObjectProperty<>(this, "settings", first);
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings;
    }

    public Settings now() {
        return settings.get();
    }

    public void change(UnaryOperator<Settings> change) {
        var next = change.apply(now());
        if (!next.equals(now())) {
            settings.set(next);
            background.execute(() -> save(next));
        }
    }

    /// @param heard on the FX thread, whenever a change could not be kept
    void onComplaint(Consumer<Phrase> heard) {
        complaints = heard;
    }

    private void save(Settings next) {
        var complaint = file.save(next);
        if (!complaint.equals(Phrase.NOTHING)) {
            Platform.runLater(() -> complaints.accept(complaint));
        }
    }
}
