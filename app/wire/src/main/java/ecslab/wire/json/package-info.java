/// JSON that remembers where each of its fields stands.
@org.jspecify.annotations.NullMarked
package ecslab.wire.json;
