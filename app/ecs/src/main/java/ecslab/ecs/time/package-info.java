/// Time on a run's own clock.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.time;
