package ecslab.learn.card;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.play.PlayerState;
import ecslab.stage.play.Frame;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A "show me" is on the screen: what it proves, and the way back to one's own run.
public final class ShownCard extends VBox implements BeatCard {

    private final Button back;

    /// The card of one explanation.
    ///
    /// @param text key of the explanation that is being proved
    public ShownCard(String text, Around around) {
        var words = around.say().words();
        getStyleClass().addAll("beat-card", "shown-card");
        back = Parts.button(words.around().text("learn.show.back"), around.leaveShow(), "accent");
        back.setId("lesson-leave-show");
        back.setGraphic(Parts.icon("back-icon"));
        getChildren()
                .setAll(
                        new Kicker("show", words.around()),
                        ProseView.of(words.text(text)),
                        Parts.prose(words.around().text("learn.show.safe"), "aside"),
                        back);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        around.leaveShow().run();
                        event.consume();
                    }
                });
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(PlayerState state) {}

    @Override
    public void show(Frame frame) {}

    @Override
    public boolean focus() {
        back.requestFocus();
        return true;
    }
}
