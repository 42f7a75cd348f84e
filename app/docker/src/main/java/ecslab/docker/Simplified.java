package ecslab.docker;

import ecslab.ecs.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// What isn't as in AWS when containers are real.
final class Simplified {

    private static final List<String> SIMPLIFIED =
            List.of(
                    "simplified.live.network",
                    "simplified.live.balancer",
                    "simplified.live.settings",
                    "simplified.words");

    private static final String PODMAN = "simplified.live.podman";

    /// What holds for simulated and for real containers.
    private static final List<String> SAID_OF_BOTH =
            List.of(
                    "simplified.closest",
                    "simplified.deployments",
                    "simplified.manualStop",
                    "simplified.managedScaling",
                    "simplified.oneRegion",
                    "simplified.requestFlight",
                    "simplified.roles",
                    "simplified.strategyTies",
                    "simplified.throttle",
                    "simplified.victims");

    private Simplified() {}

    /// What the scenario says of a simulation isn't so here; other things are.
    static List<String> of(Scenario scenario, EngineInfo engine) {
        var all = new ArrayList<>(SIMPLIFIED);
        if (engine.isPodman()) {
            all.add(PODMAN);
        }
        scenario.simplified().stream().filter(SAID_OF_BOTH::contains).forEach(all::add);
        return List.copyOf(all);
    }
}
