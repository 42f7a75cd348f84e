package ecslab.simulator.fuzz;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.Client;
import ecslab.ecs.scenario.Shape;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.scenario.Traffic.Detail;
import ecslab.ecs.scenario.Traffic.PathShare;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/// A crowd whose requests are told in windows, with patience and without, and in half of all
/// scenarios a service behind a Network Load Balancer, to which somebody sends as well.
final class RandomTraffic {

    static final String FLOW = "flow";

    private static final int FROM_SECONDS_MAX = 300;

    private final Dice dice;
    private final boolean flows;

    RandomTraffic(long seed) {
        dice = new Dice(seed, "fuzz/traffic");
        flows = dice.once(2);
    }

    boolean flows() {
        return flows;
    }

    List<Traffic> traffic(SimInstant until) {
        var crowd = crowd();
        return flows
                ? List.of(
                        crowd,
                        new Traffic(FLOW, FLOW, "/", 1, SimInstant.ofSeconds(30), until)
                                .withClient(client()))
                : List.of(crowd);
    }

    private Traffic crowd() {
        var from = dice.from(30, FROM_SECONDS_MAX);
        var usual = dice.from(5, 20);
        var peak = dice.from(20, 120);
        var shape =
                switch (dice.below(3)) {
                    case 0 -> new Shape.Steady(peak);
                    case 1 -> new Shape.Wave(usual, peak, Duration.ofSeconds(dice.from(5, 60)));
                    default ->
                            new Shape.Spike(
                                    usual,
                                    peak,
                                    Duration.ofSeconds(dice.from(1, 30)),
                                    Duration.ofSeconds(dice.from(1, 30)));
                };
        return new Traffic(
                "crowd",
                dice.pick(flows ? List.of("web", "bridge", FLOW) : List.of("web", "bridge")),
                shape,
                List.of(new PathShare("/", 3), new PathShare("/old/page", 1)),
                client(),
                Detail.WINDOWS,
                SimInstant.ofSeconds(from),
                SimInstant.ofSeconds(from + dice.from(10, 90)));
    }

    private Client client() {
        return new Client(
                dice.from(1, 200),
                Duration.ofSeconds(dice.from(1, 90)),
                dice.from(0, 2),
                Duration.ofMillis(dice.from(1, 20) * 100L),
                dice.once(2),
                dice.once(4) ? "POST" : "GET",
                "",
                new TreeMap<>());
    }

    /// The Network Load Balancer and its service; nothing in the other half of all scenarios.
    List<Command> setup(Family family) {
        return flows ? List.of(balancer(), service(family)) : List.of();
    }

    private Command balancer() {
        return new LabCommand.LabLoadBalancer(
                FLOW,
                80,
                FLOW,
                "ip",
                80,
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(5, 20))),
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(0, 40))),
                List.of(),
                Given.of("network"));
    }

    private Command service(Family family) {
        return new ServiceCommand.CreateService(
                RandomCommands.CLUSTER,
                FLOW,
                Given.of(family.name() + ":" + dice.from(1, RandomScenario.revisionsOf(family))),
                Given.of(dice.from(1, 3)),
                Given.of("FARGATE"),
                List.of(),
                RandomCommands.network(family),
                List.of(
                        new ServiceLoadBalancer(
                                "${targetGroup/" + FLOW + "}",
                                "",
                                "web",
                                80,
                                ServiceLoadBalancer.Advanced.NONE)),
                dice.once(3) ? Given.of(dice.from(10, 90)) : Given.absent(),
                Given.of(
                        DeploymentConfigurationInput.percents(
                                dice.from(0, 2) * 50, dice.from(2, 4) * 50)),
                Given.absent(),
                SchedulingInput.NOTHING,
                Unmodelled.NOTHING);
    }
}
