package ecslab.lesson.read;

import ecslab.ecs.command.ClusterCommand.CreateCapacityProvider;
import ecslab.ecs.command.ClusterCommand.PutClusterCapacityProviders;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.read.TeachingRules.Placed;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/// What an act needs so that it can be done with real containers as well: there is one machine, the
/// learner's, and no other Availability Zone to lose.
final class LiveRules {

    private final Problems problems;

    LiveRules(Problems problems) {
        this.problems = problems;
    }

    /// Refuses what nobody could do live.
    ///
    /// @param scenario that the steps play
    void check(Iterable<Placed> steps, Scenario scenario) {
        for (var placed : steps) {
            for (var i = 0; i < placed.step().beats().size(); i++) {
                if (placed.step().beats().get(i) instanceof Beat.Do act && act.live()) {
                    check(act, placed.beats().get(i), scenario);
                }
            }
        }
    }

    private void check(Beat.Do act, Place place, Scenario scenario) {
        if (act.solution().stream().noneMatch(Act.Call.class::isInstance)) {
            problems.add(
                    place,
                    "the act is \"live\", but its solution calls nothing",
                    "Leave \"live\" out: there is nothing real to be done.");
            return;
        }
        simulatedOnly(act, scenario)
                .ifPresent(command ->
                        problems.add(
                                place,
                                "the act is \"live\", but needs " + name(command),
                                "Leave \"live\" out: a live cluster is the learner's own computer,"
                                        + " and nothing else."));
    }

    private static Optional<Command> simulatedOnly(Beat.Do act, Scenario scenario) {
        var timed =
                Stream.concat(scenario.setup().stream(), scenario.commands().stream())
                        .map(TimedCommand::command);
        var done =
                act.solution().stream()
                        .filter(Act.Call.class::isInstance)
                        .map(one -> ((Act.Call) one).command());
        return Stream.concat(timed, done).filter(LiveRules::isSimulatedOnly).findFirst();
    }

    private static boolean isSimulatedOnly(Command command) {
        return switch (command) {
            case LabCapacity.LabSecurityGroup _ -> false;
            case LabOutage.LabFreeze _, LabOutage.LabThaw _ -> false;
            case LabOutage.LabBurnCpu _, LabOutage.LabStopBurn _ -> false;
            case LabCapacity _, LabOutage _ -> true;
            case CreateCapacityProvider _, PutClusterCapacityProviders _ -> true;
            case Command _ -> false;
        };
    }

    private static String name(Command command) {
        return command.getClass().getSimpleName().replaceFirst("^Lab", "lab:");
    }
}
