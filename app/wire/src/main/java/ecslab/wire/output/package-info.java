/// JSON written the same way on every machine.
@org.jspecify.annotations.NullMarked
package ecslab.wire.output;
