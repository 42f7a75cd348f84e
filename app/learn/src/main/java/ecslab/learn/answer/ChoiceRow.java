package ecslab.learn.answer;

import ecslab.learn.answer.ChoiceBoard.Form;
import ecslab.learn.part.Parts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An option: its text, the digit that chooses it, and, when the outcome is known, how it turned
/// out and why.
final class ChoiceRow extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Choice choice;
    private final int digit;
    private final Say say;
    private final ButtonBase button;
    private final BooleanProperty selected;
    private final Label keycap = Parts.word("keycap");
    private final HBox verdict = Parts.row("verdict");
    private boolean isLocked;

    /// The row of one option.
    ///
    /// @param digit that chooses it; 0 for none
    ChoiceRow(Choice choice, Form form, int digit, Say say) {
        this.choice = choice;
        this.digit = digit;
        this.say = say;
        if (form == Form.SOME) {
            var box = new CheckBox();
            selected = box.selectedProperty();
            button = box;
        } else {
            var radio = new RadioButton();
            selected = radio.selectedProperty();
            button = radio;
        }
        button.textProperty().bind(choice.text());
        button.setWrapText(true);
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        keycap.setText(String.valueOf(digit));
        Parts.present(keycap, digit > 0 && form != Form.VALUE);
        Parts.present(verdict, false);
        getStyleClass().add("choice-row");
        var line = Parts.row("line", button, keycap);
        getChildren().setAll(line, verdict);
        selected.addListener((_, _, is) -> pseudoClassStateChanged(CHOSEN, is));
        setOnMouseClicked(event -> {
            if (event.getTarget().equals(this) || event.getTarget().equals(line)) {
                toggle();
            }
        });
    }

    /// One of a group can be chosen; boxes to be ticked stand in none.
    void joinGroup(ToggleGroup group) {
        if (button instanceof RadioButton radio) {
            radio.setToggleGroup(group);
        }
    }

    Choice choice() {
        return choice;
    }

    int digit() {
        return digit;
    }

    BooleanProperty selected() {
        return selected;
    }

    boolean isLocked() {
        return isLocked;
    }

    boolean hasFocus() {
        return button.isFocused();
    }

    void focus() {
        button.requestFocus();
    }

    void toggle() {
        if (!isLocked) {
            selected.set(button instanceof RadioButton || !selected.get());
        }
    }

    void setLocked(boolean locked) {
        isLocked = locked;
        button.setDisable(locked);
        pseudoClassStateChanged(LOCKED, locked);
    }

    void clear() {
        mark(false, false, Optional.empty());
    }

    /// Shows how it turned out.
    ///
    /// @param isRight that it is right, and that this may be known
    /// @param isGiven that the learner chose it
    /// @param why the explanation, if the learner chose it and it is wrong
    void mark(boolean isRight, boolean isGiven, Optional<NoticeBox> why) {
        var isWrong = why.isPresent() || (isGiven && isLocked && !isRight);
        pseudoClassStateChanged(RIGHT, isRight);
        pseudoClassStateChanged(WRONG, isWrong);
        verdict.getChildren().clear();
        getChildren().removeIf(NoticeBox.class::isInstance);
        if (isRight) {
            say("right", isGiven ? "learn.answer.right" : "learn.answer.outcome");
        } else if (isWrong) {
            say("wrong", "learn.answer.wrong");
        }
        Parts.present(verdict, isRight || isWrong);
        why.ifPresent(getChildren()::add);
    }

    private void say(String how, String key) {
        var words = Parts.prose(say.words().around().text(key), "verdict-words");
        verdict.getChildren().setAll(Parts.icon("verdict-icon", how), words);
    }
}
