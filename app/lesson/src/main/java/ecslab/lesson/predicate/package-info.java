/// Questions to a run: JMESPath over AWS's shapes, at a moment or over a stretch of time.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.predicate;
