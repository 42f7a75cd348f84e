package ecslab.ecs.scenario;

import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;

/// A command and its moment.
public record TimedCommand(SimInstant at, Command command) {}
