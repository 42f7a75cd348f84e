package ecslab.learn;

import ecslab.learn.part.Parts;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Showing;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Stands above the lesson's buttons while an act is done with real containers: that it is real,
/// how far it is, and the way back to the simulation.
final class LiveStrip extends VBox {

    private final Words words;
    private final Label says = Parts.prose("live-says");
    private boolean isReal;
    private Showing showing = new Showing.OwnRun();

    LiveStrip(Words words, Runnable goBack) {
        this.words = words;
        setId("lesson-live-strip");
        getStyleClass().add("live-strip");
        var back = Parts.button(words.text("learn.live.back"), goBack, "small");
        back.setId("lesson-live-back");
        back.setGraphic(Parts.icon("back-icon"));
        var title = Parts.word(words.text("learn.live.real"), "live-title");
        getChildren()
                .setAll(Parts.row("live-line", Parts.icon("live-icon"), title, Parts.spring()));
        ((HBox) getChildren().getFirst()).getChildren().add(back);
        getChildren().add(says);
        show();
    }

    void show(PlayerState state) {
        if (!state.showing().equals(showing)) {
            showing = state.showing();
            show();
        }
    }

    /// The lesson's own run is on the screen until the live one has started.
    void show(Frame frame) {
        if (frame.header().isLive() != isReal) {
            isReal = frame.header().isLive();
            show();
        }
    }

    private void show() {
        Parts.present(this, showing instanceof Showing.Live);
        says.textProperty().bind(words.text(key()));
    }

    private String key() {
        var isDone = showing instanceof Showing.Live live && live.isDone();
        return isDone ? "learn.live.done" : isReal ? "learn.live.goesOn" : "learn.live.starting";
    }
}
