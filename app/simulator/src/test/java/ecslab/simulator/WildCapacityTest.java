package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.event.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever somebody does to container instances, nothing of them is given away twice, no task
/// skips a state, and the run stays a value.
class WildCapacityTest {

    static final List<Long> SEEDS = Seeds.of(60);
    private static final SimInstant END = SimInstant.ofSeconds(600);
    private static final String SUBNETS =
            ", \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                    + " [\"${subnet/private-a}\", \"${subnet/private-b}\"]}}";

    @ParameterizedTest
    @FieldSource("SEEDS")
    void breaksNoRule(long seed) {
        assertEquals(List.of(), Checker.check(play(seed).events()), () -> "seed " + seed);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void foldAgreesWithTheEngine(long seed) {
        var run = SimulatedRun.start(world(seed));
        for (var command : commands(seed)) {
            run.advanceTo(command.at());
            run.submit(command.command());
            agree(run);
        }
        run.advanceTo(END);
        agree(run);
    }

    private static void agree(SimulatedRun run) {
        var engine = run.view();
        var fold = run.snapshot();
        assertEquals(engine.tasks(), fold.tasks());
        assertEquals(engine.containerInstances(), fold.capacity().containerInstances());
        assertEquals(engine.instances(), fold.capacity().instances());
        assertEquals(engine.clusters(), fold.clusters());
        assertEquals(engine.services(), fold.services());
        assertEquals(engine.network(), fold.network());
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void sameSeedGivesTheSameLines(long seed) {
        assertEquals(lines(play(seed)), lines(play(seed)));
    }

    /// A branch runs again from a checkpoint in the middle.
    @ParameterizedTest
    @FieldSource("SEEDS")
    void branchesChangeNothing(long seed) {
        var run = play(seed);
        var random = new SplittableRandom(seed);
        var at = SimInstant.ofSeconds(random.nextInt(1, 600));
        var branch = run.branch(at, "what if");
        assertEquals(
                run.events().subList(0, branch.events().size()).stream()
                        .map(EventJson::line)
                        .toList(),
                lines(branch));
        run.seek(at);
        assertEquals(run.snapshot().tasks(), branch.snapshot().tasks());
        assertEquals(run.snapshot().capacity(), branch.snapshot().capacity());
    }

    private static List<String> lines(SimulatedRun run) {
        return run.events().stream().map(EventJson::line).toList();
    }

    private static SimulatedRun play(long seed) {
        var run = SimulatedRun.start(world(seed));
        for (var command : commands(seed)) {
            run.advanceTo(command.at());
            run.submit(command.command());
        }
        run.advanceTo(END);
        return run;
    }

    private static Scenario world(long seed) {
        return Written.demo(2, "\"subnets\": \"both\", \"natGateways\": [\"a\"]")
                .setup(
                        "lab:AutoScalingGroup",
                        "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\","
                                + " \"desired\": 1, \"max\": 3}")
                .setup(
                        "ecs:CreateCapacityProvider",
                        "{\"name\": \"p\", \"autoScalingGroupProvider\": {\"autoScalingGroupArn\":"
                                + " \"${autoScalingGroup/asg}\", \"managedScaling\": {\"status\":"
                                + " \"ENABLED\"}}}")
                .setup(
                        "ecs:PutClusterCapacityProviders",
                        "{\"cluster\": \"demo\", \"capacityProviders\": [\"p\"],"
                                + " \"defaultCapacityProviderStrategy\": []}")
                .instances("pool", "m5.large", 2)
                .setup(
                        "lab:LoadBalancer",
                        "{\"name\": \"web\", \"listener\": 80, \"targetGroup\": {\"name\": \"web\","
                                + " \"targetType\": \"instance\", \"port\": 80,"
                                + " \"healthCheckInterval\": \"10s\", \"deregistrationDelay\":"
                                + " \"15s\"}}")
                .family("bridge", "bridge", 400, 500, ", \"hostPort\": 0")
                .family("fixed", "bridge", 128, 128, ", \"hostPort\": 8080")
                .family("host", "host", 128, 700, "")
                .family("eni", "awsvpc", 256, 300, "")
                .service(
                        "1s",
                        "bridge",
                        3,
                        ", \"launchType\": \"EC2\", \"loadBalancers\": [{\"targetGroupArn\":"
                                + " \"${targetGroup/web}\", \"containerName\": \"web\","
                                + " \"containerPort\": 80}]")
                .traffic("20s")
                .scenario("10m");
    }

    private static List<TimedCommand> commands(long seed) {
        var random = new SplittableRandom(seed);
        var commands = new ArrayList<TimedCommand>();
        var at = SimInstant.ofSeconds(2);
        for (var i = random.nextInt(5, 30); i > 0; i--) {
            at = at.plus(Duration.ofMillis(100L * random.nextInt(150)));
            commands.add(new TimedCommand(at, command(random)));
        }
        return commands;
    }

    private static Command command(SplittableRandom random) {
        var instance =
                random.nextInt(3) == 0
                        ? "asg#" + random.nextInt(1, 4)
                        : "pool#" + random.nextInt(1, 4);
        var named = "{\"instance\": \"instance/" + instance + "\"}";
        var family = List.of("bridge", "fixed", "host", "eni").get(random.nextInt(4));
        var network = family.equals("eni") ? SUBNETS : "";
        var run =
                "{\"cluster\": \"demo\", \"taskDefinition\": \""
                        + family
                        + "\", \"count\": "
                        + random.nextInt(1, 5)
                        + network;
        var state =
                "{\"cluster\": \"demo\", \"containerInstances\": [\"${instance/"
                        + instance
                        + "}\"], \"status\": \"";
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> read("ecs:RunTask", run + ", \"launchType\": \"EC2\"}");
            case 3 -> read("ecs:RunTask", run + ClustersTest.strategy("p", 0, 1) + "}");
            case 4, 5 ->
                    read(
                            "ecs:UpdateService",
                            "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": "
                                    + random.nextInt(7)
                                    + "}");
            case 6 -> read("ecs:UpdateContainerInstancesState", state + "DRAINING\"}");
            case 7 -> read("ecs:UpdateContainerInstancesState", state + "ACTIVE\"}");
            case 8 -> read("lab:TerminateInstance", named);
            case 9 -> read("lab:DisconnectAgent", named);
            case 10 -> read("lab:ReconnectAgent", named);
            case 11 ->
                    read(
                            "lab:StartInstances",
                            "{\"name\": \"pool\", \"cluster\": \"demo\", \"instanceType\":"
                                    + " \"m5.large\", \"registersIn\": \"5s\"}");
            case 12 ->
                    read(
                            "ecs:DeregisterContainerInstance",
                            "{\"cluster\": \"demo\", \"containerInstance\": \"${instance/"
                                    + instance
                                    + "}\", \"force\": "
                                    + random.nextBoolean()
                                    + "}");
            default ->
                    read(
                            "ecs:StopTask",
                            "{\"cluster\": \"demo\", \"task\": \"${task/"
                                    + family
                                    + "#"
                                    + random.nextInt(1, 6)
                                    + "}\"}");
        };
    }

    private static Command read(String call, String json) {
        try {
            return CommandReader.read(call, json);
        } catch (BadInput wrong) {
            throw new AssertionError(json, wrong);
        }
    }
}
