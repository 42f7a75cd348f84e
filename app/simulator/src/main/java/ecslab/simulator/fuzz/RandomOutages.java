package ecslab.simulator.fuzz;

import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.BalancingCommand.HealthCheckInput;
import ecslab.ecs.command.BalancingCommand.RulePriority;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.RuleCondition.Field;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Somebody who breaks what stands between users and answers, mends it sometimes, and turns the
/// knobs of load balancers.
final class RandomOutages {

    private static final String OTHER = "other";
    private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");

    private final Dice dice;
    private final boolean flows;

    RandomOutages(long seed, boolean flows) {
        dice = new Dice(seed, "fuzz/outages");
        this.flows = flows;
    }

    /// A target group that nobody registers in: what a weight sends there finds nobody. And a rule
    /// that can be changed.
    List<Command> made() {
        return List.of(
                new BalancingCommand.CreateRule(
                        "${listener/bridge:80}",
                        List.of(RuleCondition.of(Field.PATH_PATTERN, "/old/*")),
                        1,
                        List.of(new RuleAction.Redirect(301, "", "", "", "/new", "")),
                        Unmodelled.NOTHING),
                new BalancingCommand.CreateTargetGroup(
                        OTHER,
                        Given.of("HTTP"),
                        Given.of(80),
                        Given.of("instance"),
                        HealthCheckInput.NONE,
                        Unmodelled.NOTHING));
    }

    List<TimedCommand> commands(int quietFromSeconds) {
        var all = new ArrayList<TimedCommand>();
        for (var i = dice.from(0, 10); i > 0; i--) {
            var at = SimInstant.of(Duration.ofMillis(100L * dice.below(quietFromSeconds * 10)));
            all.add(new TimedCommand(at, dice.once(2) ? outage() : knob()));
        }
        return all;
    }

    private Command outage() {
        var of = dice.once(4) ? "image/good:1" : task();
        return switch (dice.below(13)) {
            case 0 -> new LabOutage.LabSlowDown(of, dice.pick(List.of(2, 20, 1_000)));
            case 1 -> new LabOutage.LabNormalSpeed(of);
            case 2 -> new LabOutage.LabExhaustConnections(task());
            case 3 -> new LabOutage.LabFreeConnections(task());
            case 4 -> new LabOutage.LabDropRoute(task());
            case 5 -> new LabOutage.LabRestoreRoute(task());
            case 6 -> new LabOutage.LabFreeze(task());
            case 7 -> new LabOutage.LabThaw(task());
            case 8 -> new LabOutage.LabBurnCpu(of);
            case 9 -> new LabOutage.LabStopBurn(of);
            case 10, 11 -> new LabOutage.LabZoneOutage(dice.pick(ZONES));
            default -> new LabOutage.LabZoneBack(dice.pick(ZONES));
        };
    }

    private String task() {
        var services =
                flows ? List.of("web", "bridge", RandomTraffic.FLOW) : List.of("web", "bridge");
        return "task/" + dice.pick(services) + "#" + dice.from(1, 4);
    }

    private Command knob() {
        return switch (dice.below(10)) {
            case 0, 1, 2 ->
                    new BalancingCommand.CreateRule(
                            listener(),
                            List.of(condition()),
                            dice.from(1, 4),
                            List.of(action()),
                            Unmodelled.NOTHING);
            case 3 ->
                    new BalancingCommand.ModifyRule(
                            rule(), List.of(), List.of(action()), Unmodelled.NOTHING);
            case 4 ->
                    new BalancingCommand.SetRulePriorities(
                            List.of(new RulePriority(rule(), dice.from(1, 9))));
            case 5 -> new BalancingCommand.DeleteRule(rule());
            case 6, 7 ->
                    new BalancingCommand.ModifyListener(
                            "${listener/bridge:80}",
                            Given.absent(),
                            Given.absent(),
                            List.of(weighted()),
                            Unmodelled.NOTHING);
            case 8 -> healthCheck();
            default -> attribute();
        };
    }

    /// The web listener's own rule belongs to whoever shifts traffic; others go before it.
    private String listener() {
        return "${listener/" + dice.pick(List.of("web", "bridge")) + ":80}";
    }

    private String rule() {
        return "${rule/" + dice.pick(List.of("web", "bridge")) + ":80:" + dice.from(1, 4) + "}";
    }

    private RuleCondition condition() {
        return switch (dice.below(4)) {
            case 0 -> RuleCondition.of(Field.HTTP_REQUEST_METHOD, "POST");
            case 1 -> RuleCondition.of(Field.SOURCE_IP, "0.0.0.0/1");
            case 2 -> RuleCondition.of(Field.PATH_PATTERN, "/");
            default -> RuleCondition.of(Field.PATH_PATTERN, "/old/*");
        };
    }

    private RuleAction action() {
        return switch (dice.below(3)) {
            case 0 -> new RuleAction.FixedResponse(dice.pick(List.of(200, 404, 503)), "", "");
            case 1 -> new RuleAction.Redirect(301, "", "", "", "/new", "");
            default -> weighted();
        };
    }

    private Forward weighted() {
        return new Forward(
                List.of(
                        new Weighted("${targetGroup/bridge}", dice.from(0, 3)),
                        new Weighted("${targetGroup/" + OTHER + "}", dice.from(0, 1))),
                Duration.ofSeconds(dice.once(4) ? dice.from(1, 60) : 0));
    }

    private Command healthCheck() {
        return new BalancingCommand.ModifyTargetGroup(
                "${targetGroup/" + dice.pick(List.of("web", "bridge")) + "}",
                new HealthCheckInput(
                        Given.absent(),
                        dice.once(4) ? Given.of("/elsewhere") : Given.absent(),
                        Given.of(dice.from(6, 30)),
                        Given.of(dice.from(2, 5)),
                        Given.of(dice.from(2, 4)),
                        Given.of(dice.from(2, 4)),
                        Given.absent()));
    }

    private Command attribute() {
        var values = new TreeMap<String, String>();
        switch (dice.below(5)) {
            case 0 ->
                    values.put(
                            ElbAttributes.ALGORITHM,
                            dice.pick(List.of("least_outstanding_requests", "weighted_random")));
            case 1 -> values.put(ElbAttributes.SLOW_START, String.valueOf(dice.from(30, 90)));
            case 2 -> values.put(ElbAttributes.STICKINESS, "true");
            case 3 -> values.put(ElbAttributes.CROSS_ZONE, "false");
            default ->
                    values.put(
                            ElbAttributes.DEREGISTRATION_DELAY, String.valueOf(dice.from(0, 60)));
        }
        var groups =
                flows ? List.of("web", "bridge", RandomTraffic.FLOW) : List.of("web", "bridge");
        return new BalancingCommand.ModifyTargetGroupAttributes(
                "${targetGroup/" + dice.pick(groups) + "}", values);
    }
}
