/// The control plane, written once: what ECS decides, for simulated and for real machines alike.
///
/// It reaches the world through ports ([ecslab.engine.Agenda], [ecslab.engine.Machines],
/// [ecslab.engine.DataPlane]) and hears back through [ecslab.engine.Observation]s. It reads no
/// clock and draws no chance but the run's own, so the same commands give the same events.
module ecslab.engine {
    requires static org.jspecify;
    requires transitive ecslab.ecs;

    exports ecslab.engine;
}
