/// What can happen: one sealed [ecslab.ecs.event.Event], read by picture, log and checks alike.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.event;
