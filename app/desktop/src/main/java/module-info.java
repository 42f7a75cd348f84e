import org.jspecify.annotations.NullMarked;

/// Puts the rooms together: main, command line, windows. The only room that knows all the others.
@NullMarked
module ecslab.desktop {
    requires static org.jspecify;
    requires ecslab.assets;
    requires ecslab.ecs;
    requires ecslab.engine;
    requires ecslab.lessons;
    requires ecslab.simulator;
    requires ecslab.stage;
    requires ecslab.wire;
    requires info.picocli;
    requires javafx.controls;
}
