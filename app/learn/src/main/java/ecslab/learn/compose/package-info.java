/// How a learner issues a command: choose an action, fill in a form or write JSON, run it.
@org.jspecify.annotations.NullMarked
package ecslab.learn.compose;
