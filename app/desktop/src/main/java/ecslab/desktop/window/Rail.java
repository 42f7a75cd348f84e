package ecslab.desktop.window;

import ecslab.desktop.window.Actions.Place;
import ecslab.stage.words.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The way to each page, at the left edge.
final class Rail extends VBox {

    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

    Rail(Words words, Actions actions) {
        getStyleClass().add("rail");
        var group = new ToggleGroup();
        for (var place : Place.values()) {
            var button = new ToggleButton("", new FontIcon(icon(place)));
            button.textProperty().bind(words.text(place.key()));
            Said.name(button, words.text(place.key()));
            button.getStyleClass().add("rail-button");
            button.setId("rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                actions.goTo(place);
            });
            buttons.put(place, button);
            getChildren().add(button);
        }
        offerRun(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /// Tab leads to the page that is shown; arrows lead on from there.
    private void move(KeyEvent event) {
        var by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        var shown = getChildren().stream().filter(Node::isVisible).toList();
        var at = shown.indexOf(event.getTarget());
        if (by != 0 && at >= 0) {
            shown.get(Math.clamp(at + by, 0, shown.size() - 1)).requestFocus();
            event.consume();
        }
    }

    void show(Place place) {
        buttons.forEach((known, button) -> button.setSelected(known == place));
    }

    /// @param offered whether there is a run other than the first light to go back to
    void offerRun(boolean offered) {
        var run = buttons.get(Place.RUN);
        if (run != null) {
            run.setVisible(offered);
            run.setManaged(offered);
        }
    }

    private static Ikon icon(Place place) {
        return switch (place) {
            case HOME -> Material2OutlinedAL.HOME;
            case RUN -> Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE;
            case LESSONS -> Material2OutlinedMZ.SCHOOL;
            case SCENARIOS -> Material2OutlinedMZ.MOVIE;
            case LIVE -> Material2OutlinedMZ.WIFI_TETHERING;
            case SETTINGS -> Material2OutlinedMZ.SETTINGS;
        };
    }
}
