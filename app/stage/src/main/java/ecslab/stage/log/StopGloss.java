package ecslab.stage.log;

import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import java.util.Optional;

/// Why a task stopped, as far as its stop code and its stopped reason tell (Developer Guide,
/// *Stopped tasks error messages*). The text `gloss.stop.WORD` says it, and what can be done.
public enum StopGloss {
    PULL("pull"),
    RESOURCES("resources"),
    NOT_STARTED("notStarted"),
    ESSENTIAL("essential"),
    USER("user"),
    UNHEALTHY("unhealthy"),
    SCALING("scaling"),
    INTERRUPTED("interrupted"),
    HOST_GONE("hostGone"),
    ORPHANED("orphaned");

    private final String word;

    StopGloss(String word) {
        this.word = word;
    }

    public String key() {
        return "gloss.stop." + word;
    }

    /// Empty for a task that nobody has asked to stop.
    public static Optional<StopGloss> of(Stop stop) {
        return switch (stop) {
            case Stop.NotAsked() -> Optional.empty();
            case Stop.Asked asked ->
                    Optional.of(
                            asked.equals(Stop.ORPHANED)
                                    ? ORPHANED
                                    : of(asked.stopCode(), asked.stoppedReason()));
        };
    }

    private static StopGloss of(StopCode code, String reason) {
        return switch (code) {
            case TASK_FAILED_TO_START -> ofFailedStart(reason);
            case ESSENTIAL_CONTAINER_EXITED -> ESSENTIAL;
            case USER_INITIATED -> USER;
            case SERVICE_SCHEDULER_INITIATED ->
                    reason.contains("health checks") ? UNHEALTHY : SCALING;
            case SPOT_INTERRUPTION -> INTERRUPTED;
            case TERMINATION_NOTICE -> HOST_GONE;
        };
    }

    private static StopGloss ofFailedStart(String reason) {
        if (reason.contains("CannotPull") || reason.contains("pull the image")) {
            return PULL;
        }
        return reason.startsWith("ResourceInitializationError") ? RESOURCES : NOT_STARTED;
    }
}
