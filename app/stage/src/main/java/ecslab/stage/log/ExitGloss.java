package ecslab.stage.log;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import java.util.Optional;

/// What an exit code tells (behaviour reference §3.6). The text `gloss.exit.WORD` says it.
public enum ExitGloss {
    DONE("done"),
    ERROR("error"),
    RUN_FAILED("runFailed"),
    NOT_EXECUTABLE("notExecutable"),
    NOT_FOUND("notFound"),
    OUT_OF_MEMORY("outOfMemory"),
    KILLED("killed"),
    CRASHED("crashed"),
    TERMINATED("terminated"),
    ENTRYPOINT("entrypoint");

    private final String word;

    ExitGloss(String word) {
        this.word = word;
    }

    public String key() {
        return "gloss.exit." + word;
    }

    /// Empty for a container without an exit code, and for a code that tells nothing.
    public static Optional<ExitGloss> of(Container container) {
        return switch (container.exit()) {
            case Exit.None() -> Optional.empty();
            case Exit.Code(int code) -> of(code, container.reason());
        };
    }

    private static Optional<ExitGloss> of(int code, String reason) {
        return switch (code) {
            case 0 -> Optional.of(DONE);
            case 1 -> Optional.of(ERROR);
            case 125 -> Optional.of(RUN_FAILED);
            case 126 -> Optional.of(NOT_EXECUTABLE);
            case 127 -> Optional.of(NOT_FOUND);
            case 137 -> Optional.of(reason.startsWith("OutOfMemoryError") ? OUT_OF_MEMORY : KILLED);
            case 139 -> Optional.of(CRASHED);
            case 143 -> Optional.of(TERMINATED);
            case 255 -> Optional.of(ENTRYPOINT);
            default -> Optional.empty();
        };
    }
}
