package ecslab.ecs;

import ecslab.ecs.model.Arns;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.List;

/// What is fixed for a whole run.
///
/// @param startsAt what the calendar says at the run's start, UTC
/// @param until where the run ends
/// @param branch empty for the run as the scenario tells it, else the name of the what-if
/// @param simplified text keys: what is not as in AWS
public record RunHeader(
        String title,
        Instant startsAt,
        Arns arns,
        long seed,
        SimInstant until,
        String branch,
        List<String> simplified) {

    public RunHeader withBranch(String name) {
        return new RunHeader(title, startsAt, arns, seed, until, name, simplified);
    }

    /// A moment of the run as the calendar says it.
    public Instant calendar(SimInstant at) {
        return startsAt.plus(at.since(SimInstant.START));
    }
}
