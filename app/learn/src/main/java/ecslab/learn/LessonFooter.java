package ecslab.learn;

import ecslab.learn.part.Parts;
import ecslab.lesson.Beat;
import ecslab.lesson.play.Attempt;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Showing;
import ecslab.stage.words.Words;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Back, hint and next, and what is seldom needed: again, do it for me, earlier attempts.
final class LessonFooter extends VBox {

    private final Words words;
    private final Asking asking;
    private final Button back;
    private final Button hint;
    private final Button next;
    private final Button replay;
    private final Button skip;
    private final MenuButton attempts = new MenuButton();

    /// What the learner can ask for here.
    record Asking(
            Runnable back,
            Runnable hint,
            Runnable next,
            Runnable replay,
            Runnable skip,
            IntConsumer takeUp) {}

    LessonFooter(Words words, Asking asking) {
        this.words = words;
        this.asking = asking;
        getStyleClass().add("lesson-footer");
        back = Parts.button(words.text("learn.step.back"), asking.back(), "back");
        back.setId("lesson-back");
        back.setGraphic(Parts.icon("back-icon"));
        hint = Parts.button(words.text("learn.step.hint"), asking.hint(), "hint-button");
        hint.setId("lesson-hint");
        next = Parts.button(words.text("learn.step.next"), asking.next(), "accent", "next");
        next.setId("lesson-next");
        next.setGraphic(Parts.icon("next-icon"));
        next.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(next, Priority.ALWAYS);
        replay = Parts.button(words.text("learn.step.replay"), asking.replay(), "flat", "small");
        replay.setId("lesson-replay");
        replay.setGraphic(Parts.icon("replay-icon"));
        skip = Parts.button(words.text("learn.step.skip"), asking.skip(), "flat", "small");
        skip.setId("lesson-skip");
        skip.setGraphic(Parts.icon("skip-icon"));
        attempts.getStyleClass().addAll("flat", "small");
        attempts.setId("lesson-attempts");
        attempts.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        Parts.row("seldom", replay, skip, Parts.spring(), attempts),
                        Parts.row("often", back, hint, next));
    }

    void show(PlayerState state) {
        var isShow = !(state.showing() instanceof Showing.OwnRun);
        back.setDisable(isFirst(state) || isShow);
        next.setDisable(!state.canGoOn());
        next.textProperty().bind(words.text(nextKey(state)));
        var hasHints = state.hintsLeft() > 0 || !state.hints().isEmpty();
        Parts.present(hint, hasHints && state.beat() instanceof Beat.Do);
        hint.textProperty()
                .bind(
                        state.hintsLeft() > 0
                                ? words.text("learn.step.hints", "count", state.hintsLeft())
                                : words.text("learn.step.hint"));
        hint.setDisable(state.hintsLeft() == 0 || state.showing() instanceof Showing.Shown);
        replay.setDisable(isShow);
        skip.setDisable(state.canGoOn() || isShow);
        showAttempts(state);
    }

    Button next() {
        return next;
    }

    private static boolean isFirst(PlayerState state) {
        return state.place().step() == 0 && state.place().beat() == 0;
    }

    private static String nextKey(PlayerState state) {
        var isLastBeat = state.place().beat() == state.step().beats().size() - 1;
        var isLastStep = state.place().step() == state.steps().size() - 1;
        if (isLastBeat && isLastStep) {
            return "learn.step.finish";
        }
        return isLastBeat ? "learn.step.nextStep" : "learn.step.next";
    }

    private void showAttempts(PlayerState state) {
        Parts.present(attempts, !state.attempts().isEmpty());
        attempts.textProperty()
                .bind(words.text("learn.step.attempts", "count", state.attempts().size()));
        attempts.getItems().setAll(state.attempts().stream().map(this::item).toList());
    }

    private MenuItem item(Attempt attempt) {
        var item = new MenuItem();
        item.textProperty()
                .bind(
                        words.text(
                                "learn.step.attempt",
                                "number",
                                attempt.number(),
                                "step",
                                attempt.place().step() + 1));
        item.setOnAction(_ -> asking.takeUp().accept(attempt.number()));
        return item;
    }
}
