/// Where things stand: pure functions from state to places, without JavaFX.
@org.jspecify.annotations.NullMarked
package ecslab.stage.layout;
