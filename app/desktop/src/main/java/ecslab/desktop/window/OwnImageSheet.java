package ecslab.desktop.window;

import ecslab.ecs.model.Image;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A short form that runs an image of the learner's own: everything that a task definition must
/// say, and no JSON.
final class OwnImageSheet extends VBox {

    private final Words words;
    private final ComboBox<String> image = new ComboBox<>();
    private final TextField command = new TextField();
    private final TextField port = new TextField();
    private final TextField memory = new TextField("128");
    private final Label wrong = new Label();
    private final Consumer<Wanted> run;

    /// What is to be run.
    ///
    /// @param command words for the image's own program; none for what the image says
    /// @param port of the container that is published; 0 for none
    record Wanted(String image, List<String> command, int port, int memoryMib) {}

    OwnImageSheet(Words words, List<Image> images, Consumer<Wanted> run) {
        this.words = words;
        this.run = run;
        getStyleClass().add("live-log");
        image.setEditable(true);
        image.setId("live-image");
        image.setMaxWidth(Double.MAX_VALUE);
        image.getItems().setAll(images.stream().map(Image::uri).toList());
        if (!images.isEmpty()) {
            image.setValue(images.getFirst().uri());
        }
        command.setId("live-image-command");
        command.promptTextProperty().bind(words.text("live.image.command.prompt"));
        port.setId("live-image-port");
        port.promptTextProperty().bind(words.text("live.image.port.prompt"));
        memory.setId("live-image-memory");
        wrong.getStyleClass().add("form-wrong");
        wrong.setWrapText(true);
        wrong.setId("live-image-wrong");
        var rows = new GridPane();
        rows.getStyleClass().add("settings-rows");
        row(rows, "live.image.image", image);
        row(rows, "live.image.command", command);
        row(rows, "live.image.port", port);
        row(rows, "live.image.memory", memory);
        var start =
                Said.button(
                        words,
                        "live.image.run",
                        Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE,
                        this::start);
        start.setId("live-image-run");
        start.getStyleClass().add("accent");
        getChildren()
                .addAll(
                        Said.paragraph(words.text("live.image.says"), "page-says"),
                        rows,
                        wrong,
                        start,
                        Said.label(words, "live.image.shelf", "scenario-card-title"));
        images.forEach(one -> getChildren().add(shelf(one)));
    }

    private void row(GridPane rows, String key, javafx.scene.control.Control field) {
        var label = Said.label(words, key, "settings-label");
        label.setLabelFor(field);
        GridPane.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        rows.addRow(rows.getRowCount(), label, field);
    }

    private Label shelf(Image one) {
        return Said.paragraph(
                words.text(
                        "live.image.line",
                        "name",
                        one.uri(),
                        "size",
                        one.sizeMib(),
                        "layers",
                        one.layers(),
                        "digest",
                        one.digest()),
                "scenario-card-file");
    }

    private void start() {
        var name = image.getEditor().getText().strip();
        var portNumber = number(port.getText(), 0, 65_535);
        var mib = number(memory.getText(), 6, 1_000_000);
        if (name.isEmpty() || name.contains(" ")) {
            complain("live.image.wrong.image");
        } else if (portNumber < 0) {
            complain("live.image.wrong.port");
        } else if (mib < 0 || memory.getText().isBlank()) {
            complain("live.image.wrong.memory");
        } else {
            wrong.textProperty().unbind();
            wrong.setText("");
            var words = command.getText().strip();
            run.accept(
                    new Wanted(
                            name,
                            words.isEmpty() ? List.of() : List.of(words.split("\\s+")),
                            portNumber,
                            mib));
        }
    }

    private void complain(String key) {
        wrong.textProperty().bind(words.text(key));
    }

    /// The number that is written, 0 for nothing, below 0 for what is none or out of bounds.
    private static int number(String text, int min, int max) {
        var written = text.strip();
        if (written.isEmpty()) {
            return 0;
        }
        if (!written.matches("\\d{1,7}")) {
            return -1;
        }
        var number = Integer.parseInt(written);
        return number < min || number > max ? -1 : number;
    }
}
