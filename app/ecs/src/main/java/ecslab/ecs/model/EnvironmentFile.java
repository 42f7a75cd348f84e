package ecslab.ecs.model;

/// A file of environment variables in S3.
///
/// @param value the object's ARN
/// @param type `s3`
public record EnvironmentFile(String value, String type) {}
