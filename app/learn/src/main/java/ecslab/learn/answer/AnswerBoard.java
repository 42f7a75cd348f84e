package ecslab.learn.answer;

import ecslab.lesson.Answer;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Where an answer is made.
public sealed interface AnswerBoard permits ChoiceBoard, WrittenBoard, PairingBoard, OrderBoard {

    Region node();

    /// Empty until there is something to commit to.
    Optional<Answer> answer();

    /// Hears that the answer has changed.
    void onChange(Runnable listener);

    /// Hears that somebody asks to commit, by Enter.
    void onCommit(Runnable listener);

    /// Shows how the answer stands: fixed when committed, with what is right beside what was given
    /// when that is known.
    void show(Judgement judgement);

    /// Puts the keyboard's focus where the answer begins.
    void focus();
}
