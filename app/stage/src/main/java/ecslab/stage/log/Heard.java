package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import java.util.List;

/// An event that can be a line of the log.
///
/// @param index where it stands among all events of the run
/// @param about which things it is about, the most telling one first
public record Heard(
        int index, Event event, TaskStep step, Interest interest, Topic topic, List<Ref> about) {}
