/// ECS's nouns, and its neighbours', as ECS describes them. All are immutable values.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.model;
