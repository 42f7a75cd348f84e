/// The control plane: [ecslab.engine.ControlPlane] takes commands, observations and wakes; its
/// parts decide; [ecslab.engine.Journal] reports what came of it.
@org.jspecify.annotations.NullMarked
package ecslab.engine;
