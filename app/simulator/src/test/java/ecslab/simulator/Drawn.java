package ecslab.simulator;

import ecslab.ecs.command.ClusterCommand.CreateCluster;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import ecslab.ecs.command.RoleCommand.DetachRolePolicy;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// A world and what somebody wild does in it, drawn from a seed: the states that nobody wrote a
/// lesson for.
///
/// @param commands in order of time; what the learner does, so that they can be dropped one by one
record Drawn(long seed, List<TimedCommand> commands) {

    /// Nobody does anything after this: time to come to rest.
    static final long QUIET_FROM_SECONDS = 300;

    static final long UNTIL_SECONDS = 1_000;

    private static final List<DeploymentConfiguration> PERCENTS =
            List.of(
                    DeploymentConfiguration.REPLICA_DEFAULT,
                    new DeploymentConfiguration(50, 100),
                    new DeploymentConfiguration(0, 100),
                    new DeploymentConfiguration(50, 150),
                    new DeploymentConfiguration(100, 150));

    static Drawn from(long seed) {
        var random = new SplittableRandom(seed);
        var commands = new ArrayList<TimedCommand>();
        var count = random.nextInt(1, 25);
        var last = SimInstant.START;
        for (var i = 0; i < count; i++) {
            last = random.nextInt(3) == 0 ? moment(random) : soonAfter(last, random);
            commands.add(new TimedCommand(last, command(random)));
        }
        commands.sort(Comparator.comparing(TimedCommand::at));
        return new Drawn(seed, List.copyOf(commands));
    }

    Drawn with(List<TimedCommand> fewer) {
        return new Drawn(seed, fewer);
    }

    /// `web:1` and `web:2` are good; `web:3` has no image, `web:4` fails its health checks, and one
    /// of the two containers of `web:5` can't be pulled.
    Scenarios world() {
        var random = new SplittableRandom(seed + 1);
        var made = Scenarios.demo().seed(seed).until(UNTIL_SECONDS).traffic(4, 0);
        made.image(Scenarios.image(Scenarios.image("web:2"), 90, Duration.ofSeconds(4)))
                .image(Scenarios.unhealthy(Scenarios.image("web:4")))
                .setup(Scenarios.register("web", Scenarios.image("web:1")))
                .setup(Scenarios.register("web", Scenarios.image("web:2")))
                .setup(Scenarios.register("web", Scenarios.image("web:3")))
                .setup(Scenarios.register("web", Scenarios.image("web:4")))
                .setup(Scenarios.pair("web", Scenarios.image("web:1"), "nowhere:1"))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(pick(random, 0, 1, 20, 45))));
        return made.setup(service(random));
    }

    private static ServiceCommand.CreateService service(SplittableRandom random) {
        var draft =
                ServiceDraft.of(random.nextInt(5))
                        .revision("web:" + pick(random, 1, 1, 1, 2, 4, 5));
        if (random.nextInt(3) == 0) {
            draft.unbalanced();
        }
        if (random.nextInt(3) == 0) {
            draft.graceSeconds(30);
        }
        var percents = PERCENTS.get(random.nextInt(PERCENTS.size()));
        return draft.percents(percents.minimumHealthyPercent(), percents.maximumPercent())
                .command();
    }

    private static SimInstant moment(SplittableRandom random) {
        return new SimInstant(random.nextLong(QUIET_FROM_SECONDS * 1_000_000));
    }

    /// While the command before still has its effect, and often at a tenth of a second at which the
    /// engine does something as well.
    private static SimInstant soonAfter(SimInstant last, SplittableRandom random) {
        var wait = Duration.ofMillis(100L * random.nextInt(150));
        var tenth = new SimInstant(last.micros() / 100_000 * 100_000);
        return SimInstant.earlier(tenth.plus(wait), SimInstant.ofSeconds(QUIET_FROM_SECONDS));
    }

    private static Command command(SplittableRandom random) {
        var policy = Scenarios.PULL_POLICY;
        return switch (random.nextInt(16)) {
            case 0, 1 -> runTask(random);
            case 2, 3, 4, 5 -> Scenarios.stop("web#" + random.nextInt(1, 15));
            case 6, 7, 8 -> Scenarios.desired(random.nextInt(7));
            case 9, 10, 11 -> Scenarios.revision("web:" + random.nextInt(1, 8));
            case 12 -> Scenarios.force();
            case 13 -> new DetachRolePolicy(Scenarios.ROLE, policy);
            case 14 -> new AttachRolePolicy(Scenarios.ROLE, policy);
            default ->
                    random.nextBoolean()
                            ? ServiceDraft.of(random.nextInt(4)).command()
                            : new CreateCluster(Given.of("demo"), Unmodelled.NOTHING);
        };
    }

    private static RunTask runTask(SplittableRandom random) {
        var family = "web:" + random.nextInt(1, 6);
        return new RunTask(
                Given.of("demo"),
                family,
                Given.of(random.nextInt(0, 4)),
                Given.of("FARGATE"),
                List.of(),
                Given.of(Scenarios.network()),
                random.nextInt(4) == 0 ? Given.of("service:web") : Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }

    private static int pick(SplittableRandom random, int... from) {
        return from[random.nextInt(from.length)];
    }
}
