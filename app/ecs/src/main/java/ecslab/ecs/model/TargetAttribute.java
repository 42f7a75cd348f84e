package ecslab.ecs.model;

/// An attribute and who has it, as PutAttributes, DeleteAttributes and ListAttributes answer.
///
/// @param targetId the ARN of a container instance
public record TargetAttribute(Attribute attribute, String targetId) {}
