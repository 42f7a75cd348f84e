package ecslab.stage.log;

import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskStatus;

/// What a line's colour says. Colour is never the only sign: words and icons say it, too.
public enum Tone {
    MUTED("muted"),
    ACCENT("accent"),
    SUCCESS("success"),
    WARNING("warning"),
    DANGER("danger");

    private final String word;

    Tone(String word) {
        this.word = word;
    }

    /// The colour of a task's state.
    public static Tone of(TaskStatus status) {
        return switch (status) {
            case PROVISIONING, STOPPED -> MUTED;
            case PENDING, ACTIVATING -> WARNING;
            case RUNNING -> SUCCESS;
            case DEACTIVATING, STOPPING, DEPROVISIONING -> ACCENT;
        };
    }

    /// The colour of what health checks say.
    public static Tone of(HealthStatus status) {
        return switch (status) {
            case HEALTHY -> SUCCESS;
            case UNHEALTHY -> DANGER;
            case UNKNOWN -> MUTED;
        };
    }

    /// The colour of a target's state.
    public static Tone of(TargetState state) {
        return switch (state) {
            case HEALTHY -> SUCCESS;
            case UNHEALTHY -> DANGER;
            case INITIAL, DRAINING -> WARNING;
            case UNUSED -> MUTED;
        };
    }

    /// As style classes write it.
    public String word() {
        return word;
    }
}
