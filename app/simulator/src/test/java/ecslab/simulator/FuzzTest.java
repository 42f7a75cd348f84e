package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ApiCall;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.simulator.fuzz.Fuzz;
import ecslab.simulator.fuzz.RandomScenario;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Random scenarios on Fargate and on container instances, in every network mode, with several
/// containers, capacity providers and faults, break no rule; and the search for one that does finds
/// it.
class FuzzTest {

    static final List<Long> SEEDS = Seeds.of(60);

    private static final List<String> CALLS =
            List.of(
                    "BurnCpu",
                    "CloseRoute",
                    "CreateRule",
                    "DeleteFileSystem",
                    "DeleteLogGroup",
                    "DeleteRule",
                    "DeleteSecret",
                    "DeregisterContainerInstance",
                    "DisconnectAgent",
                    "DropRoute",
                    "ExhaustConnections",
                    "FillSubnet",
                    "Freeze",
                    "InterruptFargateSpot",
                    "LeakMemory",
                    "ModifyListener",
                    "ModifyRule",
                    "ModifyTargetGroup",
                    "ModifyTargetGroupAttributes",
                    "ReconnectAgent",
                    "RegistryDown",
                    "SetRulePriorities",
                    "SlowDown",
                    "TerminateInstance",
                    "UpdateContainerInstancesState",
                    "ZoneBack",
                    "ZoneOutage");

    @ParameterizedTest
    @FieldSource("SEEDS")
    void findsNothing(long seed) {
        var found = Fuzz.of(seed);
        if (found.isBroken()) {
            var least = found.shrunk();
            assertEquals(
                    List.of(), least.broken(), () -> seed + ": " + least.scenario().commands());
        }
        assertTrue(found.events() > 50, "too little happens");
    }

    @Test
    void sameSeedIsTheSameScenario() {
        assertEquals(RandomScenario.of(5), RandomScenario.of(5));
    }

    /// What is never drawn is never tried.
    @Test
    void playsEveryKindOfTaskAndCommand() {
        var modes = new TreeSet<String>();
        var calls = new TreeSet<String>();
        for (var seed = 1L; seed <= 60; seed++) {
            var run = SimulatedRun.start(RandomScenario.of(seed));
            run.advanceTo(run.header().until());
            for (var event : run.events()) {
                if (event instanceof ApiCall(_, _, _, var command)) {
                    calls.add(command.action());
                }
                if (event instanceof TaskStateChange(_, var task) && task.isStopped()) {
                    modes.add(
                            task.taskDefinition().family()
                                    + (task.launchType() == LaunchType.EC2 ? " EC2 " : " ")
                                    + task.place().capacityProvider());
                }
            }
        }
        assertTrue(
                modes.containsAll(
                        List.of(
                                "web ",
                                "web FARGATE",
                                "web FARGATE_SPOT",
                                "bridge EC2 ",
                                "fixed EC2 ",
                                "host EC2 ",
                                "eni EC2 ",
                                "none EC2 ",
                                "bridge EC2 p")),
                modes::toString);
        assertTrue(calls.containsAll(CALLS), calls::toString);
    }

    /// What a rule watches has to come about, or the rule can't be broken.
    @Test
    void comesToWhatTheRulesWatch() {
        var told = new TreeSet<String>();
        for (var seed = 1L; seed <= 40; seed++) {
            var run = SimulatedRun.start(RandomScenario.of(seed));
            run.advanceTo(run.header().until());
            for (var event : run.events()) {
                if (event instanceof Decision decided) {
                    told.add(decided.outcome().key());
                }
                if (event instanceof Event.ServiceDeploymentChange(_, var one)) {
                    told.add(one.status().name());
                }
                if (event instanceof Event.ServiceChange(_, var service)) {
                    told.add(service.scheduling().isDaemon() ? "DAEMON" : "REPLICA");
                }
            }
        }
        var watched =
                List.of(
                        "DAEMON",
                        "ROLLBACK_FAILED",
                        "ROLLBACK_SUCCESSFUL",
                        "breaker.reset",
                        "breaker.stage1",
                        "breaker.stage2",
                        "health.grace",
                        "rebalance.stop",
                        "schedule.move",
                        "schedule.startAsRoom",
                        "schedule.stuck",
                        "victim.outcome",
                        "victim.outcome.by");
        assertTrue(told.containsAll(watched), told::toString);
    }

    /// A rule that is broken by one command: of all the commands that one is left.
    @Test
    void shrinksToTheOneCommandThatBreaksAPlantedRule() {
        var found = firstBroken(events -> heard(events, RunTask.class));
        assertTrue(found.scenario().commands().size() > 1);
        var least = found.shrunk();
        assertEquals(List.of("RunTask"), kinds(least));
        assertEquals(found.scenario().setup(), least.scenario().setup());
    }

    /// A rule that takes two commands, wherever they stand: those two are left.
    @Test
    void shrinksToTheTwoCommandsThatBreakAPlantedRuleTogether() {
        var found =
                firstBroken(events ->
                        heard(events, RunTask.class).isEmpty()
                                ? List.of()
                                : heard(events, UpdateService.class));
        var least = kinds(found.shrunk());
        assertEquals(2, least.size(), least::toString);
        assertTrue(least.containsAll(List.of("RunTask", "UpdateService")));
    }

    @Test
    void crashIsAFinding() {
        var found =
                Fuzz.of(
                        1,
                        _ -> {
                            throw new IllegalStateException("planted");
                        });
        assertEquals(List.of("crash: java.lang.IllegalStateException: planted"), found.broken());
        assertEquals(List.of(), found.shrunk().scenario().commands());
    }

    private static Fuzz firstBroken(Fuzz.Rules rules) {
        for (var seed = 1L; seed <= 50; seed++) {
            var found = Fuzz.of(seed, rules);
            if (found.isBroken()) {
                return found;
            }
        }
        throw new AssertionError("no seed draws such commands");
    }

    private static List<String> heard(List<Event> events, Class<? extends Command> kind) {
        return events.stream()
                        .anyMatch(event ->
                                event instanceof ApiCall(_, _, _, var command)
                                        && kind.isInstance(command))
                ? List.of("planted: " + kind.getSimpleName())
                : List.of();
    }

    private static List<String> kinds(Fuzz found) {
        return found.scenario().commands().stream()
                .map(TimedCommand::command)
                .map(command -> command.getClass().getSimpleName())
                .toList();
    }
}
