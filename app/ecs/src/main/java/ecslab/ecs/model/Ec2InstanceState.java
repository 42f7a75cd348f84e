package ecslab.ecs.model;

/// An EC2 instance's `state` (EC2 API model).
public enum Ec2InstanceState {
    PENDING("pending"),
    RUNNING("running"),
    STOPPING("stopping"),
    STOPPED("stopped"),
    SHUTTING_DOWN("shutting-down"),
    TERMINATED("terminated");

    private final String printed;

    Ec2InstanceState(String printed) {
        this.printed = printed;
    }

    public String printed() {
        return printed;
    }
}
