package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.event.EventJson;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A run is a value: scenario, seed and commands give the same events, however it is played.
class ReplayTest {

    static final List<Long> SEEDS = Seeds.of(25);

    @ParameterizedTest
    @FieldSource("SEEDS")
    void sameCommandsGiveTheSameEvents(long seed) {
        Shrinker.hold(
                seed, drawn -> assertSame(Wild.play(drawn).events(), Wild.play(drawn).events()));
    }

    /// As `simulate` prints them.
    @ParameterizedTest
    @FieldSource("SEEDS")
    void sameCommandsGiveTheSameLines(long seed) {
        Shrinker.hold(
                seed, drawn -> assertEquals(lines(Wild.play(drawn)), lines(Wild.play(drawn))));
    }

    private static List<String> lines(SimulatedRun run) {
        return run.events().stream().map(EventJson::line).toList();
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void commandsOfAScenarioGiveTheSameEventsAgain(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var world = drawn.world();
                    drawn.commands().forEach(command -> world.at(command));
                    var first = world.start();
                    first.seek(Wild.END);
                    var second = world.start();
                    second.seek(Wild.END);
                    assertSame(first.events(), second.events());
                });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void stepsAndSeeksChangeNothing(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var straight = Wild.play(drawn);
                    var restless = restless(drawn);
                    assertSame(straight.events(), restless.events());
                    var random = new SplittableRandom(drawn.seed());
                    for (var i = 0; i < 40; i++) {
                        var at = new SimInstant(random.nextLong(Wild.END.micros()));
                        straight.seek(at);
                        restless.seek(at);
                        assertEquals(straight.snapshot(), restless.snapshot(), at::toString);
                    }
                });
    }

    /// Goes by steps of up to five seconds, and looks back now and then. What was seen at a moment
    /// must be seen there again.
    private static SimulatedRun restless(Drawn drawn) {
        var random = new SplittableRandom(drawn.seed() + 7);
        var seen = new TreeMap<SimInstant, ClusterState>();
        var run = drawn.world().start();
        for (var command : drawn.commands()) {
            step(run, random, seen, command.at());
            run.submit(command.command());
            seen.put(run.now(), run.snapshot());
        }
        step(run, random, seen, Wild.END);
        seen.forEach((at, state) -> {
            run.seek(at);
            assertEquals(state, run.snapshot(), at::toString);
        });
        run.seek(Wild.END);
        return run;
    }

    private static void step(
            SimulatedRun run,
            SplittableRandom random,
            TreeMap<SimInstant, ClusterState> seen,
            SimInstant to) {
        while (run.now().isBefore(to)) {
            var next = run.now().plus(Duration.ofMillis(random.nextLong(1, 5_000)));
            run.advanceTo(SimInstant.earlier(next, to));
            if (random.nextInt(8) == 0) {
                var back = new SimInstant(random.nextLong(run.now().micros() + 1));
                var here = run.now();
                run.seek(back);
                seen.putIfAbsent(back, run.snapshot());
                run.seek(here);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void branchEqualsTheRunUpToThereAndToTheEndWithTheSameCommands(long seed) {
        Shrinker.hold(
                seed,
                drawn -> {
                    var run = Wild.play(drawn);
                    var before = List.copyOf(run.events());
                    for (var at : moments(drawn)) {
                        var branch = run.branch(at, "what if");
                        run.seek(at);
                        assertSame(before.subList(0, run.position()), branch.events());
                        assertEquals(run.snapshot(), branch.snapshot());
                        follow(branch, drawn, at);
                        assertSame(before, branch.events());
                        assertEquals(drawn.commands(), branch.commands());
                        assertSame(before, run.events());
                    }
                });
    }

    /// At random, exactly at a checkpoint, and exactly at a command.
    private static List<SimInstant> moments(Drawn drawn) {
        var random = new SplittableRandom(drawn.seed() + 9);
        var commands = drawn.commands();
        return List.of(
                SimInstant.START,
                new SimInstant(random.nextLong(Wild.END.micros())),
                SimInstant.ofSeconds(20L * random.nextInt(1, 20)),
                commands.isEmpty() ? Wild.END : commands.get(random.nextInt(commands.size())).at());
    }

    private static void follow(SimulatedRun branch, Drawn drawn, SimInstant from) {
        for (TimedCommand command : drawn.commands()) {
            if (command.at().isAfter(from)) {
                branch.advanceTo(command.at());
                branch.submit(command.command());
            }
        }
        branch.advanceTo(Wild.END);
    }

    private static void assertSame(List<Event> expected, List<Event> actual) {
        for (var i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), "event " + i);
        }
        assertEquals(expected.size(), actual.size(), "how many events");
    }
}
