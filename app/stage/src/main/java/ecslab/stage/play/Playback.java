package ecslab.stage.play;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A run that plays. Every method returns at once: what is asked for is done by the thread that
/// owns the run, and is seen in a later [#frame()].
public interface Playback extends AutoCloseable {

    /// The speeds offered, in run seconds a second.
    List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

    /// The newest frame; never waits.
    Frame frame();

    void play();

    void pause();

    default void toggle() {
        if (frame().playing()) {
            pause();
        } else {
            play();
        }
    }

    /// Sets how fast the run plays.
    ///
    /// @param speed run seconds a second, above 0
    void setSpeed(double speed);

    /// Goes to a moment, back or on, playing or not. Beyond the run's end means the end.
    void seek(SimInstant instant);

    /// Lets the run go no further than `limit`, played, sought or stepped: what lies beyond is
    /// neither shown nor told until another limit is set. The run pauses when it gets there.
    void holdAt(SimInstant limit);

    /// Goes to the next or the previous event of interest, and pauses.
    ///
    /// @param direction 1 on, -1 back
    void step(int direction);

    /// Carries a command out at the present moment. In the past this makes a branch, named by its
    /// moment; the run as it was stays reachable by [#switchTo(String)].
    ///
    /// @param answered hears the answer
    void submit(Command command, Consumer<Answer> answered);

    /// Goes on from just before the learner's last command, on a branch where it never came.
    void undo();

    /// Shows another of the frame's `branches`, at the same moment as far as it has been computed.
    ///
    /// @param branch a branch's name; empty for the run as the scenario tells it
    void switchTo(String branch);

    /// What went wrong in the run itself, which is our mistake and has stopped it.
    Optional<RunFailure> failure();

    @Override
    void close();
}
