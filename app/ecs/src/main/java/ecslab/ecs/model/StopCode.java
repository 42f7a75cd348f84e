package ecslab.ecs.model;

/// Why a task stopped, as DescribeTasks' `stopCode` prints it (ECS API model).
public enum StopCode {
    TASK_FAILED_TO_START("TaskFailedToStart"),
    ESSENTIAL_CONTAINER_EXITED("EssentialContainerExited"),
    USER_INITIATED("UserInitiated"),
    SERVICE_SCHEDULER_INITIATED("ServiceSchedulerInitiated"),
    SPOT_INTERRUPTION("SpotInterruption"),
    TERMINATION_NOTICE("TerminationNotice");

    private final String printed;

    StopCode(String printed) {
        this.printed = printed;
    }

    /// As ECS prints it.
    public String printed() {
        return printed;
    }
}
