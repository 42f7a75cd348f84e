package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.function.ObjIntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A thing with its place in the order, and two buttons that move it.
final class OrderRow extends HBox {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Choice item;
    private final Label number = Parts.word("keycap", "number");
    private final FontIcon verdict = Parts.icon("verdict-icon");
    private final Button up;
    private final Button down;

    /// The row of one thing.
    ///
    /// @param shift hears by how many places the row is to move
    OrderRow(Choice item, Words words, ObjIntConsumer<OrderRow> shift) {
        this.item = item;
        getStyleClass().add("order-row");
        up = button(words, "up", () -> shift.accept(this, -1));
        down = button(words, "down", () -> shift.accept(this, 1));
        Parts.present(verdict, false);
        getChildren().setAll(number, Parts.prose(item.text(), "item"), verdict, up, down);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMousePressed(_ -> requestFocus());
    }

    private static Button button(Words words, String where, Runnable action) {
        var button = Parts.iconButton(words.text("learn.answer." + where), action, where + "-icon");
        button.setFocusTraversable(false);
        return button;
    }

    String key() {
        return item.key();
    }

    boolean holdsFocus() {
        return isFocused() || up.isFocused() || down.isFocused();
    }

    void setNumber(int place, int last) {
        number.setText(String.valueOf(place));
        setAccessibleText(place + ". " + item.text().getValue());
        up.setDisable(place == 1);
        down.setDisable(place == last);
    }

    void setLocked(boolean locked) {
        Parts.present(up, !locked);
        Parts.present(down, !locked);
        setDisable(locked);
    }

    void mark(boolean isRight) {
        unmark();
        pseudoClassStateChanged(RIGHT, isRight);
        pseudoClassStateChanged(WRONG, !isRight);
        verdict.getStyleClass().add(isRight ? "right" : "wrong");
        Parts.present(verdict, true);
    }

    void unmark() {
        pseudoClassStateChanged(RIGHT, false);
        pseudoClassStateChanged(WRONG, false);
        verdict.getStyleClass().removeAll("right", "wrong");
        Parts.present(verdict, false);
    }
}
