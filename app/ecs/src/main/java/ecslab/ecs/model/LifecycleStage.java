package ecslab.ecs.model;

/// The stages of a deployment that shifts traffic, in their order (API Reference,
/// *DeploymentLifecycleHook*). A rolling deployment knows [#BAKE_TIME] at most.
public enum LifecycleStage {
    /// Nothing to say of it, as of most rolling deployments.
    NONE(false),
    /// Only where more than one service revision is active.
    RECONCILE_SERVICE(true),
    PRE_SCALE_UP(true),
    SCALE_UP(false),
    POST_SCALE_UP(true),
    TEST_TRAFFIC_SHIFT(true),
    POST_TEST_TRAFFIC_SHIFT(true),
    /// Comes again, with the next one, at every step of a linear or canary deployment.
    PRE_PRODUCTION_TRAFFIC_SHIFT(true),
    PRODUCTION_TRAFFIC_SHIFT(true),
    POST_PRODUCTION_TRAFFIC_SHIFT(true),
    BAKE_TIME(false),
    CLEAN_UP(false);

    private final boolean hooks;

    LifecycleStage(boolean hooks) {
        this.hooks = hooks;
    }

    /// The stage that follows, where no step of the production traffic is repeated.
    public LifecycleStage next() {
        return switch (this) {
            case NONE, RECONCILE_SERVICE -> PRE_SCALE_UP;
            case PRE_SCALE_UP -> SCALE_UP;
            case SCALE_UP -> POST_SCALE_UP;
            case POST_SCALE_UP -> TEST_TRAFFIC_SHIFT;
            case TEST_TRAFFIC_SHIFT -> POST_TEST_TRAFFIC_SHIFT;
            case POST_TEST_TRAFFIC_SHIFT -> PRE_PRODUCTION_TRAFFIC_SHIFT;
            case PRE_PRODUCTION_TRAFFIC_SHIFT -> PRODUCTION_TRAFFIC_SHIFT;
            case PRODUCTION_TRAFFIC_SHIFT -> POST_PRODUCTION_TRAFFIC_SHIFT;
            case POST_PRODUCTION_TRAFFIC_SHIFT -> BAKE_TIME;
            case BAKE_TIME, CLEAN_UP -> CLEAN_UP;
        };
    }

    /// Whether a lifecycle hook may run there.
    public boolean takesHooks() {
        return hooks;
    }

    /// Whether a PAUSE hook may wait there: not while traffic is shifted.
    public boolean takesPauses() {
        return hooks && this != TEST_TRAFFIC_SHIFT && this != PRODUCTION_TRAFFIC_SHIFT;
    }
}
