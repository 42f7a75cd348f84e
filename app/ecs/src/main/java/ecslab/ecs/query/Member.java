package ecslab.ecs.query;

import ecslab.ecs.model.ContainerInstance;
import java.time.Instant;
import java.util.Collection;

/// A container instance that is asked about.
///
/// @param groups of the tasks on it
/// @param registeredAt as the calendar says it
public record Member(ContainerInstance instance, Collection<String> groups, Instant registeredAt) {}
