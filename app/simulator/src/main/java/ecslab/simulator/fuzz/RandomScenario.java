package ecslab.simulator.fuzz;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A scenario drawn from a seed: a service behind a load balancer, one without, standalone tasks,
/// and somebody wild who changes, stops and breaks things.
public final class RandomScenario {

    private static final int REVISIONS = 6;
    private static final int QUIET_FROM_SECONDS = 400;
    private static final SimInstant UNTIL = SimInstant.ofSeconds(4_800);
    private static final Given<AwsVpcConfiguration> NETWORK =
            Given.of(
                    new AwsVpcConfiguration(
                            List.of("${subnet/a}", "${subnet/b}"), List.of(), true));

    private final Dice dice;

    private RandomScenario(long seed) {
        dice = new Dice(seed, "fuzz");
    }

    public static Scenario of(long seed) {
        return new RandomScenario(seed).scenario(seed);
    }

    private Scenario scenario(long seed) {
        var until = dice.once(8) ? UNTIL : SimInstant.ofSeconds(700);
        return new Scenario(
                "random " + seed,
                Instant.parse("2026-11-21T00:00:00Z"),
                new Arns("us-east-1", "111122223333"),
                seed,
                until,
                new RandomImages(dice).images(),
                List.of(new Traffic("users", "web", "/", 2, SimInstant.ofSeconds(20), until)),
                setup(),
                commands(),
                List.of());
    }

    private List<TimedCommand> setup() {
        var all = new ArrayList<Command>();
        all.add(new ClusterCommand.CreateCluster(Given.of("demo"), Unmodelled.NOTHING));
        all.add(new LabCommand.LabNetwork(List.of("us-east-1a", "us-east-1b"), true));
        var revisions = new RandomRevisions(dice);
        for (var i = 0; i < REVISIONS; i++) {
            all.add(revisions.revision());
        }
        all.add(
                new LabCommand.LabLoadBalancer(
                        "web",
                        80,
                        "web",
                        "ip",
                        80,
                        Given.absent(),
                        Given.of(Duration.ofSeconds(dice.from(5, 20))),
                        Given.absent(),
                        Given.of(Duration.ofSeconds(dice.from(0, 40)))));
        all.add(service("web", List.of(new ServiceLoadBalancer("${targetGroup/web}", "web", 80))));
        all.add(service("plain", List.of()));
        return all.stream().map(one -> new TimedCommand(SimInstant.START, one)).toList();
    }

    private Command service(String name, List<ServiceLoadBalancer> balancers) {
        var percents =
                DeploymentConfigurationInput.percents(dice.from(0, 2) * 50, dice.from(2, 4) * 50);
        return new ServiceCommand.CreateService(
                Given.of("demo"),
                name,
                Given.of(revision()),
                Given.of(dice.from(0, 3)),
                Given.of("FARGATE"),
                List.of(),
                NETWORK,
                balancers,
                dice.once(3) ? Given.of(dice.from(10, 90)) : Given.absent(),
                Given.of(percents),
                Given.absent(),
                SchedulingInput.NOTHING,
                Unmodelled.NOTHING);
    }

    private List<TimedCommand> commands() {
        var all = new ArrayList<TimedCommand>();
        var count = dice.from(3, 25);
        for (var i = 0; i < count; i++) {
            var at = SimInstant.of(Duration.ofMillis(100L * dice.below(QUIET_FROM_SECONDS * 10)));
            all.add(new TimedCommand(at, command()));
        }
        all.sort(Comparator.comparing(TimedCommand::at));
        return List.copyOf(all);
    }

    private Command command() {
        return switch (dice.below(16)) {
            case 0, 1, 2 -> runTask();
            case 3, 4 ->
                    new TaskCommand.StopTask(
                            Given.of("demo"), "${task/" + task() + "}", Given.of("wild"));
            case 5, 6 -> update(Given.of(dice.from(0, 4)), Given.absent());
            case 7, 8 -> update(Given.absent(), Given.of(revision()));
            case 9 -> new TaskDefinitionCommand.DeregisterTaskDefinition(revision());
            case 10 -> new TaskDefinitionCommand.DeleteTaskDefinitions(List.of(revision()));
            default -> fault();
        };
    }

    private Command fault() {
        return switch (dice.below(9)) {
            case 0, 1 -> new LabFault.LabKillContainer("task/" + task(), "web", dice.from(0, 255));
            case 2 -> new LabFault.LabRegistryDown(Given.absent());
            case 3 -> new LabFault.LabRegistryUp(Given.absent());
            case 4 -> new LabFault.LabLeakMemory(of(), dice.from(10, 2_000));
            case 5 -> new LabFault.LabStopLeak(of());
            case 6 ->
                    new LabFault.LabSlowStart("image/good:1", Duration.ofSeconds(dice.from(0, 90)));
            case 7 -> new LabFault.LabBreakHealth(of());
            default -> new LabFault.LabMendHealth(of());
        };
    }

    private String of() {
        return dice.once(2) ? "image/good:1" : "task/" + task();
    }

    private String task() {
        return (dice.once(3) ? "plain#" : "web#") + dice.from(1, 12);
    }

    private String revision() {
        return "web:" + dice.from(1, REVISIONS);
    }

    private Command update(Given<Integer> desired, Given<String> revision) {
        return new ServiceCommand.UpdateService(
                Given.of("demo"),
                dice.once(2) ? "web" : "plain",
                desired,
                revision,
                List.of(),
                dice.once(4) ? Given.of(true) : Given.absent(),
                Unmodelled.NOTHING);
    }

    private Command runTask() {
        return new TaskCommand.RunTask(
                Given.of("demo"),
                revision(),
                Given.of(dice.from(1, 3)),
                Given.of("FARGATE"),
                List.of(),
                NETWORK,
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }
}
