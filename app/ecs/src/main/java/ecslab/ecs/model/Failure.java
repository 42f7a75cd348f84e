package ecslab.ecs.model;

/// One of RunTask's `failures[]`: HTTP says 200, and yet nothing was placed.
///
/// @param reason such as `RESOURCE:CPU`
public record Failure(String arn, String reason, String detail) {}
