/// Questions that come back until they are known.
@org.jspecify.annotations.NullMarked
package ecslab.learn.quiz;
