package ecslab.lesson;

import ecslab.ecs.command.Command;
import java.time.Duration;

/// Something that a learner does.
public sealed interface Act {

    /// A call of the API.
    ///
    /// @param after how long after the act before it; zero for at once
    record Call(Duration after, Command command) implements Act {}

    /// Opening a part of the window, such as the inspector's JSON.
    record Open(Focus.Part part) implements Act {}

    /// Copying what the window shows: `CLI` or `JSON`.
    record Copy(Focus.Part part) implements Act {}
}
