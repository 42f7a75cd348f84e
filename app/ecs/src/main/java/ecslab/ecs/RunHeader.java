package ecslab.ecs;

import ecslab.ecs.model.Arns;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What is fixed for a whole run.
///
/// @param startsAt what the calendar says at the run's start, UTC
/// @param until where the run ends; of a live run, which has no end, how far a reader's ruler goes
///   at the moment
/// @param branch empty for the run as the scenario tells it, else the name of the what-if
/// @param simplified text keys: what is not as in AWS
public record RunHeader(
        String title,
        Instant startsAt,
        Arns arns,
        long seed,
        SimInstant until,
        String branch,
        List<String> simplified,
        RunKind kind) {

    /// Of a simulated run.
    public RunHeader(
            String title,
            Instant startsAt,
            Arns arns,
            long seed,
            SimInstant until,
            String branch,
            List<String> simplified) {
        this(title, startsAt, arns, seed, until, branch, simplified, RunKind.SIMULATED);
    }

    public RunHeader withBranch(String name) {
        return new RunHeader(title, startsAt, arns, seed, until, name, simplified, kind);
    }

    public RunHeader withUntil(SimInstant next) {
        return new RunHeader(title, startsAt, arns, seed, next, branch, simplified, kind);
    }

    public RunHeader withKind(RunKind next) {
        return new RunHeader(title, startsAt, arns, seed, until, branch, simplified, next);
    }

    /// With one more text key of what isn't as it was.
    public RunHeader withSimplified(String key) {
        var all = Stream.concat(simplified.stream(), Stream.of(key)).distinct().toList();
        return new RunHeader(title, startsAt, arns, seed, until, branch, all, kind);
    }

    public boolean isLive() {
        return kind == RunKind.LIVE;
    }

    /// A moment of the run as the calendar says it.
    public Instant calendar(SimInstant at) {
        return startsAt.plus(at.since(SimInstant.START));
    }
}
