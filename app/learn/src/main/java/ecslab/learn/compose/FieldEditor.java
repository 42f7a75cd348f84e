package ecslab.learn.compose;

import javafx.scene.layout.Region;

/// The control that a field's value is given with.
sealed interface FieldEditor permits TypedEditor, WordEditor, TickEditor {

    Region node();

    /// Shows what the draft holds, unless it is just that already: while somebody types, the cursor
    /// must stay where it is.
    void read(Draft draft);

    /// Hears that somebody changed the value; [#write(Draft)] then takes it over.
    void onEdit(Runnable listener);

    void write(Draft draft);

    void focus();

    /// Whether nothing has been given.
    boolean isEmpty();
}
