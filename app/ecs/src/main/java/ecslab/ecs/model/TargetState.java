package ecslab.ecs.model;

/// The state of a target, as DescribeTargetHealth prints it in lower case.
public enum TargetState {
    INITIAL("initial"),
    HEALTHY("healthy"),
    UNHEALTHY("unhealthy"),
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
