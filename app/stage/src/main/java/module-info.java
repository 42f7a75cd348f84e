import org.jspecify.annotations.NullMarked;

/// What is seen: events become cues, cues move the actors on the stage; around the picture stand
/// inspector, transport bar and event log.
///
/// Nothing here decides anything about a cluster. A view is given a [ecslab.stage.play.Frame] and
/// shows exactly that.
@NullMarked
module ecslab.stage {
    requires static org.jspecify;
    requires atlantafx.base;
    requires ecslab.assets;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires transitive ecslab.ecs;
    requires transitive ecslab.wire;
    requires transitive javafx.controls;

    exports ecslab.stage;
    exports ecslab.stage.fault;
    exports ecslab.stage.log;
    exports ecslab.stage.panel;
    exports ecslab.stage.picture;
    exports ecslab.stage.play;
    exports ecslab.stage.words;
}
