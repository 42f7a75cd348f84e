package ecslab.stage.play;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import java.util.function.Consumer;

/// What can be asked of the thread that owns a run.
sealed interface Wish {

    record Play() implements Wish {}

    record Pause() implements Wish {}

    record Speed(double speed) implements Wish {}

    record Seek(SimInstant to) implements Wish {}

    record HoldAt(SimInstant limit) implements Wish {}

    record Step(int direction) implements Wish {}

    record Submit(Command command, Consumer<Answer> answered) implements Wish {}

    record Undo() implements Wish {}

    record SwitchTo(String branch) implements Wish {}

    record Close() implements Wish {}
}
