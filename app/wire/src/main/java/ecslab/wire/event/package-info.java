/// Events as JSON lines.
@org.jspecify.annotations.NullMarked
package ecslab.wire.event;
