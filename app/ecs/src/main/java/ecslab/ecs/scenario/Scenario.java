package ecslab.ecs.scenario;

import ecslab.ecs.model.Arns;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.List;

/// Everything that a run starts from, but for the learner's commands.
///
/// @param startsAt what the calendar says at the run's start, UTC
/// @param until where the run ends
/// @param setup carried out in order before the clock starts
/// @param commands carried out at their moments, in the order written where two fall together
/// @param simplified text keys: what is not as in AWS
public record Scenario(
        String title,
        Instant startsAt,
        Arns arns,
        long seed,
        SimInstant until,
        List<ImageBehaviour> images,
        List<Traffic> traffic,
        List<TimedCommand> setup,
        List<TimedCommand> commands,
        List<String> simplified) {

    public Scenario withSeed(long next) {
        return new Scenario(
                title, startsAt, arns, next, until, images, traffic, setup, commands, simplified);
    }

    public Scenario withCommands(List<TimedCommand> next) {
        return new Scenario(
                title, startsAt, arns, seed, until, images, traffic, setup, next, simplified);
    }

    /// The same, but ended at another moment. Users who would have stayed to the end do so still.
    public Scenario withUntil(SimInstant next) {
        var stretched =
                traffic.stream()
                        .map(users -> users.until().equals(until) ? users.withUntil(next) : users)
                        .toList();
        return new Scenario(
                title, startsAt, arns, seed, next, images, stretched, setup, commands, simplified);
    }
}
