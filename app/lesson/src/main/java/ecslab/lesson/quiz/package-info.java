/// Quiz items, how they are graded, and when a missed one comes back.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.quiz;
