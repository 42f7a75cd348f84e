package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A thing, and the button that says where it goes and opens the menu of places.
final class PairingRow extends VBox {

    private static final PseudoClass PLACED = PseudoClass.getPseudoClass("placed");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Choice item;
    private final List<Choice> places;
    private final Pairing pairing;
    private final Say say;
    private final Button button = new Button();
    private final FontIcon verdict = Parts.icon("verdict-icon");
    private final ContextMenu menu = new ContextMenu();
    private boolean isLocked;

    PairingRow(Choice item, List<Choice> places, Pairing pairing, Say say) {
        this.item = item;
        this.places = places;
        this.pairing = pairing;
        this.say = say;
        getStyleClass().add("pairing-row");
        var name = nameLabel();
        Parts.present(verdict, false);
        button.getStyleClass().add("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(Parts.icon("move-icon"));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> openMenu());
        button.focusedProperty()
                .addListener((_, _, is) -> {
                    if (is) {
                        pairing.pointed().set(Optional.of(item.key()));
                    }
                });
        HBox.setHgrow(button, Priority.ALWAYS);
        if (isNumbered()) {
            getChildren().setAll(Parts.row("line", name, button, verdict));
        } else {
            getChildren().setAll(Parts.row("line", name, verdict), button);
        }
        fillMenu();
    }

    private Label nameLabel() {
        if (isNumbered()) {
            return Parts.word(item.text(), "keycap", "number");
        }
        return Parts.prose(item.text(), "item");
    }

    /// A number leaves room for the button beside it.
    private boolean isNumbered() {
        return item.text().getValue().chars().allMatch(Character::isDigit);
    }

    String item() {
        return item.key();
    }

    boolean hasFocus() {
        return button.isFocused();
    }

    void focus() {
        button.requestFocus();
    }

    void setLocked(boolean locked) {
        isLocked = locked;
        button.setDisable(locked);
    }

    /// Puts the thing to the place with this digit, if there is one.
    void put(int digit) {
        if (digit <= places.size() && !isLocked) {
            pairing.put(item.key(), places.get(digit - 1).key());
        }
    }

    void openMenu() {
        if (!isLocked) {
            button.requestFocus();
            menu.show(button, Side.BOTTOM, 0, 0);
        }
    }

    /// Says where the thing is now.
    void refresh() {
        var place = pairing.placeOf(item.key());
        pseudoClassStateChanged(PLACED, place.isPresent());
        var text =
                places.stream()
                        .filter(one -> place.filter(one.key()::equals).isPresent())
                        .map(Choice::text)
                        .findFirst()
                        .orElseGet(() -> say.words().around().text("learn.answer.moveTo"));
        button.textProperty().bind(text);
        button.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> item.text().getValue() + ": " + text.getValue(),
                                item.text(),
                                text));
    }

    void mark(boolean isRight, Optional<NoticeBox> why) {
        unmark();
        pseudoClassStateChanged(RIGHT, isRight);
        pseudoClassStateChanged(WRONG, !isRight);
        verdict.getStyleClass().add(isRight ? "right" : "wrong");
        verdict.accessibleTextProperty()
                .bind(
                        say.words()
                                .around()
                                .text(isRight ? "learn.answer.right" : "learn.answer.wrong"));
        Parts.present(verdict, true);
        why.ifPresent(getChildren()::add);
    }

    void unmark() {
        pseudoClassStateChanged(RIGHT, false);
        pseudoClassStateChanged(WRONG, false);
        verdict.getStyleClass().removeAll("right", "wrong");
        Parts.present(verdict, false);
        getChildren().removeIf(NoticeBox.class::isInstance);
    }

    private void fillMenu() {
        for (var i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var digit = i + 1;
            var entry = new MenuItem();
            entry.setMnemonicParsing(false);
            entry.textProperty()
                    .bind(
                            place.text()
                                    .map(text ->
                                            digit <= Digits.COUNT
                                                    ? Digits.printed(digit) + "   " + text
                                                    : text));
            entry.setOnAction(_ -> pairing.put(item.key(), place.key()));
            menu.getItems().add(entry);
        }
    }
}
