package ecslab.learn.card;

import ecslab.learn.part.Parts;
import ecslab.lesson.play.PlayerState;
import ecslab.stage.words.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Beneath an act that can be done with real containers: the offer. Without Docker it is one quiet
/// line.
final class LiveOffer extends VBox {

    LiveOffer(Words words, LiveWay way) {
        setId("lesson-live");
        getStyleClass().add("live-offer");
        var says =
                Parts.prose(
                        words.text(way.isThere() ? "learn.live.offer" : "learn.live.hint"),
                        "live-says");
        var begin = begin(words, way);
        Parts.present(begin, way.isThere());
        var line = new HBox(Parts.icon("live-icon"), says);
        line.getStyleClass().add("live-line");
        getChildren().setAll(line, begin);
    }

    private static Button begin(Words words, LiveWay way) {
        var begin = Parts.button(words.text("learn.live.begin"), way.begin(), "small");
        begin.setId("lesson-live-begin");
        return begin;
    }

    void show(PlayerState state) {
        Parts.present(this, state.canGoLive());
    }
}
