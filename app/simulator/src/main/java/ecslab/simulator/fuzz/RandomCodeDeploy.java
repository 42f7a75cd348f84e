package ecslab.simulator.fuzz;

import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup.RollbackEvent;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.CodeDeployCommand.AlarmInput;
import ecslab.ecs.command.CodeDeployCommand.AutoRollbackInput;
import ecslab.ecs.command.CodeDeployCommand.BlueGreenInput;
import ecslab.ecs.command.CodeDeployCommand.EcsService;
import ecslab.ecs.command.CodeDeployCommand.Steps;
import ecslab.ecs.command.CodeDeployCommand.Style;
import ecslab.ecs.command.CodeDeployCommand.TargetGroupPairInfo;
import ecslab.ecs.command.CodeDeployCommand.TrafficRouting;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// In one scenario of three, a service that CodeDeploy deploys, and somebody who deploys it again
/// and again, stops, continues, scales and deletes.
final class RandomCodeDeploy {

    private static final String NAME = "shop";
    private static final String OTHER = "shop2";
    private static final String DEPLOYMENT = "${codeDeployDeployment/" + NAME + "}";

    private static final RandomRevisions.Family FAMILY = RandomRevisions.FAMILIES.getFirst();

    private final Dice dice;
    private final boolean isOn;

    RandomCodeDeploy(long seed) {
        dice = new Dice(seed, "fuzz/codeDeploy");
        isOn = dice.once(3);
    }

    List<Command> made() {
        if (!isOn) {
            return List.of();
        }
        return List.of(
                new LabCommand.LabLoadBalancer(
                        NAME,
                        80,
                        NAME,
                        "ip",
                        80,
                        Given.absent(),
                        Given.of(Duration.ofSeconds(dice.from(5, 20))),
                        Given.absent(),
                        Given.of(Duration.ofSeconds(dice.from(0, 40)))),
                new BalancingCommand.CreateTargetGroup(
                        OTHER,
                        Given.of("HTTP"),
                        Given.of(80),
                        Given.of("ip"),
                        BalancingCommand.HealthCheckInput.NONE,
                        Unmodelled.NOTHING),
                new ServiceCommand.CreateService(
                        RandomCommands.CLUSTER,
                        NAME,
                        Given.of(revision()),
                        Given.of(dice.from(0, 2)),
                        Given.of("FARGATE"),
                        List.of(),
                        RandomCommands.network(FAMILY),
                        List.of(new ServiceLoadBalancer("${targetGroup/" + NAME + "}", "web", 80)),
                        Given.absent(),
                        Given.absent(),
                        Given.of("CODE_DEPLOY"),
                        SchedulingInput.NOTHING,
                        Unmodelled.NOTHING),
                new CodeDeployCommand.CreateApplication(NAME, Given.of("ECS")),
                new CodeDeployCommand.CreateDeploymentConfig(
                        "own",
                        Given.of("ECS"),
                        Given.of(
                                new TrafficRouting(
                                        Given.of("TimeBasedLinear"),
                                        Given.absent(),
                                        Given.of(
                                                new Steps(
                                                        Given.of(dice.from(20, 60)),
                                                        Given.of(1)))))),
                group());
    }

    private String revision() {
        return FAMILY.name() + ":" + dice.from(1, RandomScenario.revisionsOf(FAMILY));
    }

    private Command group() {
        var held = dice.once(3);
        return new CodeDeployCommand.CreateDeploymentGroup(
                NAME,
                NAME,
                Given.of("own"),
                "arn:aws:iam::111122223333:role/deploy",
                Given.of(new Style(Given.of("BLUE_GREEN"), Given.of("WITH_TRAFFIC_CONTROL"))),
                List.of(new EcsService(Given.of(NAME), RandomCommands.CLUSTER)),
                List.of(
                        new TargetGroupPairInfo(
                                List.of(NAME, OTHER),
                                List.of("${listener/" + NAME + ":80}"),
                                List.of())),
                Given.of(
                        new BlueGreenInput(
                                Given.of(held ? "STOP_DEPLOYMENT" : "CONTINUE_DEPLOYMENT"),
                                held ? Given.of(dice.from(1, 2)) : Given.absent(),
                                Given.of("TERMINATE"),
                                Given.of(dice.from(0, 2)))),
                Given.of(rollback()),
                Given.of(new AlarmInput(Given.of(dice.once(2)), List.of(RandomDeployments.ALARM))),
                Unmodelled.NOTHING);
    }

    private AutoRollbackInput rollback() {
        var events = new ArrayList<String>();
        for (var event : RollbackEvent.values()) {
            if (dice.once(2)) {
                events.add(event.name());
            }
        }
        return new AutoRollbackInput(Given.of(!events.isEmpty()), List.copyOf(events));
    }

    List<TimedCommand> commands(int quietFromSeconds) {
        var all = new ArrayList<TimedCommand>();
        var count = isOn ? dice.from(1, 8) : 0;
        for (var i = 0; i < count; i++) {
            var at = SimInstant.of(Duration.ofMillis(100L * dice.below(quietFromSeconds * 10)));
            all.add(new TimedCommand(at, command()));
        }
        return all;
    }

    private Command command() {
        return switch (dice.below(10)) {
            case 0 ->
                    new CodeDeployCommand.StopDeployment(
                            DEPLOYMENT, dice.once(2) ? Given.of(dice.once(2)) : Given.absent());
            case 1, 2 ->
                    new CodeDeployCommand.ContinueDeployment(
                            DEPLOYMENT, Given.of(dice.once(2) ? "READY_WAIT" : "TERMINATION_WAIT"));
            case 3 ->
                    new ServiceCommand.UpdateService(
                            RandomCommands.CLUSTER,
                            NAME,
                            Given.of(dice.from(0, 3)),
                            Given.absent(),
                            List.of(),
                            Given.absent(),
                            Unmodelled.NOTHING);
            case 4 ->
                    dice.once(3)
                            ? new ServiceCommand.DeleteService(
                                    RandomCommands.CLUSTER, NAME, Given.of(true))
                            : new CodeDeployCommand.GetDeployment(DEPLOYMENT);
            default -> deploy();
        };
    }

    private Command deploy() {
        var hooks = new EnumMap<LifecycleEventName, String>(LifecycleEventName.class);
        if (dice.once(2)) {
            var names = LifecycleEventName.hooks();
            LifecycleEventName.of(dice.pick(names))
                    .ifPresent(event -> hooks.put(event, RandomDeployments.FUNCTION));
        }
        return new CodeDeployCommand.CreateDeployment(
                NAME,
                Given.of(NAME),
                Given.of(
                        new AppSpec(
                                revision(),
                                dice.once(8) ? "nobody" : "web",
                                80,
                                "",
                                List.of(),
                                hooks)),
                dice.once(2)
                        ? Given.of(dice.pick(DeploymentConfig.PREDEFINED).name())
                        : Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Unmodelled.NOTHING);
    }
}
