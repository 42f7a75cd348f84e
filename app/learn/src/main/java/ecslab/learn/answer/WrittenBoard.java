package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import ecslab.lesson.Answer;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A value that the learner writes; Enter commits.
public final class WrittenBoard extends VBox implements AnswerBoard {

    private static final int COLUMNS = 10;

    private final Say say;
    private final TextField field = new TextField();
    private final HBox verdict = Parts.row("verdict");
    private Runnable changed = () -> {};
    private Runnable commit = () -> {};

    public WrittenBoard(Say say) {
        this.say = say;
        getStyleClass().add("written-board");
        field.setPrefColumnCount(COLUMNS);
        field.setMaxWidth(USE_PREF_SIZE);
        field.promptTextProperty().bind(say.words().around().text("learn.answer.write"));
        field.accessibleTextProperty().bind(say.words().around().text("learn.answer.write"));
        field.textProperty().addListener(_ -> changed.run());
        field.setOnAction(_ -> commit.run());
        Parts.present(verdict, false);
        getChildren().setAll(field, verdict);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public Optional<Answer> answer() {
        var value = field.getText().strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(new Answer.Written(value));
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public void onCommit(Runnable listener) {
        commit = listener;
    }

    @Override
    public void focus() {
        field.requestFocus();
    }

    @Override
    public void show(Judgement judgement) {
        field.setDisable(!judgement.isChangeable());
        verdict.getChildren().clear();
        getChildren().removeIf(NoticeBox.class::isInstance);
        switch (judgement) {
            case Judgement.Open(), Judgement.Skipped() -> {}
            case Judgement.Locked(var given) -> write(given);
            case Judgement.Known known -> mark(known);
        }
        Parts.present(verdict, !verdict.getChildren().isEmpty());
    }

    private void mark(Judgement.Known known) {
        write(known.given());
        var around = say.words().around();
        var words =
                known.isRight()
                        ? Parts.prose(around.text("learn.answer.right"), "verdict-words")
                        : Parts.prose(
                                around.text("learn.answer.was", "value", valueOf(known.outcome())),
                                "verdict-words");
        var icon = Parts.icon("verdict-icon", known.isRight() ? "right" : "wrong");
        verdict.getChildren().setAll(icon, words);
        known.notices().forEach(notice -> getChildren().add(new NoticeBox(notice, say)));
    }

    private void write(Answer answer) {
        field.setText(valueOf(answer));
    }

    private static String valueOf(Answer answer) {
        return switch (answer) {
            case Answer.Written(var value) -> value;
            case Answer.Chosen(var keys) -> String.join(", ", keys);
            case Answer.Ordered(var keys) -> String.join(", ", keys);
            case Answer.Paired _ -> "";
        };
    }
}
