package ecslab.ecs.model;

/// A target and its health.
///
/// @param task the task behind the address
/// @param reason such as `Elb.RegistrationInProgress`; empty for a healthy one
/// @param description such as `Health checks failed with these codes: [404]`; may be empty
public record Target(
        TargetId id,
        TaskId task,
        String availabilityZone,
        TargetState state,
        String reason,
        String description) {

    /// The reason of a target that is no more.
    public static final String NOT_REGISTERED = "Target.NotRegistered";

    /// Whether it is gone.
    public boolean isGone() {
        return state == TargetState.UNUSED && reason.equals(NOT_REGISTERED);
    }

    public Target withState(TargetState next, String why, String words) {
        return new Target(id, task, availabilityZone, next, why, words);
    }
}
