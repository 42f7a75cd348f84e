import org.jspecify.annotations.NullMarked;

/// AWS's JSON and ours, read and written in one place; and what the product says, by key.
///
/// Whoever gives it a bad file or a bad command gets all of its problems at once, each with the
/// file, the line, what is wrong and how to mend it.
@NullMarked
module ecslab.wire {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive ecslab.ecs;

    exports ecslab.wire;
    exports ecslab.wire.command;
    exports ecslab.wire.describe;
    exports ecslab.wire.event;
    exports ecslab.wire.json;
    exports ecslab.wire.run;
    exports ecslab.wire.scenario;
    exports ecslab.wire.text;
}
