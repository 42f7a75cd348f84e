package ecslab.ecs.model;

import java.util.List;

/// What RunTask changes in one container of the revision, for these tasks only.
///
/// @param command empty if it stays as it is
/// @param environment added to the revision's, or put in place of one of the same name
/// @param cpuUnits 0 if it stays as it is
/// @param memoryMib 0 if it stays as it is
/// @param memoryReservationMib 0 if it stays as it is
public record ContainerOverride(
        String name,
        List<String> command,
        List<EnvironmentVariable> environment,
        int cpuUnits,
        int memoryMib,
        int memoryReservationMib) {}
