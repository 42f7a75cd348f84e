/// What is always true of a run, judged from its events alone. It shares no code with the engine.
@org.jspecify.annotations.NullMarked
package ecslab.simulator.check;
