package ecslab.wire.scenario;

import ecslab.ecs.scenario.Scenario;

/// A scenario, and where in its files each of its commands is written.
public record ScenarioFile(Scenario scenario, Sources sources) {}
