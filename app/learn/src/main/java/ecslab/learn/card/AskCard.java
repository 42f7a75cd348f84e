package ecslab.learn.card;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.answer.Judgement;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.Beat;
import ecslab.lesson.play.PlayerState;
import ecslab.stage.play.Frame;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question: what is asked, where the answer is made, and how it stands. What was committed to
/// stays, with the outcome beside it.
public final class AskCard extends VBox implements BeatCard {

    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final Around around;
    private final AnswerBoard board;
    private final boolean isPrediction;
    private final Button commit;
    private final HBox action;
    private final Label standing = Parts.prose("standing-text");
    private Judgement judgement = new Judgement.Open();

    public AskCard(Beat beat, AnswerBoard board, Around around) {
        this.around = around;
        this.board = board;
        isPrediction = beat instanceof Beat.Predict;
        var words = around.say().words();
        getStyleClass().addAll("beat-card", "ask-card", "kind-" + beat.kind().word());
        commit =
                Parts.button(
                        words.around().text(isPrediction ? "learn.ask.commit" : "learn.ask.check"),
                        this::commit,
                        "accent");
        commit.setId("lesson-commit");
        var key = Parts.word("keycap");
        key.setText("Enter");
        action = Parts.row("action", commit, key);
        var question = new ProseView(words.text(beat.say()), around.openTerm());
        question.getStyleClass().add("question");
        getChildren()
                .setAll(
                        new Kicker(beat.kind(), words.around()),
                        question,
                        board.node(),
                        action,
                        standing);
        board.onChange(this::settle);
        board.onCommit(this::commit);
        settle();
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(PlayerState state) {
        var next = Judgement.of(state);
        if (!next.equals(judgement)) {
            judgement = next;
            board.show(next);
        }
        settle();
    }

    @Override
    public void show(Frame frame) {}

    @Override
    public boolean focus() {
        if (judgement.isChangeable()) {
            board.focus();
        }
        return judgement.isChangeable();
    }

    private void commit() {
        if (judgement.isChangeable()) {
            board.answer().ifPresent(around.commit());
        }
    }

    private void settle() {
        var isOpen = judgement.isChangeable();
        pseudoClassStateChanged(LOCKED, !isOpen);
        Parts.present(action, isOpen);
        commit.setDisable(board.answer().isEmpty());
        standing.textProperty().unbind();
        var key = standingKey();
        Parts.present(standing, !key.isEmpty());
        if (!key.isEmpty()) {
            standing.textProperty().bind(around.say().words().around().text(key));
        }
    }

    private String standingKey() {
        return switch (judgement) {
            case Judgement.Open() -> "";
            case Judgement.Locked _ -> "learn.ask.locked";
            case Judgement.Skipped() -> "learn.ask.skipped";
            case Judgement.Known known when isPrediction ->
                    known.isRight() ? "learn.predict.right" : "learn.predict.wrong";
            case Judgement.Known known -> known.isRight() ? "learn.ask.right" : "learn.ask.again";
        };
    }
}
