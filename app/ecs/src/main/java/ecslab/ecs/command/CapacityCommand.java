package ecslab.ecs.command;

/// Commands about what tasks run on, and about the ways that lead there.
public sealed interface CapacityCommand extends Command
        permits AttributeCommand, ClusterCommand, InstanceCommand, LabCapacity {}
