package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.codedeploy.DeploymentGroup.AlarmConfiguration;
import ecslab.ecs.codedeploy.DeploymentGroup.AutoRollback;
import ecslab.ecs.codedeploy.DeploymentGroup.BlueGreen;
import ecslab.ecs.codedeploy.DeploymentGroup.RollbackEvent;
import ecslab.ecs.command.CodeDeployCommand.AlarmInput;
import ecslab.ecs.command.CodeDeployCommand.AutoRollbackInput;
import ecslab.ecs.command.CodeDeployCommand.BlueGreenInput;
import ecslab.ecs.command.CodeDeployCommand.Steps;
import ecslab.ecs.command.CodeDeployCommand.TrafficRouting;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.DeploymentStrategy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Reads the structures of deployment groups, deployments and deployment configurations, and
/// refuses what CodeDeploy refuses of them.
final class CodeDeployInputs {

    private static final int PERCENT_MAX = 99;
    private static final int TENTHS = 10;

    private CodeDeployInputs() {}

    static AutoRollback rollback(Given<AutoRollbackInput> given) {
        if (!(given instanceof Given.Value<AutoRollbackInput>(var asked))) {
            return AutoRollback.OFF;
        }
        var known = Arrays.stream(RollbackEvent.values()).map(Enum::name).toList();
        for (var event : asked.events()) {
            if (!known.contains(event)) {
                throw rollbackRefused("The automatic rollback event " + event + " is invalid.");
            }
        }
        var enabled = asked.enabled().orElse(false);
        if (enabled && asked.events().isEmpty()) {
            throw rollbackRefused(
                    "An automatic rollback configuration that is enabled must have at least one"
                            + " event.");
        }
        return new AutoRollback(
                enabled, asked.events().stream().map(RollbackEvent::valueOf).toList());
    }

    private static ApiException rollbackRefused(String message) {
        return ApiException.of(
                        "InvalidAutoRollbackConfigException", "/autoRollbackConfiguration/events")
                .because(message)
                .remedy(
                        Phrase.of(
                                "remedy.oneOf",
                                "known",
                                Names.list(List.of(RollbackEvent.values()))));
    }

    static AlarmConfiguration alarms(Given<AlarmInput> given) {
        if (!(given instanceof Given.Value<AlarmInput>(var asked))) {
            return AlarmConfiguration.OFF;
        }
        var enabled = asked.enabled().orElse(false);
        if (enabled && asked.alarms().isEmpty()) {
            throw ApiException.of("InvalidAlarmConfigException", "/alarmConfiguration/alarms")
                    .because("An alarm configuration that is enabled must have at least one alarm.")
                    .remedy(Phrase.of("remedy.deployment.alarms"));
        }
        return new AlarmConfiguration(enabled, asked.alarms());
    }

    /// Both options are required where the compute platform is ECS.
    static BlueGreen blueGreen(Given<BlueGreenInput> given) {
        if (!(given instanceof Given.Value<BlueGreenInput>(var asked))
                || !asked.actionOnTimeout().isGiven()
                || !asked.terminationAction().isGiven()) {
            throw refused(
                    "deploymentReadyOption and terminateBlueInstancesOnDeploymentSuccess must be"
                            + " specified for the ECS compute platform.");
        }
        var action = asked.actionOnTimeout().orElse("");
        if (!List.of("CONTINUE_DEPLOYMENT", "STOP_DEPLOYMENT").contains(action)) {
            throw refused("The actionOnTimeout " + action + " is invalid.");
        }
        if (!asked.terminationAction().orElse("").equals("TERMINATE")) {
            throw refused("The ECS compute platform supports the action TERMINATE only.");
        }
        var waits = action.equals("STOP_DEPLOYMENT");
        var ready = minutes(asked.waitTimeInMinutes(), "waitTimeInMinutes");
        if (waits == ready.isZero()) {
            throw refused(
                    "waitTimeInMinutes applies to the actionOnTimeout STOP_DEPLOYMENT only, and is"
                            + " required for it.");
        }
        return new BlueGreen(
                waits,
                ready,
                minutes(asked.terminationWaitTimeInMinutes(), "terminationWaitTimeInMinutes"));
    }

    private static Duration minutes(Given<Integer> given, String field) {
        var minutes = Duration.ofMinutes(given.orElse(0));
        if (minutes.isNegative() || minutes.compareTo(BlueGreen.TERMINATION_WAIT_MAX) > 0) {
            throw refused(
                    field + " must be 0 to " + BlueGreen.TERMINATION_WAIT_MAX.toMinutes() + ".");
        }
        return minutes;
    }

    private static ApiException refused(String message) {
        return ApiException.of(
                        "InvalidBlueGreenDeploymentConfigurationException",
                        "/blueGreenDeploymentConfiguration")
                .because(message)
                .remedy(Phrase.of("remedy.codeDeploy.blueGreen"));
    }

    static DeploymentStrategy routing(Given<TrafficRouting> given) {
        if (!(given instanceof Given.Value<TrafficRouting>(var asked))) {
            throw routingRefused("trafficRoutingConfig is required for the ECS compute platform.");
        }
        return switch (asked.type().orElse("")) {
            case "AllAtOnce" -> new DeploymentStrategy.BlueGreen();
            case "TimeBasedCanary" ->
                    new DeploymentStrategy.Canary(
                            tenths(asked.canary(), "canary"), interval(asked.canary(), "canary"));
            case "TimeBasedLinear" ->
                    new DeploymentStrategy.Linear(
                            tenths(asked.linear(), "linear"), interval(asked.linear(), "linear"));
            default ->
                    throw routingRefused(
                            "The traffic routing type " + asked.type().orElse("") + " is invalid.");
        };
    }

    private static int tenths(Given<Steps> given, String prefix) {
        var percent =
                given instanceof Given.Value<Steps>(var steps) ? steps.percentage().orElse(0) : 0;
        if (percent < 1 || percent > PERCENT_MAX) {
            throw routingRefused(prefix + "Percentage must be 1 to " + PERCENT_MAX + ".");
        }
        return percent * TENTHS;
    }

    private static Duration interval(Given<Steps> given, String prefix) {
        var minutes =
                given instanceof Given.Value<Steps>(var steps) ? steps.interval().orElse(0) : 0;
        if (minutes < 1 || minutes > BlueGreen.TERMINATION_WAIT_MAX.toMinutes()) {
            throw routingRefused(prefix + "Interval must be 1 to 2880.");
        }
        return Duration.ofMinutes(minutes);
    }

    static ApiException routingRefused(String message) {
        return ApiException.of(
                        "InvalidTrafficRoutingConfigurationException", "/trafficRoutingConfig")
                .because(message)
                .remedy(Phrase.of("remedy.codeDeploy.routing"));
    }
}
