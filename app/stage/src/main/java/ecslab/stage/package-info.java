/// What picture, inspector and log share.
@org.jspecify.annotations.NullMarked
package ecslab.stage;
