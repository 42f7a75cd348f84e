package ecslab.desktop.window;

import ecslab.stage.words.Words;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Says what went wrong, over the picture, until the reader closes it. The newest stands on top.
final class NoticeBar extends VBox {

    private static final int NOTICES_MAX = 3;
    private static final Duration TOLD_FOR = Duration.seconds(8);

    private final Words words;

    NoticeBar(Words words) {
        this.words = words;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setId("notices");
    }

    /// Says what is so.
    void say(ObservableValue<String> what) {
        add(Material2OutlinedAL.INFO, new VBox(Said.paragraph(what, "notice-what")))
                .getStyleClass()
                .add("is-so");
    }

    /// Says what went well; it goes by itself.
    void tell(ObservableValue<String> what) {
        say(what);
        var told = getChildren().getFirst();
        var leaving = new PauseTransition(TOLD_FOR);
        leaving.setOnFinished(_ -> getChildren().remove(told));
        leaving.play();
    }

    /// Says what went wrong, and how to mend it.
    ///
    /// @param what in ECS's own words, or in the reader's language
    void say(ObservableValue<String> what, ObservableValue<String> remedy) {
        add(
                Material2OutlinedAL.ERROR_OUTLINE,
                new VBox(
                        Said.paragraph(what, "notice-what"),
                        Said.paragraph(remedy, "notice-remedy")));
    }

    void clear() {
        getChildren().clear();
    }

    private HBox add(Ikon icon, VBox says) {
        HBox.setHgrow(says, Priority.ALWAYS);
        var notice = new HBox(new FontIcon(icon), says);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.TOP_LEFT);
        var close =
                Said.icon(
                        words,
                        "notice.close",
                        Material2OutlinedAL.CLOSE,
                        () -> getChildren().remove(notice));
        notice.getChildren().add(close);
        getChildren().addFirst(notice);
        if (getChildren().size() > NOTICES_MAX) {
            getChildren().removeLast();
        }
        return notice;
    }
}
