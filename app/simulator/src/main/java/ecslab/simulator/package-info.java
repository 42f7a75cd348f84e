/// A simulated cluster, and runs through it: [ecslab.simulator.SimulatedRun] is where to start.
@org.jspecify.annotations.NullMarked
package ecslab.simulator;
