package ecslab.learn.card;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.learn.answer.Say;
import ecslab.learn.compose.Composer;
import ecslab.lesson.play.PlayerState;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// What stands in the lesson panel for a beat.
public sealed interface BeatCard permits AskCard, DoCard, TellCard, ShownCard {

    Region node();

    /// Follows the player: standing, hints, what is said.
    void show(PlayerState state);

    /// Follows the run.
    void show(Frame frame);

    /// Puts the keyboard's focus where the learner begins.
    ///
    /// @return false if there is nothing to do here
    boolean focus();

    /// What cards ask of what is around them.
    ///
    /// @param goals the list of what is to be reached, which stands between a task and its tools
    /// @param openTerm hears which word of the glossary is asked about
    /// @param commit hears an answer
    /// @param leaveShow ends a "show me"
    /// @param live how an act is done with real containers
    record Around(
            Say say,
            Selection selection,
            Region goals,
            Consumer<String> openTerm,
            Consumer<ecslab.lesson.Answer> commit,
            Runnable leaveShow,
            LiveWay live,
            BiConsumer<Command, Consumer<Answer>> submit) {

        Composer composer() {
            return new Composer(say.words().around(), selection, submit);
        }
    }
}
