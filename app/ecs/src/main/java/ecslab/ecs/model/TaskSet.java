package ecslab.ecs.model;

/// What an `EXTERNAL` or `CODE_DEPLOY` service says of one of its task sets beyond its deployment.
///
/// @param id `ecs-svc/` and 19 digits
/// @param externalId may be empty
/// @param scaleTenths of the service's desired count, in tenths of a percent
/// @param leaving whether it was deleted, and its tasks are being stopped
public record TaskSet(String id, String externalId, int scaleTenths, boolean leaving) {

    private static final int WHOLE = 1_000;

    /// Rounded up (API Reference, *TaskSet*).
    public int computedDesiredCount(int desiredCount) {
        return Math.ceilDiv(desiredCount * scaleTenths, WHOLE);
    }
}
