package ecslab.desktop.window;

import ecslab.stage.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last lines that a container wrote, and how to get into it.
final class LogSheet extends VBox {

    private static final int ROWS = 16;

    LogSheet(Words words, String log, String shell) {
        getStyleClass().add("live-log");
        var text = new TextArea(log);
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mono");
        text.setId("live-log-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        Label says = Said.paragraph(words.text("live.shell"), "page-says");
        var command = new TextField(shell);
        command.setEditable(false);
        command.getStyleClass().add("mono");
        command.setId("live-shell");
        getChildren().addAll(text, says, command);
    }
}
