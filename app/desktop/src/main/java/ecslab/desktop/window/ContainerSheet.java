package ecslab.desktop.window;

import ecslab.stage.words.Words;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Inside a task's containers: the end of each log, which is followed, a command that is run in it,
/// and how to get in with a terminal.
final class ContainerSheet extends VBox {

    private static final int ROWS = 9;
    private static final int ANSWER_ROWS = 3;
    private static final Duration FOLLOW = Duration.seconds(1);

    private final Words words;
    private final Inside inside;
    private final Executor background;
    private final Executor fx;
    private final ComboBox<String> container = new ComboBox<>();
    private final TextArea log = area("live-log-text", ROWS);
    private final TextArea answer = area("live-answer", ANSWER_ROWS);
    private final TextField command = new TextField();
    private final TextField shell = new TextField();
    private final Timeline following = new Timeline(new KeyFrame(FOLLOW, _ -> read()));

    /// What can be asked of a task's containers; none of it on the FX thread.
    interface Inside {

        String log(String container);

        String run(String container, String command);

        String shell(String container);
    }

    ContainerSheet(
            Words words, List<String> containers, Inside inside, Executor background, Executor fx) {
        this.words = words;
        this.inside = inside;
        this.background = background;
        this.fx = fx;
        getStyleClass().add("live-log");
        container.getItems().setAll(containers);
        container.setValue(containers.getFirst());
        container.setId("live-container");
        container.setOnAction(_ -> read());
        command.promptTextProperty().bind(words.text("live.command.prompt"));
        command.setId("live-command");
        command.getStyleClass().add("mono");
        command.setOnAction(_ -> run());
        shell.setEditable(false);
        shell.getStyleClass().add("mono");
        shell.setId("live-shell");
        var run = Said.button(words, "live.command.run", Material2OutlinedMZ.PLAY_ARROW, this::run);
        run.setId("live-command-run");
        var copy = Said.button(words, "live.copy", Material2OutlinedAL.CONTENT_COPY, this::copy);
        answer.setVisible(false);
        answer.setManaged(false);
        getChildren()
                .addAll(
                        container,
                        log,
                        Said.paragraph(words.text("live.command"), "page-says"),
                        line(command, run),
                        answer,
                        Said.paragraph(words.text("live.shell"), "page-says"),
                        line(shell, copy));
        following.setCycleCount(Timeline.INDEFINITE);
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        following.stop();
                    } else {
                        following.play();
                    }
                });
        read();
    }

    private static TextArea area(String id, int rows) {
        var area = new TextArea();
        area.setEditable(false);
        area.setPrefRowCount(rows);
        area.getStyleClass().add("mono");
        area.setId(id);
        return area;
    }

    private static HBox line(TextField field, javafx.scene.Node button) {
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(field, button);
        line.getStyleClass().add("first-light-line");
        return line;
    }

    private void read() {
        var name = container.getValue();
        ask(() -> inside.log(name), this::showLog);
        ask(() -> inside.shell(name), shell::setText);
    }

    /// Who has scrolled up goes on reading there.
    private void showLog(String next) {
        if (!next.equals(log.getText())) {
            var isAtEnd = log.getCaretPosition() >= log.getLength();
            var place = log.getScrollTop();
            log.setText(next);
            if (isAtEnd) {
                log.positionCaret(next.length());
            } else {
                log.setScrollTop(place);
            }
        }
    }

    private void run() {
        var name = container.getValue();
        var text = command.getText().strip();
        if (!text.isEmpty()) {
            ask(
                    () -> inside.run(name, text),
                    said -> {
                        answer.setVisible(true);
                        answer.setManaged(true);
                        answer.setText(said.isBlank() ? words.now("live.command.silent") : said);
                    });
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(shell.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void ask(java.util.function.Supplier<String> what, Consumer<String> heard) {
        background.execute(() -> {
            var said = what.get();
            fx.execute(() -> heard.accept(said));
        });
    }
}
