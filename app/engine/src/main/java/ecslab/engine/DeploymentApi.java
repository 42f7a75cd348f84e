package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.DescribeServiceDeploymentsResponse;
import ecslab.ecs.Response.DescribeServiceRevisionsResponse;
import ecslab.ecs.Response.ListServiceDeploymentsResponse;
import ecslab.ecs.Response.ServiceDeploymentArnResponse;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.DeploymentCommand.ContinueServiceDeployment;
import ecslab.ecs.command.DeploymentCommand.ListServiceDeployments;
import ecslab.ecs.command.DeploymentCommand.StopServiceDeployment;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Actions on service deployments and service revisions.
final class DeploymentApi {

    private final Desk desk;
    private final Names names;
    private final Deployments deployments;
    private final Hooks hooks;
    private final TaskSets taskSets;
    private final ProtectionApi protection;

    DeploymentApi(Desk desk, Names names, Deployments deployments, Hooks hooks) {
        this.hooks = hooks;
        taskSets = new TaskSets(desk, names, deployments);
        this.desk = desk;
        this.names = names;
        this.deployments = deployments;
        protection = new ProtectionApi(desk, names);
    }

    ProtectionApi protection() {
        return protection;
    }

    Response carryOut(DeploymentCommand command, Runnable accepted) {
        return switch (command) {
            case ListServiceDeployments list -> list(list, accepted);
            case DeploymentCommand.DescribeServiceDeployments(var arns) -> describe(arns, accepted);
            case DeploymentCommand.DescribeServiceRevisions(var arns) -> revisions(arns, accepted);
            case StopServiceDeployment stop -> stop(stop, accepted);
            case ContinueServiceDeployment go -> goOn(go, accepted);
            case DeploymentCommand.UpdateTaskProtection update ->
                    protection.update(update, accepted);
            case DeploymentCommand.GetTaskProtection get -> protection.get(get, accepted);
            case DeploymentCommand.CreateTaskSet create -> taskSets.create(create, accepted);
            case DeploymentCommand.UpdateTaskSet update -> taskSets.update(update, accepted);
            case DeploymentCommand.UpdateServicePrimaryTaskSet primary ->
                    taskSets.primary(primary, accepted);
            case DeploymentCommand.DeleteTaskSet delete -> taskSets.delete(delete, accepted);
            case DeploymentCommand.DescribeTaskSets describe ->
                    taskSets.describe(describe, accepted);
        };
    }

    private Response list(ListServiceDeployments list, Runnable accepted) {
        var service = names.service(names.cluster(list.cluster()), list.service());
        for (var status : list.status()) {
            if (Arrays.stream(ServiceDeploymentStatus.values())
                    .noneMatch(one -> one.name().equals(status))) {
                throw ApiException.invalidParameter("/status")
                        .because("Invalid service deployment status: " + status)
                        .remedy(
                                Phrase.of(
                                        "remedy.oneOf",
                                        "known",
                                        Names.list(List.of(ServiceDeploymentStatus.values()))));
            }
        }
        accepted.run();
        return new ListServiceDeploymentsResponse(
                of(service.name()).stream()
                        .filter(one ->
                                list.status().isEmpty()
                                        || list.status().contains(one.status().name()))
                        .toList());
    }

    /// Newest first.
    private List<ServiceDeployment> of(ServiceName service) {
        return desk.state().serviceDeployments.values().stream()
                .filter(one -> one.service().equals(service))
                .toList()
                .reversed();
    }

    private Response describe(List<String> given, Runnable accepted) {
        var arns = given.stream().map(one -> names.plain(one, "/serviceDeploymentArns")).toList();
        accepted.run();
        var found = new ArrayList<ServiceDeployment>();
        var failures = new ArrayList<Failure>();
        for (var plain : arns) {
            var one = desk.state().serviceDeployments.get(Arns.lastPart(plain));
            if (one == null) {
                failures.add(new Failure(plain, "MISSING", ""));
            } else {
                found.add(one);
            }
        }
        return new DescribeServiceDeploymentsResponse(List.copyOf(found), List.copyOf(failures));
    }

