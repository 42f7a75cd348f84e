/// The picture of a cluster at a moment: actors, and what moves between them.
@org.jspecify.annotations.NullMarked
package ecslab.stage.picture;
