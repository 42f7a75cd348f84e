/// A run being shown: who moves it through time, and what a view is given to show.
@org.jspecify.annotations.NullMarked
package ecslab.stage.play;
