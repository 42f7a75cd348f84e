import org.jspecify.annotations.NullMarked;

/// AWS's JSON and ours, read and written in one place.
@NullMarked
module ecslab.wire {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.networknt.schema;
    requires transitive ecslab.ecs;
}
