/// The whole way from a developer's image to a user's answer, as one fixed diagram.
@org.jspecify.annotations.NullMarked
package ecslab.learn.map;
