/// What a lesson is: steps of beats, a quiz, a lab. Every text in it is a key of the lesson's own
/// texts; an empty key says nothing.
@org.jspecify.annotations.NullMarked
package ecslab.lesson;
