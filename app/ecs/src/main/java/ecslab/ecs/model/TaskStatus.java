package ecslab.ecs.model;

/// A task's `lastStatus` and `desiredStatus` (Developer Guide, *Amazon ECS task lifecycle*).
///
/// A task only ever moves down this list, and may skip states that its launch type doesn't have.
public enum TaskStatus {
    PROVISIONING,
    PENDING,
    ACTIVATING,
    RUNNING,
    DEACTIVATING,
    STOPPING,
    DEPROVISIONING,
    STOPPED;

    public boolean precedes(TaskStatus later) {
        return compareTo(later) < 0;
    }

    /// On the way to RUNNING: what `pendingCount` counts.
    public boolean isBeforeRunning() {
        return precedes(RUNNING);
    }
}
