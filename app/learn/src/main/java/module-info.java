import org.jspecify.annotations.NullMarked;

/// What a learner reads and answers: the lesson beside the picture, the form that a command is made
/// with, quiz, lab, glossary and the list of lessons.
///
/// Nothing here decides what is right. A view is given the state of a [ecslab.lesson.play.Player]
/// and shows exactly that; what the learner does goes to the player, or as a command to the run.
@NullMarked
module ecslab.learn {
    requires static org.jspecify;
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires org.commonmark;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires transitive ecslab.ecs;
    requires transitive ecslab.lesson;
    requires transitive ecslab.stage;
    requires transitive ecslab.wire;
    requires transitive javafx.controls;

    exports ecslab.learn;
    exports ecslab.learn.answer;
    exports ecslab.learn.compose;
    exports ecslab.learn.home;
    exports ecslab.learn.map;
    exports ecslab.learn.prose;
    exports ecslab.learn.quiz;
}
