package ecslab.docker;

import ecslab.engine.Observation;
import java.util.function.Consumer;

/// What everybody below the control plane works with.
///
/// @param inbox whoever learns something puts what to do about it here; the owner thread does it
/// @param tells puts an observation into the inbox, as a turn of its own
record Bench(
        DockerEngine engine,
        EngineInfo info,
        Owner owner,
        Caps caps,
        Shelf shelf,
        Hands hands,
        Consumer<Runnable> inbox,
        Consumer<Observation> tells,
        Line line) {

    void tell(Observation what) {
        tells.accept(what);
    }
}
