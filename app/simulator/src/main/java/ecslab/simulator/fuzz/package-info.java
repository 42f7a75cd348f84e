/// Random scenarios, and the search for one that breaks a rule: [ecslab.simulator.fuzz.Fuzz].
@org.jspecify.annotations.NullMarked
package ecslab.simulator.fuzz;
