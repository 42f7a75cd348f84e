/// Whether a lesson is true: it is walked through as learners walk through it, rightly and wrongly.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.check;
