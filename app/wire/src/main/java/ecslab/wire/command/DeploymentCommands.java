package ecslab.wire.command;

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
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what deployments are asked for.
final class DeploymentCommands {

    static final String ALARM = "lab:Alarm";
    static final String HOOK = "lab:Hook";
    static final List<String> CALLS = List.of(ALARM, HOOK);

    private static final List<String> STATES = List.of("OK", "ALARM", "INSUFFICIENT_DATA");
    private static final List<String> ANSWERS = List.of("SUCCEEDED", "FAILED", "IN_PROGRESS");

    private DeploymentCommands() {}

    /// Empty if the call is about something else.
    static Optional<Command> read(String call, Input input, Problems problems) {
        return Optional.ofNullable(
                switch (call) {
                    case "ecs:DeleteService" ->
                            new ServiceCommand.DeleteService(
                                    input.text("cluster"),
                                    input.need("service"),
                                    input.flag("force"));
                    case "ecs:ListServiceDeployments" ->
                            new DeploymentCommand.ListServiceDeployments(
                                    input.text("cluster"),
                                    input.need("service"),
                                    input.texts("status"));
                    case "ecs:DescribeServiceDeployments" ->
                            new DeploymentCommand.DescribeServiceDeployments(
                                    input.texts("serviceDeploymentArns"));
                    case "ecs:DescribeServiceRevisions" ->
                            new DeploymentCommand.DescribeServiceRevisions(
                                    input.texts("serviceRevisionArns"));
                    case "ecs:StopServiceDeployment" ->
                            new DeploymentCommand.StopServiceDeployment(
                                    input.need("serviceDeploymentArn"), input.text("stopType"));
                    case "ecs:ContinueServiceDeployment" ->
                            new DeploymentCommand.ContinueServiceDeployment(
                                    input.need("serviceDeploymentArn"),
                                    input.need("hookId"),
                                    input.text("action"));
                    case "ecs:UpdateTaskProtection" ->
                            new DeploymentCommand.UpdateTaskProtection(
                                    input.need("cluster"),
                                    input.texts("tasks"),
                                    input.flag("protectionEnabled").orElse(false),
                                    input.integer("expiresInMinutes"));
                    case "ecs:GetTaskProtection" ->
                            new DeploymentCommand.GetTaskProtection(
                                    input.need("cluster"), input.texts("tasks"));
                    case "cloudwatch:SetAlarmState" ->
                            new WatchCommand.SetAlarmState(
                                    input.need("AlarmName"),
                                    input.need("StateValue"),
                                    input.need("StateReason"));
                    default -> taskSets(call, input, problems);
                });
    }

    private static @Nullable Command taskSets(String call, Input input, Problems problems) {
        return switch (call) {
            case "ecs:CreateTaskSet" ->
                    new DeploymentCommand.CreateTaskSet(
                            input.need("cluster"),
                            input.need("service"),
                            input.need("taskDefinition"),
                            input.text("externalId"),
                            input.text("launchType"),
                            CapacityCommands.strategy(input, "capacityProviderStrategy"),
                            AwsCommands.network(input, problems),
                            AwsCommands.loadBalancers(input),
                            scale(input),
                            input.unmodelled());
            case "ecs:UpdateTaskSet" ->
                    new DeploymentCommand.UpdateTaskSet(
                            input.need("cluster"),
                            input.need("service"),
                            input.need("taskSet"),
                            scale(input));
            case "ecs:UpdateServicePrimaryTaskSet" ->
                    new DeploymentCommand.UpdateServicePrimaryTaskSet(
                            input.need("cluster"),
                            input.need("service"),
                            input.need("primaryTaskSet"));
            case "ecs:DeleteTaskSet" ->
                    new DeploymentCommand.DeleteTaskSet(
                            input.need("cluster"),
                            input.need("service"),
                            input.need("taskSet"),
                            input.flag("force"));
            case "ecs:DescribeTaskSets" ->
                    new DeploymentCommand.DescribeTaskSets(
                            input.need("cluster"), input.need("service"), input.texts("taskSets"));
            default -> null;
        };
    }

    /// Percent is the only unit there is.
    private static Given<Double> scale(Input input) {
        return input.structure("scale").map(one -> one.number("value")).orElse(Given.absent());
    }

