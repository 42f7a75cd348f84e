package ecslab.docker;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.engine.Dependencies;
import java.time.Instant;
import java.util.Map;

/// What the owner thread knows of one container of a task.
final class Cell implements Dependencies.Standing {

    /// How far it has come.
    enum Stage {
        WAITING,
        CREATING,
        UP,
        STOPPING,
        ENDED
    }

    final ContainerDefinition definition;

    /// The image as the engine knows it; empty until it is there.
    String image = "";

    /// The engine's id; empty until it is created.
    String id = "";

    Stage stage = Stage.WAITING;
    Exit exit = Exit.NONE;
    HealthStatus health = HealthStatus.UNKNOWN;

    /// Health checks of one kind in a row: passes are positive, failures negative.
    int inARow;

    /// Failures in a row that count.
    int failures;

    /// When the newest health check began that was told.
    Instant lastProbe = Instant.EPOCH;

    /// Of the run that we know.
    Instant startedAt = Instant.EPOCH;

    int restarts;
    Map<Integer, Integer> ports = Map.of();

    /// Its last lines, kept when it ended.
    String log = "";

    Cell(ContainerDefinition definition) {
        this.definition = definition;
    }

    String name() {
        return definition.name();
    }

    boolean isUp() {
        return stage == Stage.UP;
    }

    void end(Exit how) {
        stage = Stage.ENDED;
        exit = how;
    }

    @Override
    public boolean waits() {
        return stage == Stage.WAITING;
    }

    @Override
    public boolean runs() {
        return stage == Stage.UP || stage == Stage.STOPPING;
    }

    @Override
    public boolean hasEnded() {
        return stage == Stage.ENDED;
    }

    @Override
    public Exit exit() {
        return exit;
    }

    @Override
    public HealthStatus health() {
        return health;
    }
}
