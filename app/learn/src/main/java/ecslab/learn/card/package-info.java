/// The cards of beats: what is asked, answered, and said about the answer.
@org.jspecify.annotations.NullMarked
package ecslab.learn.card;
