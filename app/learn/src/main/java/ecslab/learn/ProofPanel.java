package ecslab.learn;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.card.ShownCard;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import javafx.scene.layout.VBox;

/// Stands beside the picture while it proves what a quiz says.
public final class ProofPanel extends VBox {

    private final ShownCard card;

    /// A panel for one explanation.
    ///
    /// @param text key of the explanation that is being proved
    /// @param leave goes back to the questions
    public ProofPanel(LessonWords words, String text, Runnable leave) {
        var back = new ShownCard.Back("learn.show.toQuiz", "learn.show.toQuiz.line", leave);
        card = new ShownCard(text, words, back);
        getStyleClass().addAll("lesson-panel", "proof-panel");
        Parts.dress(this, LessonPanel.class, "lesson-panel.css");
        Parts.dress(this, AnswerBoard.class, "cards.css");
        getChildren().setAll(card);
    }

    /// Puts the keyboard's focus on the way back.
    public void focus() {
        card.focus();
    }
}
