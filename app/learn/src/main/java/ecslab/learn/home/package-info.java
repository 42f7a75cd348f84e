/// Which lessons there are, and how far a learner has come.
@org.jspecify.annotations.NullMarked
package ecslab.learn.home;
