package ecslab.simulator.fuzz;

import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.CapacityProvider.ManagedScaling;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A scenario drawn from a seed: a service behind a load balancer on Fargate, one without, one on
/// container instances, perhaps one behind a Network Load Balancer; standalone tasks in each
/// network mode; capacity providers; crowds; and somebody wild who changes, drains, stops and
/// breaks things. Beside them, two services that are deployed and scaled and otherwise left alone,
/// and daemons.
public final class RandomScenario {

    private static final int QUIET_FROM_SECONDS = 400;
    private static final SimInstant UNTIL = SimInstant.ofSeconds(4_800);
    private static final List<String> BEHAVIORS = List.of("", "always", "once", "prefer-cached");

    private final Dice dice;
    private final RandomCommands wild;
    private final RandomDeployments deploying;
    private final RandomCodeDeploy codeDeploy;
    private final RandomTraffic crowds;
    private final RandomOutages outages;
    private final RandomRolling rolling;
    private final RandomDaemons daemons;

    private RandomScenario(long seed) {
        dice = new Dice(seed, "fuzz");
        wild = new RandomCommands(dice);
        deploying = new RandomDeployments(seed);
        codeDeploy = new RandomCodeDeploy(seed);
        crowds = new RandomTraffic(seed);
        outages = new RandomOutages(seed, crowds.flows());
        rolling = new RandomRolling(seed);
        daemons = new RandomDaemons(seed);
    }

    public static Scenario of(long seed) {
        return new RandomScenario(seed).scenario(seed);
    }

    /// Most of what can go wrong in a revision goes wrong on Fargate as well.
    static int revisionsOf(Family family) {
        return family.fargate() ? 6 : 2;
    }

    private Scenario scenario(long seed) {
        var until = dice.once(8) ? UNTIL : SimInstant.ofSeconds(700);
        return new Scenario(
                "random " + seed,
                Instant.parse("2026-11-21T00:00:00Z"),
                new Arns("us-east-1", "111122223333"),
                seed,
                until,
                images(),
                traffic(until),
                setup(),
                commands(),
                List.of());
    }

    private List<ImageBehaviour> images() {
        var all = new ArrayList<>(new RandomImages(dice).images());
        all.addAll(rolling.images());
        return List.copyOf(all);
    }

    private List<Traffic> traffic(SimInstant until) {
        var all = new ArrayList<Traffic>();
        all.add(users("users", "web", until));
        all.add(users("others", "bridge", until));
        all.addAll(crowds.traffic(until));
        return List.copyOf(all);
    }

    private static Traffic users(String name, String to, SimInstant until) {
        return new Traffic(name, to, "/", 1, SimInstant.ofSeconds(20), until);
    }

    private List<TimedCommand> setup() {
        var all = new ArrayList<Command>();
        all.add(new ClusterCommand.CreateCluster(Given.of("demo"), Unmodelled.NOTHING));
        all.add(
                new LabCommand.LabNetwork(
                        List.of("us-east-1a", "us-east-1b"), true, true, List.of("a"), List.of()));
        all.addAll(capacity());
        all.add(new RoleCommand.CreateRole("exec", List.of("ecs-tasks.amazonaws.com")));
        for (var policy : List.of("SecretsManagerReadWrite", "CloudWatchLogsFullAccess")) {
            all.add(new RoleCommand.AttachRolePolicy("exec", "arn:aws:iam::aws:policy/" + policy));
        }
        all.addAll(RandomNeeds.made());
        var revisions = new RandomRevisions(dice);
        for (var family : RandomRevisions.FAMILIES) {
            for (var i = 0; i < revisionsOf(family); i++) {
                all.add(revisions.revision(family));
            }
        }
        all.add(balancer("web", "ip"));
        all.add(balancer("bridge", "instance"));
        all.add(
                new BalancingCommand.CreateTargetGroup(
                        RandomDeployments.GREEN,
                        Given.of("HTTP"),
                        Given.of(80),
                        Given.of("ip"),
                        BalancingCommand.HealthCheckInput.NONE,
                        Unmodelled.NOTHING));
        all.addAll(deploying.made());
        all.add(service("web", 0, "web"));
        all.add(service("plain", 0, ""));
        all.add(service("bridge", 1, "bridge"));
        all.addAll(outages.made());
        all.addAll(codeDeploy.made());
        all.addAll(crowds.setup(RandomRevisions.FAMILIES.getFirst()));
        all.addAll(rolling.made());
        all.addAll(daemons.made());
        return all.stream().map(one -> new TimedCommand(SimInstant.START, one)).toList();
    }

