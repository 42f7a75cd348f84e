/// The fold of all events: what a reader knows at a moment. With the event log and its keyframes
/// any moment of a run can be looked at.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.state;
