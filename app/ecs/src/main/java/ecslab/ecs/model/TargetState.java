package ecslab.ecs.model;

/// The state of a target, as DescribeTargetHealth prints it.
public enum TargetState {
    INITIAL("initial"),
    HEALTHY("healthy"),
    UNHEALTHY("unhealthy"),
    /// Registered where nothing reaches it; or, with the reason [Target#NOT_REGISTERED], gone.
    UNUSED("unused"),
    DRAINING("draining");

    private final String printed;

    TargetState(String printed) {
        this.printed = printed;
    }

    public String printed() {
        return printed;
    }
}
