package ecslab.desktop.window;

import ecslab.desktop.Version;
import ecslab.stage.words.Words;
import java.util.List;
import javafx.scene.layout.VBox;

/// What the program is, and what it makes simpler than AWS.
final class AboutSheet extends VBox {

    /// @param simplified text keys
    AboutSheet(Words words, List<String> simplified) {
        getStyleClass().add("about");
        getChildren()
                .addAll(
                        Said.label(
                                words.text("about.version", "version", Version.NOW),
                                "about-version"),
                        Said.paragraph(words.text("about.says")),
                        Said.paragraph(words.text("about.notAws")),
                        Said.paragraph(words.text("about.licences")));
        if (!simplified.isEmpty()) {
            getChildren().add(Said.label(words, "about.simplified", "about-head"));
            simplified.forEach(key ->
                    getChildren()
                            .add(
                                    Said.paragraph(
                                            words.texts().map(texts -> "•  " + texts.of(key)))));
        }
    }
}
