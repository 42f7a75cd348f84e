package ecslab.learn.quiz;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.answer.Choice;
import ecslab.learn.answer.ChoiceBoard;
import ecslab.learn.answer.Judgement;
import ecslab.learn.answer.OrderBoard;
import ecslab.learn.answer.Pairing;
import ecslab.learn.answer.PairingBoard;
import ecslab.learn.answer.Say;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.play.QuizGrading;
import ecslab.lesson.quiz.QuizItem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One question of a quiz: it is answered once, and then says how it is.
final class QuizCard extends VBox {

    private final QuizItem item;
    private final Say say;
    private final AnswerBoard board;
    private final Button check;
    private final HBox action;
    private final Label standing = Parts.prose("standing-text");
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper(this, "answered");
    private boolean isRight;

    /// A question that waits for its answer.
    ///
    /// @param seed of the order in which the options are offered
    QuizCard(QuizItem item, long seed, Say say) {
        this.item = item;
        this.say = say;
        board = board(seed);
        var words = say.words();
        getStyleClass().addAll("beat-card", "ask-card", "quiz-card");
        check = Parts.button(words.around().text("learn.ask.check"), this::check, "accent");
        check.setId("quiz-check");
        var key = Parts.word("keycap");
        key.setText("Enter");
        action = Parts.row("action", check, key);
        var question = ProseView.of(words.text(item.ask()));
        question.getStyleClass().add("question");
        getChildren().setAll(tags(), question);
        if (item instanceof QuizItem.Multiple) {
            getChildren().add(Parts.prose(words.around().text("learn.quiz.several"), "aside"));
        }
        getChildren().addAll(board.node(), action, standing);
        Parts.present(standing, false);
        check.setDisable(board.answer().isEmpty());
        board.onChange(() -> check.setDisable(board.answer().isEmpty()));
        board.onCommit(this::check);
    }

    ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    boolean isRight() {
        return isRight;
    }

    void focus() {
        board.focus();
    }

    private HBox tags() {
        var row = Parts.row("tags");
        for (var exam : item.tags().exams()) {
            var chip = Parts.word("chip", "mono");
            chip.setText(exam);
            row.getChildren().add(chip);
        }
        return row;
    }

    private AnswerBoard board(long seed) {
        var offer = QuizGrading.offer(item, seed);
        return switch (item) {
            case QuizItem.Single _ ->
                    new ChoiceBoard(keys(offer.items()), ChoiceBoard.Form.ONE, say);
            case QuizItem.Multiple _ ->
                    new ChoiceBoard(keys(offer.items()), ChoiceBoard.Form.SOME, say);
            case QuizItem.Ordering _ -> new OrderBoard(keys(offer.items()), say);
            case QuizItem.Matching _ ->
                    new PairingBoard(
                            new Pairing(offer.items()),
                            keys(offer.items()),
                            keys(offer.places()),
                            PairingBoard.Form.PAIRED,
                            say);
        };
    }

    private List<Choice> keys(List<String> keys) {
        return Choice.ofKeys(keys, say.words());
    }

    private void check() {
        var given = board.answer();
        if (given.isEmpty() || answered.get()) {
            return;
        }
        var graded = QuizGrading.grade(item, given.get());
        isRight = graded.right();
        board.show(
                new Judgement.Known(
                        given.get(), graded.outcome(), isRight, graded.notices(), true));
        Parts.present(action, false);
        standing.textProperty().bind(around(isRight ? "learn.quiz.right" : "learn.quiz.wrong"));
        Parts.present(standing, true);
        answered.set(true);
    }

    private ObservableValue<String> around(String key) {
        return words().around().text(key);
    }

    private LessonWords words() {
        return say.words();
    }
}
