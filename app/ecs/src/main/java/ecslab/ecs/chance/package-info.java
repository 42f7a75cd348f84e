/// Chance that can be repeated: every draw is a function of seed, stream and number.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.chance;
