package ecslab.lesson.play;

import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// A way that the learner left by going back and acting otherwise. Nothing of it is lost.
///
/// @param number counts from 1
/// @param place where the learner was
/// @param commands all of the learner's commands
/// @param at where the run stood
public record Attempt(int number, Place place, List<TimedCommand> commands, SimInstant at) {}
