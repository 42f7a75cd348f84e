/// What is said to the reader, in the language chosen at the moment.
@org.jspecify.annotations.NullMarked
package ecslab.stage.words;
