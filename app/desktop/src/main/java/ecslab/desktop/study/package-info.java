/// Lessons in the window: which there are, the one that is being taken, questions and reviews, and
/// what is kept of all that.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.study;
