package ecslab.learn.compose;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// An action's fields, under AWS's names, in the order in which one thinks of them. Fields that are
/// seldom needed stand behind a button, unless they hold something.
final class ActionForm extends VBox {

    private final List<FieldRow> rows = new ArrayList<>();
    private final VBox rare = new VBox();
    private final ToggleButton more = new ToggleButton();
    private Draft draft = Draft.empty();
    private Runnable edited = () -> {};

    ActionForm(Action action, Words words, Supplier<Known> known) {
        getStyleClass().add("action-form");
        rare.getStyleClass().add("fields");
        var usual = new VBox();
        usual.getStyleClass().add("fields");
        fill(usual, action.fields().stream().filter(f -> !isRare(f)).toList(), words, known);
        var seldom = action.fields().stream().filter(ActionForm::isRare).toList();
        fill(rare, seldom, words, known);
        more.textProperty().bind(words.text("learn.compose.more", "count", seldom.size()));
        more.setGraphic(Parts.icon("more-icon"));
        more.getStyleClass().addAll("flat", "more");
        Parts.present(more, !seldom.isEmpty());
        rare.visibleProperty().bind(more.selectedProperty());
        rare.managedProperty().bind(more.selectedProperty());
        getChildren().setAll(usual, more, rare);
    }

    private void fill(VBox into, List<Field> fields, Words words, Supplier<Known> known) {
        var group = "";
        for (var field : fields) {
            if (!field.group().equals(group) && !field.group().isEmpty()) {
                var heading = Parts.prose("mono", "field-group");
                heading.setText(field.group());
                into.getChildren().add(heading);
            }
            group = field.group();
            var row = new FieldRow(field, words, known);
            row.editor().onEdit(() -> write(row));
            rows.add(row);
            into.getChildren().add(row);
        }
    }

    private static boolean isRare(Field field) {
        return field.rank() == Field.Rank.RARE;
    }

    /// Shows a draft, and writes into it what is edited from now on.
    void read(Draft next) {
        draft = next;
        rows.forEach(row -> row.editor().read(next));
        if (rows.stream().anyMatch(row -> isRare(row.field()) && !row.editor().isEmpty())) {
            more.setSelected(true);
        }
    }

    /// Hears that the draft has changed.
    void onEdit(Runnable listener) {
        edited = listener;
    }

    /// Puts the keyboard's focus into the first field that is still to be filled in.
    void focus() {
        rows.stream()
                .filter(row -> row.editor().isEmpty())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(row -> row.editor().focus());
    }

    /// Marks the fields that an error is about.
    ///
    /// @param pointers JSON Pointers; one to a part of a field, or to what fields stand in, counts
    void mark(List<String> pointers) {
        for (var row : rows) {
            var own = row.field().pointer();
            row.setWrong(pointers.stream().anyMatch(one -> one.equals(own) || isWithin(one, own)));
        }
        rows.stream()
                .filter(row -> pointers.contains(row.field().pointer()))
                .findFirst()
                .ifPresent(row -> {
                    if (isRare(row.field())) {
                        more.setSelected(true);
                    }
                    row.editor().focus();
                });
    }

    private static boolean isWithin(String pointer, String field) {
        return pointer.startsWith(field + "/");
    }

    private void write(FieldRow row) {
        row.editor().write(draft);
        row.setWrong(false);
        edited.run();
    }
}
