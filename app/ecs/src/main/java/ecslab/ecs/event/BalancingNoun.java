package ecslab.ecs.event;

/// What [Event.BalancingDeleted] can be about.
public enum BalancingNoun {
    LOAD_BALANCER("loadBalancer"),
    LISTENER("listener"),
    TARGET_GROUP("targetGroup");

    private final String word;

    BalancingNoun(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
