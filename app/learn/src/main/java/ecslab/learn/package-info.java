/// A lesson beside the picture: its text, its beats, and what ties a player to the run on the
/// screen.
@org.jspecify.annotations.NullMarked
package ecslab.learn;
