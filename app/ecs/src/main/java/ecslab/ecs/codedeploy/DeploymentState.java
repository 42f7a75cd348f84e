package ecslab.ecs.codedeploy;

import java.util.Arrays;
import java.util.List;

/// `DeploymentStatus` of CodeDeploy.
public enum DeploymentState {
    CREATED("Created"),
    /// Nobody waits in a queue here.
    QUEUED("Queued"),
    IN_PROGRESS("InProgress"),
    /// Green is there, and production traffic waits for ContinueDeployment.
    READY("Ready"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    STOPPED("Stopped");

    private final String printed;

    DeploymentState(String printed) {
        this.printed = printed;
    }

    public String printed() {
        return printed;
    }

    public boolean isOver() {
        return this == SUCCEEDED || this == FAILED || this == STOPPED;
    }

    /// As the API writes them.
    public static List<String> allPrinted() {
        return Arrays.stream(values()).map(DeploymentState::printed).toList();
    }
}
