/// Reads a lesson's folder. All of its problems are reported together.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.read;
