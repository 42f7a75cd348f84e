/// What an event looks like: pure functions from events to cues, without JavaFX.
@org.jspecify.annotations.NullMarked
package ecslab.stage.cue;
