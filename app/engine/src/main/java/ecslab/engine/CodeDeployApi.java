package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CodeDeployIdResponse;
import ecslab.ecs.Response.GetDeploymentResponse;
import ecslab.ecs.Response.GetDeploymentTargetResponse;
import ecslab.ecs.Response.ListResponse;
import ecslab.ecs.Response.StopDeploymentResponse;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.CodeDeployCommand.ContinueDeployment;
import ecslab.ecs.command.CodeDeployCommand.CreateDeployment;
import ecslab.ecs.command.CodeDeployCommand.GetDeploymentTarget;
import ecslab.ecs.command.CodeDeployCommand.ListDeployments;
import ecslab.ecs.command.CodeDeployCommand.PutLifecycleEventHookExecutionStatus;
import ecslab.ecs.command.CodeDeployCommand.StopDeployment;
import ecslab.ecs.command.Given;
import java.util.List;

/// CodeDeploy's actions, as far as they deploy services of ECS.
final class CodeDeployApi {

    /// What StopDeployment answers, in CodeDeploy's words.
    private static final String NO_MORE =
            "No more commands will be scheduled for execution in the deployment instances";

    private final Desk desk;
    private final Names names;
    private final CodeDeployments deployments;
    private final CodeDeployResources resources;
    private final NewDeployments created;

    CodeDeployApi(Desk desk, Names names, CodeDeployments deployments) {
        this.desk = desk;
        this.names = names;
        this.deployments = deployments;
        resources = new CodeDeployResources(desk, names);
        created = new NewDeployments(desk, names, resources);
    }

    Response carryOut(CodeDeployCommand command, Runnable accepted) {
        return switch (command) {
            case CodeDeployCommand.CreateApplication one -> resources.create(one, accepted);
            case CodeDeployCommand.CreateDeploymentConfig one -> resources.create(one, accepted);
            case CodeDeployCommand.CreateDeploymentGroup one -> resources.create(one, accepted);
            case CreateDeployment create -> create(create, accepted);
            case ContinueDeployment go -> goOn(go, accepted);
            case StopDeployment stop -> stop(stop, accepted);
            case PutLifecycleEventHookExecutionStatus put -> put(put, accepted);
            case CodeDeployCommand.GetDeployment(var id) -> {
                var found = find(id);
                accepted.run();
                yield new GetDeploymentResponse(found);
            }
            case GetDeploymentTarget get -> target(get, accepted);
            case ListDeployments list -> list(list, accepted);
        };
    }

    private Response create(CreateDeployment command, Runnable accepted) {
        var checked = created.checked(command);
        accepted.run();
        var info = created.named(checked);
        deployments.create(info);
        return new CodeDeployIdResponse("deploymentId", info.deploymentId());
    }

    private DeploymentInfo find(String given) {
        var id = names.plain(given, "/deploymentId");
        var found = desk.state().codeDeploy.deployments().get(id);
        if (found == null) {
            throw ApiException.of("DeploymentDoesNotExistException", "/deploymentId")
                    .because("The deployment " + id + " could not be found")
                    .remedy(
                            Phrase.of(
                                    "remedy.codeDeploy.deployment",
                                    "known",
                                    Names.list(desk.state().codeDeploy.deployments().keySet())));
        }
        return found;
    }

    private DeploymentInfo findActive(String given) {
        var found = find(given);
        if (found.status().isOver()) {
            throw ApiException.of("DeploymentAlreadyCompletedException", "/deploymentId")
                    .because(
                            "The deployment "
                                    + found.deploymentId()
                                    + " is already complete: its status is "
                                    + found.status().printed()
                                    + ".")
                    .remedy(Phrase.of("remedy.codeDeploy.over"));
        }
        return found;
    }

    /// What there is to wait for: either that traffic may leave blue, or that blue may go.
    private Response goOn(ContinueDeployment command, Runnable accepted) {
        var info = findActive(command.deploymentId());
        var type = command.deploymentWaitType().orElse("READY_WAIT");
        if (!List.of("READY_WAIT", "TERMINATION_WAIT").contains(type)) {
            throw ApiException.of("InvalidDeploymentWaitTypeException", "/deploymentWaitType")
                    .because("The wait type " + type + " is invalid.")
                    .remedy(Phrase.of("remedy.oneOf", "known", "READY_WAIT, TERMINATION_WAIT"));
        }
        var ready = type.equals("READY_WAIT");
        var waits =
                ready
                        ? info.status() == DeploymentState.READY
                        : info.progress().terminationWaitStarted();
        if (!waits) {
            throw ApiException.of("DeploymentIsNotInReadyStateException", "/deploymentId")
                    .because(
                            "The deployment does not have a status of Ready and can't continue"
                                    + " yet.")
                    .remedy(
                            Phrase.of(
                                    ready
                                            ? "remedy.codeDeploy.notReady"
                                            : "remedy.codeDeploy.notTerminating"));
        }
        accepted.run();
        if (ready) {
            deployments.reroute(info);
        } else {
            deployments.terminateNow(info);
        }
        return new Response.EmptyResponse();
    }

