package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import ecslab.wire.event.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// §5.1 to §5.3 Random small clusters, services and tasks with random constraints and strategies:
/// constraints are never broken, and nobody is passed over whom the strategies prefer. The
/// [Checker] finds that out by looking at every instance for every task.
class PlacementByBruteForceTest {

    static final List<Long> SEEDS = Seeds.of(60);

    private static final List<String> CONSTRAINTS =
            List.of(
                    "",
                    "{\"type\": \"distinctInstance\"}",
                    of("attribute:ecs.instance-type == t3.small"),
                    of("attribute:ecs.availability-zone in [us-east-1a, us-east-1c]"),
                    of("attribute:rack exists or runningTasksCount < 2"),
                    of("task:group == service:web"),
                    of("not(task:group == service:web)"),
                    of("attribute:ecs.instance-type =~ m5.* and agentConnected == true"));
    private static final List<String> STRATEGIES =
            List.of(
                    "",
                    spread("attribute:ecs.availability-zone"),
                    spread("instanceId"),
                    spread("host"),
                    spread("attribute:rack"),
                    spread("attribute:ecs.instance-type"),
                    "{\"type\": \"binpack\", \"field\": \"cpu\"}",
                    "{\"type\": \"binpack\", \"field\": \"memory\"}",
                    "{\"type\": \"random\"}");

    private static String of(String expression) {
        return "{\"type\": \"memberOf\", \"expression\": \"" + expression + "\"}";
    }

    private static String spread(String field) {
        return "{\"type\": \"spread\", \"field\": \"" + field + "\"}";
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void nobodyIsPassedOver(long seed) {
        var run = written(seed).until("10m").run();
        assertEquals(List.of(), Checker.check(run.events()));
    }

    /// Rankings are kept between tasks in a run, and made anew in a branch.
    @ParameterizedTest
    @FieldSource("SEEDS")
    void whatIsKeptBetweenTasksChangesNothing(long seed) {
        var run = written(seed).until("3m").run();
        var lines = run.events().stream().map(EventJson::line).toList();
        for (var at = 5; at < 180; at += 35) {
            var branch = run.branch(SimInstant.ofSeconds(at), "what if");
            branch.advanceTo(branch.header().until());
        }
        var again = run.branch(SimInstant.ofSeconds(50), "what if");
        assertEquals(
                lines.subList(0, again.events().size()),
                again.events().stream().map(EventJson::line).toList());
    }

    /// The worlds are worth something: most tasks are placed, some aren't, all checks refuse.
    @Test
    void manyAreRefusedAndMorePlaced() {
        var reasons = new ArrayList<String>();
        for (var seed = 0L; seed < 60; seed++) {
            for (Event event : written(seed).until("3m").run().events()) {
                if (event instanceof Decision told && told.kind() == Kind.PLACE) {
                    reasons.add(told.outcome().key());
                }
            }
        }
        for (var key :
                List.of(
                        "place.onInstance",
                        "place.byChance",
                        "place.nobody.cpu",
                        "place.nobody.memory",
                        "place.nobody.memberOf",
                        "place.nobody.distinct")) {
            assertTrue(reasons.contains(key), key);
        }
        assertTrue(reasons.stream().filter(key -> key.startsWith("place.on")).count() > 300);
    }

    private static Written written(long seed) {
        var random = new SplittableRandom(seed);
        var written =
                Written.demo(random.nextInt(1, 4), "\"subnets\": \"public\"")
                        .family("small", "bridge", 128, 200, "none")
                        .family("large", "bridge", 700, 900, "none")
                        .family("fixed", "bridge", 64, 64, ", \"hostPort\": 8080");
        var types = List.of("t3.small", "t3.micro", "m5.large");
        for (var i = random.nextInt(1, 5); i > 0; i--) {
            var rack = random.nextBoolean() ? ", \"attributes\": {\"rack\": \"r" + i + "\"}" : "";
            written.setup(
                    "lab:StartInstances",
                    "{\"name\": \"p"
                            + i
                            + "\", \"cluster\": \"demo\", \"instanceType\": \""
                            + types.get(random.nextInt(types.size()))
                            + "\", \"count\": "
                            + random.nextInt(1, 4)
                            + rack
                            + "}");
        }
        var names = List.of("web", "api", "db");
        for (var i = 0; i < random.nextInt(1, 4); i++) {
            written.at(
                    (1 + i) + "s",
                    "ecs:CreateService",
                    "{\"cluster\": \"demo\", \"serviceName\": \""
                            + names.get(i)
                            + "\", \"launchType\": \"EC2\", \"taskDefinition\": \""
                            + family(random)
                            + "\", \"desiredCount\": "
                            + random.nextInt(1, 8)
                            + rules(random)
                            + "}");
        }
        for (var i = 0; i < random.nextInt(4, 15); i++) {
            act(written, random, 5 + 10 * i, names);
        }
        return written;
    }

    private static void act(Written written, SplittableRandom random, int second, List<String> of) {
        var at = second + "s";
        var service = of.get(random.nextInt(of.size()));
        switch (random.nextInt(4)) {
            case 0 ->
                    written.at(
                            at,
                            "ecs:UpdateService",
                            "{\"cluster\": \"demo\", \"service\": \""
                                    + service
                                    + "\", \"desiredCount\": "
                                    + random.nextInt(8)
                                    + rules(random)
                                    + "}");
            case 1 ->
                    written.at(
                            at,
                            "ecs:StopTask",
                            "{\"cluster\": \"demo\", \"task\": \"${task/"
                                    + service
                                    + "#"
                                    + random.nextInt(1, 6)
                                    + "}\"}");
            default ->
                    written.run(
                            at,
                            family(random),
                            random.nextInt(1, 6),
                            ", \"launchType\": \"EC2\"" + rules(random));
        }
    }

    private static String family(SplittableRandom random) {
        return List.of("small", "small", "large", "fixed").get(random.nextInt(4));
    }

    private static String rules(SplittableRandom random) {
        return list(random, "placementConstraints", CONSTRAINTS, 2)
                + list(random, "placementStrategy", STRATEGIES, 3);
    }

    private static String list(SplittableRandom random, String field, List<String> of, int max) {
        var chosen = new ArrayList<String>();
        for (var i = random.nextInt(max + 1); i > 0; i--) {
            var one = of.get(random.nextInt(of.size()));
            if (!one.isEmpty()) {
                chosen.add(one);
            }
        }
        return chosen.isEmpty() ? "" : ", \"" + field + "\": [" + String.join(", ", chosen) + "]";
    }
}
