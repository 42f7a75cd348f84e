import org.jspecify.annotations.NullMarked;

/// The control plane, written once, for the simulated cluster and the live one.
@NullMarked
module ecslab.engine {
    requires static org.jspecify;
    requires transitive ecslab.ecs;
}
