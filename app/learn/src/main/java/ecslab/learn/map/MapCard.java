package ecslab.learn.map;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A place of the map: its name and what it does; as a blank, a number until it is named.
final class MapCard extends Button {

    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private final MapPlace place;
    private final Words words;
    private final Label number = Parts.word("keycap", "number");
    private final Label name = Parts.prose("map-name");
    private final Label line = Parts.prose("aside");
    private final VBox text = new VBox(name, line);

    MapCard(MapPlace place, Words words) {
        this.place = place;
        this.words = words;
        getStyleClass().addAll("map-card", "place-" + place.word());
        text.getStyleClass().add("map-text");
        var head = Parts.row("map-head", Parts.icon("map-icon"), number);
        var body = new VBox(head, text);
        body.getStyleClass().add("map-body");
        setGraphic(body);
        setFocusTraversable(false);
        showOwnName();
    }

    MapPlace place() {
        return place;
    }

    /// Shows what the place is.
    void showOwnName() {
        Parts.present(number, false);
        bind(words.text("learn.map." + place.word()));
        line.textProperty().bind(words.text("learn.map." + place.word() + ".line"));
        Parts.present(line, true);
        pseudoClassStateChanged(BLANK, false);
        pseudoClassStateChanged(NAMED, true);
    }

    /// Shows a number instead, until somebody has named it.
    void showBlank(int digit, ObservableValue<String> given, boolean isNamed) {
        number.setText(String.valueOf(digit));
        Parts.present(number, true);
        bind(given);
        Parts.present(line, false);
        pseudoClassStateChanged(BLANK, !isNamed);
        pseudoClassStateChanged(NAMED, isNamed);
    }

    void setPointed(boolean isPointed, boolean isOtherPointed) {
        pseudoClassStateChanged(POINTED, isPointed);
        pseudoClassStateChanged(DIMMED, isOtherPointed);
    }

    private void bind(ObservableValue<String> said) {
        name.textProperty().bind(said);
        accessibleTextProperty().bind(said);
    }
}
