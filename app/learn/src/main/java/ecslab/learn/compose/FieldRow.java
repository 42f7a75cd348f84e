package ecslab.learn.compose;

import ecslab.learn.compose.Known.Suggestion;
import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/// A field of the form: AWS's name for it, what it means, and its control.
final class FieldRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Field field;
    private final FieldEditor editor;

    /// The row of one field.
    ///
    /// @param known what there is when somebody asks for suggestions
    FieldRow(Field field, Words words, Supplier<Known> known) {
        this.field = field;
        editor = editor(field, words, known);
        getStyleClass().add("field-row");
        var name = Parts.word("mono", "field-name");
        name.setText(field.name());
        name.setLabelFor(editor.node());
        var head = Parts.row("head", name);
        if (field.rank() == Field.Rank.REQUIRED) {
            head.getChildren().add(Parts.word(words.text("learn.compose.required"), "required"));
        }
        var help = Parts.prose(words.text(field.help()), "aside");
        getChildren().setAll(head, help, editor.node());
    }

    Field field() {
        return field;
    }

    FieldEditor editor() {
        return editor;
    }

    void setWrong(boolean isWrong) {
        pseudoClassStateChanged(WRONG, isWrong);
    }

    private static FieldEditor editor(Field field, Words words, Supplier<Known> known) {
        return switch (field.kind()) {
            case Field.Kind.Text(var suggestions) ->
                    new TypedEditor(field, words, at(known, suggestions));
            case Field.Kind.Whole(var values) -> new TypedEditor(field, words, () -> plain(values));
            case Field.Kind.Document() -> new TypedEditor(field, words, List::of);
            case Field.Kind.OneOf(var choices) -> new WordEditor(field, choices);
            case Field.Kind.Flag() -> new WordEditor(field, List.of("true", "false"));
            case Field.Kind.SomeOf(var offered) -> new TickEditor(field, at(known, offered));
        };
    }

    private static Supplier<List<Suggestion>> at(
            Supplier<Known> known, Function<Known, List<Suggestion>> found) {
        return () -> found.apply(known.get());
    }

    private static List<Suggestion> plain(List<String> values) {
        return values.stream().map(value -> new Suggestion(value, "")).toList();
    }
}
