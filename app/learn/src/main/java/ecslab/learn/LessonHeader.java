package ecslab.learn;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.Prose;
import ecslab.lesson.Lesson;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.StepProgress;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where one is: lessons › this lesson, a row of its steps, and the step's title.
final class LessonHeader extends VBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final LessonWords words;
    private final IntConsumer goTo;
    private final Label counter = Parts.prose("aside", "counter");
    private final Label title = Parts.prose("title");
    private final HBox ticks = Parts.row("ticks");
    private int steps = -1;

    /// The header of one lesson.
    ///
    /// @param goTo hears which step somebody wants to look at again
    LessonHeader(LessonWords words, Lesson lesson, Runnable home, IntConsumer goTo) {
        this.words = words;
        this.goTo = goTo;
        getStyleClass().add("lesson-header");
        var lessons = new Hyperlink();
        lessons.setId("lesson-home");
        lessons.textProperty().bind(words.around().text("learn.home.title"));
        lessons.setMinWidth(USE_PREF_SIZE);
        lessons.setOnAction(_ -> home.run());
        var here = Parts.label("here");
        here.textProperty().bind(words.text(Lesson.TITLE).map(t -> lesson.id() + " " + plain(t)));
        HBox.setHgrow(here, Priority.ALWAYS);
        var crumbs = Parts.row("crumbs", lessons, Parts.icon("crumb-icon"), here);
        title.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(crumbs, ticks, counter, title);
    }

    void show(PlayerState state) {
        if (state.steps().size() != steps) {
            steps = state.steps().size();
            ticks.getChildren().clear();
            for (var i = 0; i < steps; i++) {
                ticks.getChildren().add(tick(i));
            }
        }
        for (var i = 0; i < steps; i++) {
            mark((Button) ticks.getChildren().get(i), state.steps().get(i), i == at(state));
        }
        counter.textProperty()
                .bind(words.around().text("learn.step.of", "step", at(state) + 1, "steps", steps));
        Parts.present(counter, steps > 1);
        Parts.present(ticks, steps > 1);
        title.textProperty().bind(words.text(state.step().key()).map(LessonHeader::plain));
    }

    private static int at(PlayerState state) {
        return state.place().step();
    }

    private Button tick(int index) {
        var tick = new Button();
        tick.getStyleClass().setAll("tick");
        tick.setId("lesson-step-" + (index + 1));
        tick.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tick, Priority.ALWAYS);
        tick.setOnAction(_ -> goTo.accept(index));
        Parts.explain(
                tick, words.around().text("learn.step.of", "step", index + 1, "steps", steps));
        return tick;
    }

    private static void mark(Button tick, StepProgress progress, boolean isHere) {
        tick.getStyleClass()
                .setAll(List.of("tick", "tick-" + progress.name().toLowerCase(Locale.ROOT)));
        tick.pseudoClassStateChanged(HERE, isHere);
        tick.setDisable(progress == StepProgress.AHEAD);
    }

    private static String plain(String markdown) {
        return Prose.read(markdown).plain();
    }
}
