package ecslab.stage;

import ecslab.ecs.model.Ref;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The one thing that the reader points at: chosen in the picture, the inspector or the log, and
/// shown in all three.
public final class Selection {

    private final ObjectProperty<Optional<Ref>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());

    /// Begins with nothing chosen.
    public Selection() {}

    /// Never holds null.
    public ReadOnlyObjectProperty<Optional<Ref>> chosen() {
        return chosen;
    }

    public Optional<Ref> now() {
        return chosen.get();
    }

    public boolean is(Ref ref) {
        return now().filter(ref::equals).isPresent();
    }

    public void choose(Ref ref) {
        chosen.set(Optional.of(ref));
    }

    public void clear() {
        chosen.set(Optional.empty());
    }
}
