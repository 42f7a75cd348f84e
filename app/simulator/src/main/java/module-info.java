/// Simulated machines, data plane, registry and users, in virtual time. With the control plane of
/// [ecslab.engine] they are a simulated cluster, and with a reader's place in it a
/// [ecslab.simulator.SimulatedRun].
///
/// The whole simulation is one value: it can be copied, and a copy goes on exactly as the original
/// does.
module ecslab.simulator {
    requires static org.jspecify;
    requires transitive ecslab.ecs;
    requires ecslab.engine;

    exports ecslab.simulator;
    exports ecslab.simulator.check;
    exports ecslab.simulator.fuzz;
}
