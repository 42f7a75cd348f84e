package ecslab.desktop.window;

import ecslab.desktop.window.ScenarioShelf.Entry;
import ecslab.stage.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The scenarios at hand, and the way to any other.
final class ScenariosPage extends ScrollPane {

    private final Words words;
    private final Actions actions;
    private final VBox list = new VBox();

    ScenariosPage(Words words, Actions actions) {
        this.words = words;
        this.actions = actions;
        list.getStyleClass().add("scenario-list");
        var open =
                Said.button(
                        words,
                        "scenarios.open",
                        Material2OutlinedAL.FOLDER_OPEN,
                        actions::chooseAndOpen);
        open.setId("open-scenario");
        var content =
                new VBox(
                        Said.label(words, "scenarios.title", "page-title"),
                        Said.paragraph(words.text("scenarios.says"), "page-says"),
                        list,
                        open);
        content.getStyleClass().add("page");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }

    void show(List<Entry> entries) {
        list.getChildren().setAll(entries.stream().map(this::card).toList());
    }

    private HBox card(Entry entry) {
        var title = words.texts().map(_ -> Titles.of(words, entry));
        var file = new Label(entry.file().getFileName().toString());
        file.getStyleClass().add("scenario-card-file");
        var says =
                new VBox(
                        Said.label(title, "scenario-card-title"),
                        Said.paragraph(
                                words.texts().map(_ -> Titles.about(words, entry)),
                                "scenario-card-about"),
                        file);
        HBox.setHgrow(says, Priority.ALWAYS);
        var play =
                Said.button(
                        words,
                        "scenarios.play",
                        Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE,
                        () -> actions.open(entry.file()));
        play.setId("scenario-" + entry.name());
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.accessibleTextProperty().bind(title);
        var card = new HBox(says, play);
        card.getStyleClass().add("scenario-card");
        return card;
    }
}
