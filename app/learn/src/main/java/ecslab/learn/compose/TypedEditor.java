package ecslab.learn.compose;

import ecslab.learn.compose.Known.Suggestion;
import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A value that is typed, or taken from what there is: the arrow down opens the suggestions.
final class TypedEditor implements FieldEditor {

    private static final int DOCUMENT_ROWS = 6;
    private static final int SUGGESTIONS_MAX = 14;

    private final Field field;
    private final Supplier<List<Suggestion>> suggestions;
    private final TextInputControl input;
    private final ContextMenu menu = new ContextMenu();
    private final HBox node = Parts.row("typed-editor");
    private Runnable edited = () -> {};
    private boolean isReading;

    TypedEditor(Field field, Words words, Supplier<List<Suggestion>> suggestions) {
        this.field = field;
        this.suggestions = suggestions;
        input = field.kind() instanceof Field.Kind.Document ? area() : new TextField();
        input.setId("field-" + field.name());
        input.getStyleClass().add("mono");
        input.setAccessibleText(field.name());
        HBox.setHgrow(input, Priority.ALWAYS);
        input.textProperty()
                .addListener(_ -> {
                    if (!isReading) {
                        edited.run();
                    }
                });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.getChildren().setAll(input);
        if (canSuggest()) {
            node.getChildren().add(opener(words));
        }
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setPrefRowCount(DOCUMENT_ROWS);
        return area;
    }

    private boolean canSuggest() {
        return switch (field.kind()) {
            case Field.Kind.Text(var found) -> !found.equals(Field.NOTHING);
            case Field.Kind.Whole(var values) -> !values.isEmpty();
            case Field.Kind.Document() -> false;
            case Field.Kind.OneOf _, Field.Kind.SomeOf _, Field.Kind.Flag _ -> false;
        };
    }

    private Button opener(Words words) {
        var button =
                Parts.iconButton(words.text("learn.compose.suggest"), this::suggest, "open-icon");
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void read(Draft draft) {
        var value = draft.valueAt(field.pointer());
        if (!value.equals(input.getText())) {
            isReading = true;
            input.setText(value);
            isReading = false;
        }
    }

    @Override
    public void onEdit(Runnable listener) {
        edited = listener;
    }

    @Override
    public void write(Draft draft) {
        var text = input.getText().strip();
        switch (field.kind()) {
            case Field.Kind.Whole _ -> draft.putWhole(field.pointer(), text);
            case Field.Kind.Document() -> draft.putDocument(field.pointer(), text);
            case Field.Kind.Text _ -> draft.putText(field.pointer(), text);
            case Field.Kind.OneOf _, Field.Kind.SomeOf _, Field.Kind.Flag _ ->
                    throw new IllegalStateException(field.name() + " isn't typed");
        }
    }

    @Override
    public void focus() {
        input.requestFocus();
        input.end();
    }

    @Override
    public boolean isEmpty() {
        return input.getText().isBlank();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && input instanceof TextField && !menu.isShowing()) {
            suggest();
            event.consume();
        }
    }

    private void suggest() {
        var found = suggestions.get();
        if (found.isEmpty()) {
            return;
        }
        menu.getItems().setAll(found.stream().limit(SUGGESTIONS_MAX).map(this::entry).toList());
        input.requestFocus();
        menu.show(input, Side.BOTTOM, 0, 0);
    }

    private MenuItem entry(Suggestion suggestion) {
        var note = suggestion.note().isEmpty() ? "" : "   " + suggestion.note();
        var entry = new MenuItem(suggestion.value() + note);
        entry.setMnemonicParsing(false);
        entry.setOnAction(_ -> {
            input.setText(suggestion.value());
            input.end();
        });
        return entry;
    }
}
