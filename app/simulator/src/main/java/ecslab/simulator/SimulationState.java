package ecslab.simulator;

import ecslab.engine.EngineState;

/// Everything that a simulation knows, as one value: what is due, what the control plane knows, and
/// what goes on in its world.
record SimulationState(SimAgenda agenda, EngineState engine, FleetState fleet, PlaneState plane) {

    static SimulationState empty() {
        return new SimulationState(
                new SimAgenda(), new EngineState(), new FleetState(), new PlaneState());
    }

    SimulationState copy() {
        return new SimulationState(agenda.copy(), engine.copy(), fleet.copy(), plane.copy());
    }
}
