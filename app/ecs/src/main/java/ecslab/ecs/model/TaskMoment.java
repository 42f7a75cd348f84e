package ecslab.ecs.model;

/// The timestamps of a task, named as DescribeTasks names them.
public enum TaskMoment {
    /// The task entered PENDING.
    CREATED_AT("createdAt"),
    /// The network interface was attached.
    CONNECTIVITY_AT("connectivityAt"),
    PULL_STARTED_AT("pullStartedAt"),
    PULL_STOPPED_AT("pullStoppedAt"),
    /// The task entered RUNNING.
    STARTED_AT("startedAt"),
    /// The task's `desiredStatus` became STOPPED.
    STOPPING_AT("stoppingAt"),
    /// The last container stopped.
    EXECUTION_STOPPED_AT("executionStoppedAt"),
    STOPPED_AT("stoppedAt");

    private final String field;

    TaskMoment(String field) {
        this.field = field;
    }

    /// The field's name in AWS's JSON.
    public String field() {
        return field;
    }
}
