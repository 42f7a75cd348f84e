package ecslab.learn.card;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
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

    /// The way back.
    ///
    /// @param name key of what it is called
    /// @param line key of what is said of it
    public record Back(String name, String line, Runnable leave) {}

    /// The card of one explanation.
    ///
    /// @param text key of the explanation that is being proved
    public ShownCard(String text, LessonWords words, Back back) {
        getStyleClass().addAll("beat-card", "shown-card");
        this.back = Parts.button(words.around().text(back.name()), back.leave(), "accent");
        this.back.setId("lesson-leave-show");
        this.back.setGraphic(Parts.icon("back-icon"));
        getChildren()
                .setAll(
                        new Kicker("show", words.around()),
                        ProseView.of(words.text(text)),
                        Parts.prose(words.around().text(back.line()), "aside"),
                        this.back);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        back.leave().run();
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