    private Response stop(StopDeployment command, Runnable accepted) {
        var info = findActive(command.deploymentId());
        if (info.origin().isRollback()) {
            throw ApiException.of("UnsupportedActionForDeploymentTypeException", "/deploymentId")
                    .because("A deployment that rolls another one back can not be stopped.")
                    .remedy(Phrase.of("remedy.codeDeploy.rollback"));
        }
        accepted.run();
        var why = CodeDeployFailure.stopped();
        if (command.autoRollbackEnabled() instanceof Given.Value<Boolean>(var back)) {
            deployments.fail(info, why, back);
        } else {
            deployments.stop(info, why);
        }
        return new StopDeploymentResponse("Succeeded", NO_MORE);
    }

    private Response put(PutLifecycleEventHookExecutionStatus command, Runnable accepted) {
        var info = findActive(command.deploymentId());
        var execution =
                names.plain(
                        command.lifecycleEventHookExecutionId(), "/lifecycleEventHookExecutionId");
        if (!List.of("Succeeded", "Failed").contains(command.status())) {
            throw ApiException.of("InvalidLifecycleEventHookExecutionStatusException", "/status")
                    .because("The status " + command.status() + " is invalid.")
                    .remedy(Phrase.of("remedy.oneOf", "known", "Succeeded, Failed"));
        }
        var event =
                LifecycleHooks.waiting(info, execution)
                        .filter(_ -> !execution.isEmpty())
                        .orElseThrow(() -> noHookWaits(info, execution));
        accepted.run();
        deployments.hooks().reported(info, event, command.status().equals("Succeeded"));
        return new CodeDeployIdResponse("lifecycleEventHookExecutionId", execution);
    }

    private static ApiException noHookWaits(DeploymentInfo info, String execution) {
        var isDone =
                !execution.isEmpty()
                        && info.lifecycleEvents().stream()
                                .anyMatch(one -> one.hookExecutionId().equals(execution));
        return ApiException.of(
                        isDone
                                ? "LifecycleEventAlreadyCompletedException"
                                : "InvalidLifecycleEventHookExecutionIdException",
                        "/lifecycleEventHookExecutionId")
                .because("No lifecycle event waits for the hook execution " + execution + ".")
                .remedy(Phrase.of("remedy.codeDeploy.execution"));
    }

    private Response target(GetDeploymentTarget command, Runnable accepted) {
        var info = find(command.deploymentId());
        var target = names.plain(command.targetId(), "/targetId");
        if (!target.equals(info.targetId())) {
            throw ApiException.of("DeploymentTargetDoesNotExistException", "/targetId")
                    .because("The deployment target " + target + " does not exist.")
                    .remedy(Phrase.of("remedy.codeDeploy.target", "target", info.targetId()));
        }
        accepted.run();
        return new GetDeploymentTargetResponse(info, desk.service(info.service()));
    }

    /// Newest first.
    private Response list(ListDeployments command, Runnable accepted) {
        for (var status : command.includeOnlyStatuses()) {
            if (!DeploymentState.allPrinted().contains(status)) {
                throw ApiException.of("InvalidDeploymentStatusException", "/includeOnlyStatuses")
                        .because("The deployment status " + status + " is invalid.")
                        .remedy(
                                Phrase.of(
                                        "remedy.oneOf",
                                        "known",
                                        Names.list(DeploymentState.allPrinted())));
            }
        }
        if (command.applicationName() instanceof Given.Value<String>(var application)) {
            resources.application(application);
            if (command.deploymentGroupName() instanceof Given.Value<String>(var group)) {
                resources.group(application, group);
            }
        }
        accepted.run();
        var ids =
                desk.state().codeDeploy.deployments().values().stream()
                        .filter(one -> isAsked(one, command))
                        .map(DeploymentInfo::deploymentId)
                        .toList();
        return new ListResponse("deployments", ids.reversed(), "");
    }

    private static boolean isAsked(DeploymentInfo one, ListDeployments command) {
        var group = one.group();
        var statuses = command.includeOnlyStatuses();
        return command.applicationName().orElse(group.application()).equals(group.application())
                && command.deploymentGroupName().orElse(group.name()).equals(group.name())
                && (statuses.isEmpty() || statuses.contains(one.status().printed()));
    }
}
