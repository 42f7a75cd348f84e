package ecslab.wire.command;

import ecslab.ecs.codedeploy.AppSpec;
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
import ecslab.wire.Problems;
import java.util.List;
import java.util.Optional;

/// Reads CodeDeploy's commands.
final class CodeDeployCommands {

    static final String API = "codedeploy:";

    private CodeDeployCommands() {}

    static Command read(String call, Input input, Problems problems) {
        return switch (call.substring(API.length())) {
            case "CreateApplication" ->
                    new CodeDeployCommand.CreateApplication(
                            input.need("applicationName"), input.text("computePlatform"));
            case "CreateDeploymentConfig" ->
                    new CodeDeployCommand.CreateDeploymentConfig(
                            input.need("deploymentConfigName"),
                            input.text("computePlatform"),
                            given(
                                    input.structure("trafficRoutingConfig")
                                            .map(CodeDeployCommands::routing)));
            case "CreateDeploymentGroup" -> group(input);
            case "CreateDeployment" -> deployment(input, problems);
            case "ContinueDeployment" ->
                    new CodeDeployCommand.ContinueDeployment(
                            input.need("deploymentId"), input.text("deploymentWaitType"));
            case "StopDeployment" ->
                    new CodeDeployCommand.StopDeployment(
                            input.need("deploymentId"), input.flag("autoRollbackEnabled"));
            case "PutLifecycleEventHookExecutionStatus" ->
                    new CodeDeployCommand.PutLifecycleEventHookExecutionStatus(
                            input.need("deploymentId"),
                            input.need("lifecycleEventHookExecutionId"),
                            input.need("status"));
            case "GetDeployment" -> new CodeDeployCommand.GetDeployment(input.need("deploymentId"));
            case "GetDeploymentTarget" ->
                    new CodeDeployCommand.GetDeploymentTarget(
                            input.need("deploymentId"), input.need("targetId"));
            case "ListDeployments" ->
                    new CodeDeployCommand.ListDeployments(
                            input.text("applicationName"),
                            input.text("deploymentGroupName"),
                            input.texts("includeOnlyStatuses"));
            default ->
                    throw new IllegalStateException(
                            "inputs.json has " + call + ", nobody reads it");
        };
    }

    private static TrafficRouting routing(Input routing) {
        return new TrafficRouting(
                routing.text("type"),
                given(routing.structure("timeBasedCanary").map(one -> steps(one, "canary"))),
                given(routing.structure("timeBasedLinear").map(one -> steps(one, "linear"))));
    }

    private static Steps steps(Input steps, String prefix) {
        return new Steps(steps.integer(prefix + "Percentage"), steps.integer(prefix + "Interval"));
    }

    private static Command group(Input input) {
        return new CodeDeployCommand.CreateDeploymentGroup(
                input.need("applicationName"),
                input.need("deploymentGroupName"),
                input.text("deploymentConfigName"),
                input.need("serviceRoleArn"),
                given(
                        input.structure("deploymentStyle")
                                .map(one ->
                                        new Style(
                                                one.text("deploymentType"),
                                                one.text("deploymentOption")))),
                input.structures("ecsServices").stream()
                        .map(one ->
                                new EcsService(one.text("serviceName"), one.text("clusterName")))
                        .toList(),
                input
                        .structure("loadBalancerInfo")
                        .map(one -> one.structures("targetGroupPairInfoList"))
                        .orElse(List.of())
                        .stream()
                        .map(CodeDeployCommands::pair)
                        .toList(),
                given(
                        input.structure("blueGreenDeploymentConfiguration")
                                .map(CodeDeployCommands::blueGreen)),
                rollback(input),
                alarms(input, "alarmConfiguration"),
                input.unmodelled());
    }

    private static TargetGroupPairInfo pair(Input pair) {
        return new TargetGroupPairInfo(
                pair.structures("targetGroups").stream().map(one -> one.need("name")).toList(),
                listeners(pair, "prodTrafficRoute"),
                listeners(pair, "testTrafficRoute"));
    }

    private static List<String> listeners(Input pair, String route) {
        return pair.structure(route).map(one -> one.texts("listenerArns")).orElse(List.of());
    }

    private static BlueGreenInput blueGreen(Input input) {
        var ready = input.structure("deploymentReadyOption");
        var termination = input.structure("terminateBlueInstancesOnDeploymentSuccess");
        return new BlueGreenInput(
                ready.map(one -> one.text("actionOnTimeout")).orElse(Given.absent()),
                ready.map(one -> one.integer("waitTimeInMinutes")).orElse(Given.absent()),
                termination.map(one -> one.text("action")).orElse(Given.absent()),
                termination
                        .map(one -> one.integer("terminationWaitTimeInMinutes"))
                        .orElse(Given.absent()));
    }

    private static Given<AutoRollbackInput> rollback(Input input) {
        return given(
                input.structure("autoRollbackConfiguration")
                        .map(one ->
                                new AutoRollbackInput(one.flag("enabled"), one.texts("events"))));
    }

    private static Given<AlarmInput> alarms(Input input, String name) {
        return given(
                input.structure(name)
                        .map(one ->
                                new AlarmInput(
                                        one.flag("enabled"),
                                        one.structures("alarms").stream()
                                                .map(alarm -> alarm.need("name"))
                                                .toList())));
    }

    private static Command deployment(Input input, Problems problems) {
        return new CodeDeployCommand.CreateDeployment(
                input.need("applicationName"),
                input.text("deploymentGroupName"),
                given(
                        input.structure("revision")
                                .flatMap(revision -> revision(revision, problems))),
                input.text("deploymentConfigName"),
                input.text("description"),
                rollback(input),
                alarms(input, "overrideAlarmConfiguration"),
                input.unmodelled());
    }

    /// Of the places where AWS takes a revision from, we know the call itself.
    private static Optional<AppSpec> revision(Input revision, Problems problems) {
        var type = revision.text("revisionType", "AppSpecContent");
        if (!type.equals("AppSpecContent")) {
            problems.add(
                    revision.json().placeOfField("revisionType"),
                    "a revision of the type " + type + " isn't modelled",
                    "Write revisionType AppSpecContent, and the AppSpec in"
                            + " appSpecContent.content.");
            return Optional.empty();
        }
        return revision.structure("appSpecContent")
                .filter(content -> content.any("content").isGiven())
                .flatMap(content -> content.json().get("content"))
                .flatMap(content -> AppSpecReader.read(content, problems));
    }

    private static <T> Given<T> given(Optional<T> value) {
        return value.map(Given::of).orElse(Given.absent());
    }
}