    private List<Command> capacity() {
        return List.of(
                new LabCapacity.LabStartInstances(
                        RandomCommands.POOL, template(dice), dice.from(1, 2)),
                new LabCapacity.LabAutoScalingGroup(
                        RandomCommands.GROUP, template(dice), 0, 3, dice.from(0, 1)),
                new ClusterCommand.CreateCapacityProvider(
                        RandomCommands.PROVIDER,
                        "${autoScalingGroup/" + RandomCommands.GROUP + "}",
                        ManagedScaling.DEFAULT,
                        dice.once(3),
                        dice.once(2),
                        Unmodelled.NOTHING),
                new ClusterCommand.PutClusterCapacityProviders(
                        "demo",
                        List.of("FARGATE", "FARGATE_SPOT", RandomCommands.PROVIDER),
                        List.of()));
    }

    static InstanceTemplate template(Dice dice) {
        var type = dice.pick(List.of("t3.small", "m5.large"));
        var pulls = dice.pick(BEHAVIORS);
        var seconds = dice.from(1, 60);
        return new InstanceTemplate(
                "demo",
                type,
                List.of(),
                List.of(),
                List.of(),
                0,
                pulls,
                seconds % 2 == 0 ? Given.of(Duration.ofSeconds(seconds)) : Given.absent(),
                Given.of(Duration.ofSeconds(seconds)));
    }

    private Command balancer(String name, String targetType) {
        return new LabCommand.LabLoadBalancer(
                name,
                80,
                name,
                targetType,
                80,
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(5, 20))),
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(0, 40))));
    }

    /// @param family the index of a family
    /// @param balancer empty for none
    private Command service(String name, int family, String balancer) {
        var its = RandomRevisions.FAMILIES.get(family);
        return new ServiceCommand.CreateService(
                RandomCommands.CLUSTER,
                name,
                Given.of(wild.revision(its)),
                Given.of(dice.from(0, 3)),
                Given.of(its.fargate() ? "FARGATE" : "EC2"),
                List.of(),
                RandomCommands.network(its),
                balancer.isEmpty() ? List.of() : deploying.balancers(balancer),
                dice.once(3) ? Given.of(dice.from(10, 90)) : Given.absent(),
                Given.of(deploying.configuration(name)),
                Given.absent(),
                new RandomPlacement(dice).scheduling(its.fargate()),
                Unmodelled.NOTHING);
    }

    private List<TimedCommand> commands() {
        var all = new ArrayList<TimedCommand>();
        var count = dice.from(3, 25);
        for (var i = 0; i < count; i++) {
            var at = SimInstant.of(Duration.ofMillis(100L * dice.below(QUIET_FROM_SECONDS * 10)));
            all.add(new TimedCommand(at, wild.command()));
        }
        all.addAll(deploying.commands(QUIET_FROM_SECONDS));
        all.addAll(codeDeploy.commands(QUIET_FROM_SECONDS));
        all.addAll(outages.commands(QUIET_FROM_SECONDS));
        all.addAll(rolling.commands(QUIET_FROM_SECONDS));
        all.addAll(daemons.commands(QUIET_FROM_SECONDS));
        all.sort(Comparator.comparing(TimedCommand::at));
        return List.copyOf(all);
    }
}
