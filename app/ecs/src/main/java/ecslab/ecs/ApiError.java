package ecslab.ecs;

/// A refusal in AWS's form, with what AWS leaves out: which field it is about, and how to mend it.
///
/// @param code AWS's name of the exception, such as `ClusterNotFoundException`
/// @param httpStatus 400 for the caller's mistakes
/// @param message in ECS's own words where they are known
/// @param field the path of the field in the command's JSON, such as
///   `/containerDefinitions/0/name`; empty if it is about the whole
public record ApiError(String code, int httpStatus, String message, String field, Phrase remedy)
        implements Answer {}
