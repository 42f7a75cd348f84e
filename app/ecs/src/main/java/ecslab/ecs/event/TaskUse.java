package ecslab.ecs.event;

import ecslab.ecs.model.TaskId;

/// How busy one task was.
///
/// @param requests how many it answered
/// @param waiting how many waited for their turn at the stretch's end
public record TaskUse(
        TaskId task,
        int cpuPermille,
        int memoryMib,
        int memoryPermille,
        long requests,
        int waiting) {}
