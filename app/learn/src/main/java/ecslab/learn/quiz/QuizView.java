package ecslab.learn.quiz;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.answer.Say;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Lesson;
import ecslab.lesson.play.Notice;
import ecslab.lesson.quiz.QuizItem;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Some questions, one after the other, each answered once; and what one knew at the end.
public final class QuizView extends BorderPane {

    private final Words words;
    private final List<Asked> items;
    private final Leads leads;
    private final Label counter;
    private final ProgressBar progress = new ProgressBar(0);
    private final VBox place = new VBox();
    private final Button next;
    private int at;
    private int right;

    /// A question, and the lesson that it belongs to.
    ///
    /// @param seed of the order in which its options are offered
    public record Asked(Lesson lesson, QuizItem item, LessonWords words, long seed) {}

    /// What a quiz tells.
    ///
    /// @param answered hears whether an item was known
    /// @param showMe hears what is to be proved, and of which question
    /// @param leave hears that somebody is through
    public record Leads(
            BiConsumer<Asked, Boolean> answered,
            BiConsumer<Asked, Notice> showMe,
            Runnable leave) {}

    public QuizView(Words words, List<Asked> items, Leads leads) {
        this.words = words;
        this.items = List.copyOf(items);
        this.leads = leads;
        getStyleClass().add("quiz-view");
        Parts.dress(this, QuizView.class, "quiz-view.css");
        Parts.dress(this, AnswerBoard.class, "cards.css");
        counter = Parts.label("aside", "counter");
        var head = new VBox(counter, progress);
        head.getStyleClass().add("quiz-head");
        place.getStyleClass().add("quiz-place");
        var scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("lesson-scroll");
        next = Parts.button(words.text("learn.quiz.next"), this::goOn, "accent", "next");
        next.setId("quiz-next");
        next.setGraphic(Parts.icon("next-icon"));
        var foot = Parts.row("quiz-foot", Parts.spring(), next);
        setTop(head);
        setCenter(scroll);
        setBottom(foot);
        addEventHandler(KeyEvent.KEY_PRESSED, QuizView::fireByEnter);
        showQuestion();
    }

    /// Puts the keyboard's focus where the learner goes on.
    public void focus() {
        if (!next.isDisabled()) {
            next.requestFocus();
        } else if (!place.getChildren().isEmpty()
                && place.getChildren().getFirst() instanceof QuizCard card) {
            card.focus();
        }
    }

    private void showQuestion() {
        if (at >= items.size()) {
            showEnd();
            return;
        }
        var asked = items.get(at);
        counter.textProperty()
                .bind(words.text("learn.quiz.of", "number", at + 1, "count", items.size()));
        progress.setProgress((double) at / items.size());
        var card =
                new QuizCard(
                        asked.item(),
                        asked.seed(),
                        new Say(asked.words(), notice -> leads.showMe().accept(asked, notice)));
        place.getChildren().setAll(card);
        next.setDisable(true);
        var isLast = at == items.size() - 1;
        next.textProperty().bind(words.text(isLast ? "learn.quiz.finish" : "learn.quiz.next"));
        card.answered().addListener(_ -> heard(asked, card));
        focus();
    }

    private void heard(Asked asked, QuizCard card) {
        right += card.isRight() ? 1 : 0;
        leads.answered().accept(asked, card.isRight());
        progress.setProgress((at + 1.0) / items.size());
        next.setDisable(false);
        next.requestFocus();
    }

    private void goOn() {
        if (at >= items.size()) {
            leads.leave().run();
        } else {
            at++;
            showQuestion();
        }
    }

    private void showEnd() {
        counter.textProperty().unbind();
        counter.setText("");
        var end = new VBox();
        end.getStyleClass().addAll("beat-card", "quiz-end");
        if (items.isEmpty()) {
            end.getChildren().setAll(Parts.prose(words.text("learn.quiz.empty"), "end-title"));
        } else {
            var result = words.text("learn.quiz.result", "right", right, "count", items.size());
            var missed = items.size() - right;
            var returns =
                    missed == 0
                            ? words.text("learn.quiz.allRight")
                            : words.text("learn.quiz.returns", "count", missed);
            end.getChildren()
                    .setAll(
                            Parts.icon("end-icon"),
                            Parts.prose(result, "end-title"),
                            Parts.prose(returns, "aside"));
        }
        place.getChildren().setAll(end);
        next.textProperty().bind(words.text("learn.quiz.leave"));
        next.setDisable(false);
        next.requestFocus();
    }

    private static void fireByEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            button.fire();
            event.consume();
        }
    }
}