    static Given<DeploymentConfigurationInput> configuration(Input input) {
        return input.structure("deploymentConfiguration")
                .map(one -> Given.of(configurationOf(one)))
                .orElse(Given.absent());
    }

    private static DeploymentConfigurationInput configurationOf(Input input) {
        return new DeploymentConfigurationInput(
                input.integer("minimumHealthyPercent"),
                input.integer("maximumPercent"),
                input.text("strategy"),
                input.structure("deploymentCircuitBreaker")
                        .map(one -> Given.of(circuitBreaker(one)))
                        .orElse(Given.absent()),
                input.structure("alarms").map(one -> Given.of(alarms(one))).orElse(Given.absent()),
                input.integer("bakeTimeInMinutes"),
                input.json().get("lifecycleHooks").isPresent()
                        ? Given.of(
                                input.structures("lifecycleHooks").stream()
                                        .map(DeploymentCommands::hook)
                                        .toList())
                        : Given.absent(),
                steps(input, "linearConfiguration", "stepPercent", "stepBakeTimeInMinutes"),
                steps(input, "canaryConfiguration", "canaryPercent", "canaryBakeTimeInMinutes"),
                input.structure("earlySuccessCriteria")
                        .map(one -> Given.of(early(one)))
                        .orElse(Given.absent()));
    }

    private static CircuitBreakerInput circuitBreaker(Input input) {
        var threshold = input.structure("thresholdConfiguration");
        return new CircuitBreakerInput(
                input.flag("enable").orElse(false),
                input.flag("rollback").orElse(false),
                input.flag("resetOnHealthyTask"),
                threshold.map(one -> one.text("type")).orElse(Given.absent()),
                threshold.map(one -> one.integer("value")).orElse(Given.absent()));
    }

    private static DeploymentAlarms alarms(Input input) {
        return new DeploymentAlarms(
                input.texts("alarmNames"),
                input.flag("enable").orElse(false),
                input.flag("rollback").orElse(false));
    }

    private static LifecycleHookInput hook(Input input) {
        var timeout = input.structure("timeoutConfiguration");
        return new LifecycleHookInput(
                input.text("targetType"),
                input.text("hookTargetArn"),
                input.text("roleArn"),
                input.texts("lifecycleStages"),
                input.any("hookDetails"),
                timeout.map(one -> one.integer("timeoutInMinutes")).orElse(Given.absent()),
                timeout.map(one -> one.text("action")).orElse(Given.absent()));
    }

    private static Given<StepsInput> steps(
            Input input, String name, String percent, String bakeTime) {
        return input.structure(name)
                .map(one -> Given.of(new StepsInput(one.number(percent), one.integer(bakeTime))))
                .orElse(Given.absent());
    }

    private static EarlySuccessInput early(Input input) {
        return new EarlySuccessInput(
                input.flag("enable").orElse(false),
                input.integer("healthyPercent"),
                input.text("sourceServiceRevisionCleanup"));
    }

    static Command readLab(String call, Fields fields) {
        var command = call.equals(ALARM) ? alarm(fields) : hook(fields);
        fields.refuseOthers();
        return command;
    }

    private static Command alarm(Fields fields) {
        var state = fields.givenText("state", "\"OK\"");
        if (!STATES.contains(state.orElse("OK"))) {
            fields.wrong("state", "must be one of " + String.join(", ", STATES), "\"ALARM\"");
        }
        return new WatchCommand.LabAlarm(fields.needText("name", "\"web-5xx\""), state);
    }

    private static Command hook(Fields fields) {
        var function = fields.needText("function", "\"smoke-test\"");
        fields.need("answers", "[\"SUCCEEDED\"]");
        var answers = fields.texts("answers", "[\"IN_PROGRESS\", \"SUCCEEDED\"]");
        if (answers.isEmpty() || !ANSWERS.containsAll(answers)) {
            fields.wrong("answers", "must hold " + String.join(", ", ANSWERS), "[\"SUCCEEDED\"]");
        }
        var takes = fields.givenSpan("takes", "\"5s\"").orElse(Duration.ofSeconds(1));
        return new WatchCommand.LabHook(function, answers, takes);
    }
}
