import org.jspecify.annotations.NullMarked;

/// Puts the rooms together: main, command line, windows. The only room that knows all the others.
@NullMarked
module ecslab.desktop {
    requires static org.jspecify;
    requires atlantafx.base;
    requires com.fasterxml.jackson.core;
    requires ecslab.assets;
    requires ecslab.docker;
    requires ecslab.ecs;
    requires ecslab.learn;
    requires ecslab.lesson;
    requires ecslab.lessons;
    requires ecslab.simulator;
    requires ecslab.stage;
    requires ecslab.wire;
    requires info.picocli;
    requires java.management;
    requires javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;

    opens ecslab.desktop to
            info.picocli;
    opens ecslab.desktop.command to
            info.picocli;
}
