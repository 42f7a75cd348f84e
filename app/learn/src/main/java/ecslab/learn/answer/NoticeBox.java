package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.play.Notice;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Why something is not right, calmly, and a way to see it proved.
public final class NoticeBox extends HBox {

    public NoticeBox(Notice notice, Say say) {
        getStyleClass().add("notice-box");
        var text = ProseView.of(say.words().text(notice.say()));
        var body = new VBox(text);
        body.getStyleClass().add("body");
        HBox.setHgrow(body, Priority.ALWAYS);
        if (!notice.shows().isEmpty()) {
            var around = say.words().around();
            var show =
                    Parts.button(
                            around.text("learn.notice.showMe"),
                            () -> say.showMe().accept(notice),
                            "show-me",
                            "small");
            show.setGraphic(Parts.icon("show-icon"));
            body.getChildren().add(show);
        }
        getChildren().addAll(Parts.icon("notice-icon"), body);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(say.words().text(notice.say()));
    }
}
