package ecslab.ecs.model;

/// A task definition's `networkMode`, as AWS writes it.
public enum NetworkMode {
    NONE("none"),
    BRIDGE("bridge"),
    HOST("host"),
    AWSVPC("awsvpc");

    private final String printed;

    NetworkMode(String printed) {
        this.printed = printed;
    }

    public String printed() {
        return printed;
    }
}
