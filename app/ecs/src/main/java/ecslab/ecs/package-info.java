/// The doorways: [Cluster] takes commands and answers them, [Run] moves through time.
@org.jspecify.annotations.NullMarked
package ecslab.ecs;
