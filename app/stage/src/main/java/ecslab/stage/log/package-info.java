/// Events as text. Knows no JavaFX, so that the command line prints what the window shows.
@org.jspecify.annotations.NullMarked
package ecslab.stage.log;
