/// Scenario files: `lessons/schemas/README.md` says what they may contain.
@org.jspecify.annotations.NullMarked
package ecslab.wire.scenario;
