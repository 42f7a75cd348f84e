package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.learn.compose.Composer;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Beside the picture: where any command can be written, by a form or as JSON, and is carried out
/// in the run that is shown.
final class Workbench extends BorderPane {

    private final Composer composer;

    /// @param leave puts it away
    Workbench(
            Words words,
            Selection selection,
            BiConsumer<Command, Consumer<Answer>> submit,
            Runnable leave) {
        composer = new Composer(words, selection, submit);
        setId("workbench");
        getStyleClass().add("workbench");
        var title = Said.label(words, "workbench.title", "workbench-title");
        var close = Said.icon(words, "workbench.close", Material2OutlinedAL.CLOSE, leave);
        var head = new HBox(title, Sheet.stretch(), close);
        head.getStyleClass().add("workbench-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var hint = Said.paragraph(words.text("workbench.hint"), "workbench-hint");
        var scroll = new ScrollPane(composer);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(new javafx.scene.layout.VBox(head, hint));
        setCenter(scroll);
        setMinWidth(0);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        leave.run();
                        event.consume();
                    }
                });
    }

    void show(Frame frame) {
        composer.show(frame);
    }

    /// Opens a half-filled command.
    void offer(String call, String with) {
        composer.offer(call, with);
    }

    /// What scrolls is in the scene only once its skin is there.
    void focus() {
        applyCss();
        composer.focus();
    }
}
