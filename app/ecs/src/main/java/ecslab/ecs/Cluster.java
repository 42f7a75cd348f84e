package ecslab.ecs;

import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import java.util.function.Consumer;

/// The doorway to a cluster, simulated or real: commands go in, answers come back, events come out.
///
/// One thread owns a cluster; whoever else wants something puts it into that thread's inbox.
public interface Cluster {

    /// Carries a command out at the cluster's present moment.
    ///
    /// @return the action's own response, or the error, which is reported as an event as well
    Answer submit(Command command);

    /// Hears every event from now on, in order. Listeners never submit.
    void listen(Consumer<Event> listener);
}
