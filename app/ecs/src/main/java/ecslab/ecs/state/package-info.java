/// The fold of all events: what a reader knows at a moment.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.state;
