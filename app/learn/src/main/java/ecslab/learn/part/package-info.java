/// The small parts that the views of lessons are made of.
@org.jspecify.annotations.NullMarked
package ecslab.learn.part;
