package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.UpdateServiceResponse;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionStatus;

/// `UpdateService`: some of what it changes begins a deployment, some only counts for tasks that
/// are started later (API Reference, *UpdateService*).
final class ServiceUpdates {

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final CapacityChoice choice;
    private final ServiceWiring wiring;
    private final ServiceMessages says;
    private final Deployments deployments;
    private final TaskSetRecords sets;

    ServiceUpdates(
            Desk desk,
            Names names,
            ServiceMessages says,
            ServiceWiring wiring,
            Deployments deployments) {
        this.desk = desk;
        this.names = names;
        this.says = says;
        this.wiring = wiring;
        this.deployments = deployments;
        sets = new TaskSetRecords(desk, deployments);
        awsvpc = new Awsvpc(desk, names);
        choice = new CapacityChoice(desk, awsvpc);
    }

    Response update(UpdateService command, Runnable accepted) {
        var service = names.service(names.cluster(command.cluster()), command.service());
        requireActive(service);
        ControllerRules.check(service, command);
        if (service.rollout().controller() == DeploymentController.EXTERNAL) {
            return ofTaskSets(service, command, accepted);
        }
        var changes = command.changes();
        int desired =
                ServiceApi.checkedCount(command.desiredCount().orElse(service.desiredCount()));
        var definition =
                command.taskDefinition().isGiven()
                        ? names.taskDefinition(command.taskDefinition().orElse(""))
                        : desk.taskDefinition(service.taskDefinition());
        checkReplacement(service, definition, command.taskDefinition().isGiven());
        var network =
                changes.networkConfiguration().isGiven()
                        ? awsvpc.network(
                                changes.networkConfiguration(), definition, service.launchType())
                        : service.network();
        var configuration =
                DeploymentRules.merge(
                        changes.deploymentConfiguration(), service.deploymentConfiguration());
        var balancers =
                wiring.check(
                        changes.loadBalancers().orElse(service.loadBalancers()),
                        definition,
                        configuration.strategy());
        var grace =
                changes.healthCheckGracePeriodSeconds().isGiven()
                        ? ServiceApi.checkedGrace(changes.healthCheckGracePeriodSeconds())
                        : service.healthCheckGracePeriod();
        var unmodelled = RevisionFields.merge(service.unmodelled(), command.unmodelled());
        PlatformVersions.check(command.unmodelled(), service.launchType());
        if (service.scheduling().isDaemon()) {
            SchedulingChecks.refuseDesired(command.desiredCount());
        }
        var scheduling =
                SchedulingChecks.updated(
                        service, command.scheduling(), definition, configuration.maximumPercent());
        var moved = withStrategy(service, command).withScheduling(scheduling);
        ControllerRules.check(service.rollout().controller(), configuration);
        accepted.run();
        var next = moved.withDesiredCount(desired).withSettings(configuration, grace, unmodelled);
        var same =
                definition.name().equals(service.taskDefinition())
                        && network.equals(service.network())
                        && balancers.equals(service.loadBalancers())
                        && RevisionFields.of(unmodelled)
                                .equals(RevisionFields.of(service.unmodelled()));
        var byEcs = service.rollout().controller() == DeploymentController.ECS;
        if (byEcs && (!same || command.forceNewDeployment().orElse(false))) {
            next =
                    deployments.open(
                            next,
                            deployments.revision(next, definition.name(), network, balancers));
        }
        return carryOut(service, next);
    }

    /// Everything else is the task sets' own.
    private Response ofTaskSets(Service service, UpdateService command, Runnable accepted) {
        var changes = command.changes();
        int desired =
                ServiceApi.checkedCount(command.desiredCount().orElse(service.desiredCount()));
        var configuration =
                DeploymentRules.merge(
                        changes.deploymentConfiguration(), service.deploymentConfiguration());
        var grace =
                changes.healthCheckGracePeriodSeconds().isGiven()
                        ? ServiceApi.checkedGrace(changes.healthCheckGracePeriodSeconds())
                        : service.healthCheckGracePeriod();
        accepted.run();
        var others = RevisionFields.merge(service.unmodelled(), command.unmodelled());
        return carryOut(
                service,
                service.withDesiredCount(desired).withSettings(configuration, grace, others));
    }

    private Response carryOut(Service before, Service next) {
        desk.put(next);
        desk.memory(next.name()).steady = false;
        if (next.desiredCount() != before.desiredCount()) {
            says.act(next.name(), "INFO", "SERVICE_DESIRED_COUNT_UPDATED", "");
            sets.sayComputed(next);
        }
        desk.reconcileSoon(next.name());
        return new UpdateServiceResponse(next);
    }

    static void requireActive(Service service) {
        if (!service.isActive()) {
            throw ApiException.of("ServiceNotActiveException", "/service")
                    .because("Service was not ACTIVE.")
                    .remedy(
                            Phrase.of(
                                    "remedy.service.notActive",
                                    "name",
                                    service.name().service(),
                                    "status",
                                    service.status()));
        }
    }

    /// A new strategy takes a new deployment: tasks that run aren't moved.
    private Service withStrategy(Service service, UpdateService command) {
        var strategy = command.capacityProviderStrategy();
        if (strategy.isEmpty() || strategy.equals(service.capacityProviderStrategy())) {
            return service;
        }
        choice.check(service.name().cluster(), strategy, "/capacityProviderStrategy");
        if (!command.forceNewDeployment().orElse(false)) {
            throw ApiException.invalidParameter("/forceNewDeployment")
                    .because(
                            "A change of the capacity provider strategy requires"
                                    + " forceNewDeployment.")
                    .remedy(Phrase.of("remedy.strategy.force"));
        }
        var fargate = CapacityProvider.isFargate(strategy.getFirst().capacityProvider());
        var type = fargate ? LaunchType.FARGATE : LaunchType.EC2;
        if (type != service.launchType()) {
            throw ApiException.invalidParameter("/capacityProviderStrategy")
                    .because(
                            "A service can't change between Fargate and Auto Scaling group capacity"
                                    + " providers.")
                    .remedy(Phrase.of("remedy.strategy.family"));
        }
        return service.withCapacityProviderStrategy(strategy);
    }

    static void checkReplacement(Service service, TaskDefinition definition, boolean isGiven) {
        if (isGiven && definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw ApiException.client("/taskDefinition")
                    .because("TaskDefinition is inactive")
                    .remedy(Phrase.of("remedy.taskDefinition.inactive"));
        }
        if (!definition.compatibilities().contains(service.launchType())) {
            throw ApiException.invalidParameter("/taskDefinition")
                    .because(
                            "Task definition does not support launch_type "
                                    + service.launchType()
                                    + ".")
                    .remedy(
                            Phrase.of(
                                    "remedy.launchType.support",
                                    "type",
                                    service.launchType(),
                                    "known",
                                    LaunchTypes.list(definition.compatibilities())));
        }
    }
}
