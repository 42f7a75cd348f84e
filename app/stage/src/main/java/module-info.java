import org.jspecify.annotations.NullMarked;

/// What is seen: events become cues, cues move the actors on the stage.
@NullMarked
module ecslab.stage {
    requires static org.jspecify;
    requires atlantafx.base;
    requires ecslab.assets;
    requires ecslab.wire;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires transitive ecslab.ecs;
    requires transitive javafx.controls;
}
