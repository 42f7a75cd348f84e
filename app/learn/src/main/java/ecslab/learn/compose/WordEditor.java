package ecslab.learn.compose;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// One of a few words, or none: each is a button that can be pressed and released again.
final class WordEditor implements FieldEditor {

    private final Field field;
    private final List<ToggleButton> buttons;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane node = new FlowPane();
    private Runnable edited = () -> {};

    WordEditor(Field field, List<String> words) {
        this.field = field;
        buttons = words.stream().map(this::button).toList();
        node.getStyleClass().add("word-editor");
        node.getChildren().setAll(buttons);
    }

    private ToggleButton button(String word) {
        var button = new ToggleButton(word);
        button.setId("field-" + field.name() + "-" + word);
        button.getStyleClass().addAll("mono", "small");
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setAccessibleText(field.name() + " " + word);
        button.setOnAction(_ -> edited.run());
        return button;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void read(Draft draft) {
        var value = draft.valueAt(field.pointer());
        buttons.forEach(button -> button.setSelected(button.getText().equals(value)));
    }

    @Override
    public void onEdit(Runnable listener) {
        edited = listener;
    }

    @Override
    public void write(Draft draft) {
        var word = chosen();
        if (field.kind() instanceof Field.Kind.Flag) {
            draft.putFlag(field.pointer(), word);
        } else {
            draft.putText(field.pointer(), word);
        }
    }

    @Override
    public void focus() {
        buttons.getFirst().requestFocus();
    }

    @Override
    public boolean isEmpty() {
        return chosen().isEmpty();
    }

    private String chosen() {
        return buttons.stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .findFirst()
                .orElse("");
    }
}
