package ecslab.desktop.window;

import ecslab.stage.words.Words;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What Secrets Manager and Parameter Store would hold: values by the `valueFrom` that task
/// definitions write. A value is never shown again.
final class SecretsSheet extends VBox {

    private final Words words;
    private final Map<String, String> secrets;
    private final VBox known = new VBox();
    private final TextField name = new TextField();
    private final PasswordField value = new PasswordField();

    /// @param secrets by `valueFrom`; changed here
    SecretsSheet(Words words, Map<String, String> secrets) {
        this.words = words;
        this.secrets = secrets;
        getStyleClass().add("live-log");
        known.getStyleClass().add("live-promises");
        known.setId("live-secrets");
        name.setId("live-secret-name");
        name.promptTextProperty().bind(words.text("live.secret.name"));
        value.setId("live-secret-value");
        value.promptTextProperty().bind(words.text("live.secret.value"));
        value.setOnAction(_ -> keep());
        HBox.setHgrow(name, Priority.ALWAYS);
        var keep = Said.button(words, "live.secret.keep", Material2OutlinedAL.ADD, this::keep);
        keep.setId("live-secret-keep");
        var line = new HBox(name, value, keep);
        line.getStyleClass().add("first-light-line");
        getChildren()
                .addAll(Said.paragraph(words.text("live.secrets.says"), "page-says"), line, known);
        show();
    }

    private void keep() {
        var written = name.getText().strip();
        if (!written.isEmpty() && !value.getText().isEmpty()) {
            secrets.put(written, value.getText());
            name.clear();
            value.clear();
            name.requestFocus();
            show();
        }
    }

    private void show() {
        known.getChildren().clear();
        for (var one : secrets.keySet()) {
            var label = new Label(one);
            label.getStyleClass().add("scenario-card-file");
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            var forget =
                    Said.icon(
                            words,
                            "live.secret.forget",
                            Material2OutlinedAL.DELETE_OUTLINE,
                            () -> {
                                secrets.remove(one);
                                show();
                            });
            var row = new HBox(label, forget);
            row.getStyleClass().add("first-light-line");
            known.getChildren().add(row);
        }
    }
}
