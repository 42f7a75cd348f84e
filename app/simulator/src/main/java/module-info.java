import org.jspecify.annotations.NullMarked;

/// Virtual time and simulated machines: with the engine, a simulated cluster.
@NullMarked
module ecslab.simulator {
    requires static org.jspecify;
    requires transitive ecslab.ecs;
    requires ecslab.engine;
}