    private Response revisions(List<String> given, Runnable accepted) {
        var arns = given.stream().map(one -> names.plain(one, "/serviceRevisionArns")).toList();
        accepted.run();
        var found = new ArrayList<ServiceRevision>();
        var failures = new ArrayList<Failure>();
        for (var plain : arns) {
            var one = desk.state().revisions.get(Arns.lastPart(plain));
            if (one == null) {
                failures.add(new Failure(plain, "MISSING", ""));
            } else {
                found.add(one);
            }
        }
        return new DescribeServiceRevisionsResponse(List.copyOf(found), List.copyOf(failures));
    }

    private Response stop(StopServiceDeployment stop, Runnable accepted) {
        var one = find(stop.serviceDeploymentArn());
        var type = stop.stopType().orElse("ROLLBACK");
        if (!List.of("ROLLBACK", "ABORT").contains(type)) {
            throw ApiException.invalidParameter("/stopType")
                    .because("Invalid stopType: " + type)
                    .remedy(Phrase.of("remedy.oneOf", "known", "ROLLBACK, ABORT"));
        }
        var status = one.status();
        if (status != ServiceDeploymentStatus.PENDING
                && status != ServiceDeploymentStatus.IN_PROGRESS) {
            throw ApiException.of("ConflictException", "/serviceDeploymentArn")
                    .because("The service deployment can not be stopped: it is " + status + ".")
                    .remedy(Phrase.of("remedy.serviceDeployment.over", "status", status));
        }
        accepted.run();
        var back = type.equals("ROLLBACK");
        deployments.note(
                one.withStatus(
                        back
                                ? ServiceDeploymentStatus.ROLLBACK_REQUESTED
                                : ServiceDeploymentStatus.STOP_REQUESTED,
                        ""));
        desk.agenda().wakeAfter(desk.timings().schedulerPause(), new Wake.StopDeployment(one.id()));
        return new ServiceDeploymentArnResponse(
                desk.arns().serviceDeployment(one.service(), one.id()));
    }

    /// What StopServiceDeployment asked for.
    void stopped(String id) {
        var one = desk.state().serviceDeployments.get(id);
        if (one == null || one.status().isOver()) {
            return;
        }
        var service = desk.service(one.service());
        if (service.isActive()
                && service.rollout().currentServiceDeployment().equals(id)
                && service.deployments().getFirst().rolloutState() == RolloutState.IN_PROGRESS) {
            deployments.fail(
                    one.service(),
                    DeploymentFailure.stopped(
                            one.status() == ServiceDeploymentStatus.ROLLBACK_REQUESTED));
        }
    }

    private Response goOn(ContinueServiceDeployment go, Runnable accepted) {
        var one = find(go.serviceDeploymentArn());
        var action = go.hookAction().orElse("CONTINUE");
        if (!List.of("CONTINUE", "ROLLBACK").contains(action)) {
            throw ApiException.invalidParameter("/action")
                    .because("Invalid action: " + action)
                    .remedy(Phrase.of("remedy.oneOf", "known", "CONTINUE, ROLLBACK"));
        }
        var hookId = names.plain(go.hookId(), "/hookId");
        hooks.continued(one, hookId, action.equals("CONTINUE"), accepted);
        return new ServiceDeploymentArnResponse(
                desk.arns().serviceDeployment(one.service(), one.id()));
    }

    private ServiceDeployment find(String arn) {
        var plain = names.plain(arn, "/serviceDeploymentArn");
        var one = desk.state().serviceDeployments.get(Arns.lastPart(plain));
        if (one == null) {
            throw ApiException.of("ServiceDeploymentNotFoundException", "/serviceDeploymentArn")
                    .because("Service deployment not found.")
                    .remedy(Phrase.of("remedy.serviceDeployment"));
        }
        return one;
    }
}
