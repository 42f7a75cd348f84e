/// A run as a value: where it starts, with which seed, images, traffic and timed commands.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.scenario;
