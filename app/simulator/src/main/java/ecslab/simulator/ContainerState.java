package ecslab.simulator;

import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.Dependencies;
import java.time.Duration;

/// What a simulated machine knows of one container.
final class ContainerState implements Dependencies.Standing {

    Program program = Program.WAITING;

    /// Grows by one with each start and each end: what an earlier run had put on the agenda is
    /// void.
    int run;

    /// When it was last started, or started again.
    SimInstant startedAt = SimInstant.START;

    int restarts;
    Exit exit = Exit.NONE;
    HealthStatus health = HealthStatus.UNKNOWN;

    /// Health checks of one kind in a row: passes are positive, failures negative.
    int inARow;

    /// Failures in a row that count.
    int failures;

    private SimInstant memorySince = SimInstant.START;
    private double memoryMib;
    private int mibPerMinute;

    /// A container's program.
    enum Program {
        /// Not started yet.
        WAITING,
        /// Being created and started.
        CREATING,
        /// Started, but doesn't answer yet.
        STARTING,
        ANSWERING,
        /// Told to stop: finishes what it has begun, takes nothing new.
        DRAINING,
        ENDED
    }

    ContainerState copy() {
        var copy = new ContainerState();
        copy.program = program;
        copy.run = run;
        copy.startedAt = startedAt;
        copy.restarts = restarts;
        copy.exit = exit;
        copy.health = health;
        copy.inARow = inARow;
        copy.failures = failures;
        copy.memorySince = memorySince;
        copy.memoryMib = memoryMib;
        copy.mibPerMinute = mibPerMinute;
        return copy;
    }

    @Override
    public boolean waits() {
        return program == Program.WAITING;
    }

    @Override
    public boolean hasEnded() {
        return program == Program.ENDED;
    }

    @Override
    public Exit exit() {
        return exit;
    }

    @Override
    public HealthStatus health() {
        return health;
    }

    @Override
    public boolean runs() {
        return switch (program) {
            case STARTING, ANSWERING, DRAINING -> true;
            case WAITING, CREATING, ENDED -> false;
        };
    }

    /// Started, and nobody has told it to stop.
    boolean isUp() {
        return program == Program.STARTING || program == Program.ANSWERING;
    }

    void start(SimInstant now, int startsAtMib, int growsMibPerMinute) {
        program = Program.STARTING;
        run++;
        startedAt = now;
        health = HealthStatus.UNKNOWN;
        inARow = 0;
        failures = 0;
        memorySince = now;
        memoryMib = startsAtMib;
        mibPerMinute = growsMibPerMinute;
    }

    void end(Exit how) {
        program = Program.ENDED;
        run++;
        exit = how;
    }

    /// From now on memory grows by another rate.
    void grow(SimInstant now, int rate) {
        memoryMib = memoryMib(now);
        memorySince = now;
        mibPerMinute = rate;
    }

    double memoryMib(SimInstant now) {
        return memoryMib + mibPerMinute * (now.since(memorySince).toNanos() / MINUTE_NANOS);
    }

    int mibPerMinute() {
        return mibPerMinute;
    }

    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
}
