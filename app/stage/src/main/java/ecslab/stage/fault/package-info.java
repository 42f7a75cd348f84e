/// What can be broken on purpose, what is broken now, and how it is mended. Without JavaFX.
@org.jspecify.annotations.NullMarked
package ecslab.stage.fault;
