package ecslab.simulator.fuzz;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.DeploymentConfigurationInput.CircuitBreakerInput;
import ecslab.ecs.command.DeploymentConfigurationInput.EarlySuccessInput;
import ecslab.ecs.command.DeploymentConfigurationInput.LifecycleHookInput;
import ecslab.ecs.command.DeploymentConfigurationInput.StepsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.model.DeploymentAlarms;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceLoadBalancer.Advanced;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Deployments of every kind, and somebody who stops, continues, protects and rings alarms.
final class RandomDeployments {

    static final String GREEN = "green";

    static final String ALARM = "alarm";
    static final String FUNCTION = "smoke";
    private static final List<String> STAGES =
            List.of(
                    "PRE_SCALE_UP",
                    "POST_SCALE_UP",
                    "POST_TEST_TRAFFIC_SHIFT",
                    "PRE_PRODUCTION_TRAFFIC_SHIFT",
                    "POST_PRODUCTION_TRAFFIC_SHIFT");

    private final Dice dice;
    private final boolean shifts;

    RandomDeployments(long seed) {
        dice = new Dice(seed, "fuzz/deployments");
        shifts = dice.once(2);
    }

    List<Command> made() {
        var answers = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            answers.add(dice.pick(List.of("SUCCEEDED", "SUCCEEDED", "IN_PROGRESS", "FAILED")));
        }
        return List.of(
                new WatchCommand.LabAlarm(ALARM, Given.of(dice.once(4) ? "ALARM" : "OK")),
                new WatchCommand.LabHook(
                        FUNCTION, List.copyOf(answers), Duration.ofSeconds(dice.from(1, 20))));
    }

    /// The service `web` may have a second target group.
    List<ServiceLoadBalancer> balancers(String name) {
        var advanced =
                new Advanced(
                        "${targetGroup/" + GREEN + "}",
                        "${rule/web:80:default}",
                        "",
                        "arn:aws:iam::111122223333:role/lb");
        return List.of(
                new ServiceLoadBalancer(
                        "${targetGroup/" + name + "}",
                        "",
                        "web",
                        80,
                        shifts && name.equals("web") ? advanced : Advanced.NONE));
    }

    DeploymentConfigurationInput configuration(String name) {
        var all = DeploymentConfigurationInput.percents(dice.from(0, 2) * 50, dice.from(2, 4) * 50);
        if (dice.once(2)) {
            all = all.withCircuitBreaker(breaker());
        }
        if (dice.once(4)) {
            all =
                    all.withAlarms(
                            new DeploymentAlarms(List.of(ALARM), true, dice.once(2)),
                            dice.from(0, 2));
        }
        if (dice.once(5)) {
            all =
                    all.withEarlySuccess(
                            new EarlySuccessInput(
                                    true,
                                    Given.of(dice.from(1, 4) * 25),
                                    Given.of(dice.once(2) ? "DEFERRED" : "BLOCKING")));
        }
        return shifts && name.equals("web") ? shifting(all) : all;
    }

    private CircuitBreakerInput breaker() {
        return new CircuitBreakerInput(
                true,
                dice.once(2),
                dice.once(3) ? Given.of(false) : Given.absent(),
                Given.of(dice.once(3) ? "COUNT" : "BOUNDED_PERCENT"),
                Given.of(dice.from(1, 4)));
    }

    private DeploymentConfigurationInput shifting(DeploymentConfigurationInput all) {
        var hooks = new ArrayList<LifecycleHookInput>();
        if (dice.once(2)) {
            var pause = dice.once(3);
            hooks.add(
                    new LifecycleHookInput(
                            Given.of(pause ? "PAUSE" : "AWS_LAMBDA"),
                            pause ? Given.absent() : Given.of(FUNCTION),
                            Given.absent(),
                            List.of(dice.pick(STAGES)),
                            Given.absent(),
                            Given.of(dice.from(1, 3)),
                            Given.of(dice.once(2) ? "CONTINUE" : "ROLLBACK")));
        }
        var steps =
                new StepsInput(Given.of(dice.from(30, 1_000) / 10.0), Given.of(dice.from(0, 1)));
        return all.withStrategy(
                dice.pick(List.of("BLUE_GREEN", "LINEAR", "CANARY")),
                Given.of(steps),
                dice.from(0, 1),
                List.copyOf(hooks));
    }

    List<TimedCommand> commands(int quietFromSeconds) {
        var all = new ArrayList<TimedCommand>();
        var count = dice.from(0, 6);
        for (var i = 0; i < count; i++) {
            var at = SimInstant.of(Duration.ofMillis(100L * dice.below(quietFromSeconds * 10)));
            all.add(new TimedCommand(at, command()));
        }
        return all;
    }

    private Command command() {
        var service = dice.pick(List.of("web", "web", "plain", "bridge"));
        var deployment = "${serviceDeployment/" + service + "}";
        return switch (dice.below(9)) {
            case 0 -> new ServiceCommand.DeleteService(Given.of("demo"), service, Given.of(true));
            case 1, 2 ->
                    new DeploymentCommand.StopServiceDeployment(
                            deployment, Given.of(dice.once(2) ? "ROLLBACK" : "ABORT"));
            case 3 ->
                    new DeploymentCommand.ContinueServiceDeployment(
                            deployment,
                            "${hook/" + service + "}",
                            Given.of(dice.once(2) ? "ROLLBACK" : "CONTINUE"));
            case 4, 5 ->
                    new DeploymentCommand.UpdateTaskProtection(
                            "demo",
                            List.of("${task/" + service + "#" + dice.from(1, 6) + "}"),
                            !dice.once(4),
                            Given.of(dice.from(1, 3)));
            default -> new WatchCommand.SetAlarmState(ALARM, dice.once(2) ? "ALARM" : "OK", "wild");
        };
    }
}
