package ecslab.ecs.codedeploy;

import ecslab.ecs.time.SimInstant;

/// How far a deployment has come with one of its lifecycle events.
///
/// @param function the Lambda function that is called; may be empty
/// @param hookExecutionId what the function reports by; empty before it is called
/// @param startTime of no meaning before it is InProgress
/// @param endTime of no meaning before it has Succeeded or Failed
public record LifecycleEvent(
        LifecycleEventName name,
        Status status,
        String function,
        String hookExecutionId,
        SimInstant startTime,
        SimInstant endTime) {

    /// `LifecycleEventStatus`
    public enum Status {
        PENDING("Pending"),
        IN_PROGRESS("InProgress"),
        SUCCEEDED("Succeeded"),
        FAILED("Failed"),
        /// An event before it has failed.
        SKIPPED("Skipped");

        private final String printed;

        Status(String printed) {
            this.printed = printed;
        }

        public String printed() {
            return printed;
        }

        public boolean hasBegun() {
            return this == IN_PROGRESS || isOver();
        }

        public boolean isOver() {
            return this == SUCCEEDED || this == FAILED;
        }
    }

    public static LifecycleEvent pending(LifecycleEventName name, String function) {
        return new LifecycleEvent(
                name, Status.PENDING, function, "", SimInstant.START, SimInstant.START);
    }

    public LifecycleEvent begun(String execution, SimInstant at) {
        return new LifecycleEvent(name, Status.IN_PROGRESS, function, execution, at, at);
    }

    public LifecycleEvent ended(Status how, SimInstant at) {
        return new LifecycleEvent(name, how, function, hookExecutionId, startTime, at);
    }
}
