package ecslab.learn.card;

import ecslab.learn.part.Parts;
import ecslab.lesson.Beat;
import ecslab.stage.words.Words;
import javafx.scene.layout.HBox;

/// The small heading that says what kind of thing is asked.
final class Kicker extends HBox {

    Kicker(Beat.Kind kind, Words words) {
        this(kind.word(), words);
    }

    /// A heading of a kind of its own.
    ///
    /// @param kind the end of its text's key, and its style class
    Kicker(String kind, Words words) {
        getStyleClass().addAll("kicker", "kicker-" + kind);
        var text = Parts.word(words.text("learn.kind." + kind), "kicker-text");
        getChildren().setAll(Parts.icon("kicker-icon"), text);
    }
}
