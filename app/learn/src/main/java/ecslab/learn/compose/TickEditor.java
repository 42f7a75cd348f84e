package ecslab.learn.compose;

import ecslab.learn.compose.Known.Suggestion;
import ecslab.learn.part.Parts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Some of what there is, as a list. Values that the draft holds and nobody offers are offered too.
final class TickEditor implements FieldEditor {

    private final Field field;
    private final Supplier<List<Suggestion>> offered;
    private final SequencedMap<String, CheckBox> boxes = new LinkedHashMap<>();
    private final VBox node = new VBox();
    private Runnable edited = () -> {};

    TickEditor(Field field, Supplier<List<Suggestion>> offered) {
        this.field = field;
        this.offered = offered;
        node.getStyleClass().add("tick-editor");
        offer(List.of());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void read(Draft draft) {
        var values = draft.listAt(field.pointer());
        offer(values);
        boxes.forEach((value, box) -> box.setSelected(values.contains(value)));
    }

    @Override
    public void onEdit(Runnable listener) {
        edited = listener;
    }

    @Override
    public void write(Draft draft) {
        draft.putList(field.pointer(), chosen());
    }

    @Override
    public void focus() {
        if (!boxes.isEmpty()) {
            boxes.firstEntry().getValue().requestFocus();
        }
    }

    @Override
    public boolean isEmpty() {
        return chosen().isEmpty();
    }

    private List<String> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(entry -> entry.getKey())
                .toList();
    }

    private void offer(List<String> held) {
        var found = offered.get();
        var known = found.stream().map(Suggestion::value).toList();
        var more = held.stream().filter(value -> !known.contains(value));
        var all =
                Stream.concat(found.stream(), more.map(value -> new Suggestion(value, "")))
                        .toList();
        if (List.copyOf(boxes.keySet()).equals(all.stream().map(Suggestion::value).toList())) {
            return;
        }
        boxes.clear();
        var rows = new ArrayList<Node>();
        for (var suggestion : all) {
            var box = box(suggestion);
            boxes.put(suggestion.value(), box);
            var note = Parts.label("aside");
            note.setText(suggestion.note());
            rows.add(Parts.row("tick", box, note));
        }
        node.getChildren().setAll(rows);
    }

    private CheckBox box(Suggestion suggestion) {
        var box = new CheckBox(suggestion.value());
        box.setId("field-" + field.name() + "-" + suggestion.value());
        box.getStyleClass().add("mono");
        box.setMnemonicParsing(false);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(field.name() + " " + suggestion.value() + " " + suggestion.note());
        box.setOnAction(_ -> edited.run());
        return box;
    }
}
