package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CreateServiceResponse;
import ecslab.ecs.Response.DeleteServiceResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.ServiceCommand.CreateService;
import ecslab.ecs.command.ServiceCommand.DeleteService;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Rollout;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.TaskDefinition;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// `CreateService` and `DeleteService`; [ServiceUpdates] does the rest.
final class ServiceApi {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /// Service quotas of ECS: tasks in a service.
    private static final int DESIRED_COUNT_MAX = 5_000;

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final CapacityChoice choice;
    private final ServiceWiring wiring;
    private final Deployments deployments;
    private final TaskSets taskSets;
    private final TaskSetRecords sets;
    private final ServiceUpdates updates;

    ServiceApi(Desk desk, Names names, ServiceMessages says, Deployments deployments) {
        this.desk = desk;
        this.names = names;
        this.deployments = deployments;
        awsvpc = new Awsvpc(desk, names);
        choice = new CapacityChoice(desk, awsvpc);
        wiring = new ServiceWiring(desk, names);
        taskSets = new TaskSets(desk, names, deployments);
        sets = new TaskSetRecords(desk, deployments);
        updates = new ServiceUpdates(desk, names, says, wiring, deployments);
    }

    Response carryOut(ServiceCommand command, Runnable accepted) {
        return switch (command) {
            case CreateService create ->
                    isExternal(create) ? createEmpty(create, accepted) : create(create, accepted);
            case UpdateService update -> updates.update(update, accepted);
            case DeleteService delete -> delete(delete, accepted);
        };
    }

    private static boolean isExternal(CreateService command) {
        return ControllerRules.controller(command.deploymentController())
                == DeploymentController.EXTERNAL;
    }

    private Response createEmpty(CreateService command, Runnable accepted) {
        var name = newName(command);
        Quotas.checkServices(desk.state(), name.cluster());
        int desired = checkedCount(command.desiredCount().orElse(0));
        return taskSets.createService(command, name, desired, accepted);
    }

    private Response create(CreateService command, Runnable accepted) {
        var name = newName(command);
        Quotas.checkServices(desk.state(), name.cluster());
        var controller = ControllerRules.controller(command.deploymentController());
        var definition = definition(command);
        var daemon = SchedulingChecks.isDaemon(command);
        int desired = desired(command, daemon);
        var chosen =
                choice.choose(
                        name.cluster(),
                        command.launchType(),
                        command.capacityProviderStrategy(),
                        definition);
        var type = chosen.type();
        if (daemon) {
            SchedulingChecks.checkDaemon(command, chosen);
        }
        var network = awsvpc.network(command.networkConfiguration(), definition, type);
        var configuration =
                DeploymentRules.merge(
                        command.deploymentConfiguration(), SchedulingChecks.usual(daemon));
        var scheduling =
                SchedulingChecks.created(command, definition, type, configuration.maximumPercent());
        var balancers = wiring.check(command.loadBalancers(), definition, configuration.strategy());
        var grace = checkedGrace(command.healthCheckGracePeriodSeconds());
        PlatformVersions.check(command.unmodelled(), type);
        ControllerRules.check(controller, daemon, configuration, balancers);
        accepted.run();
        var service =
                new Service(
                        name,
                        ServiceStatus.ACTIVE,
                        definition.name(),
                        desired,
                        0,
                        0,
                        type,
                        chosen.strategy(),
                        configuration,
                        List.of(),
                        balancers,
                        network,
                        grace,
                        scheduling,
                        desk.now(),
                        new Rollout(controller, "", List.of()),
                        command.unmodelled());
        desk.state().memories.put(name, new ServiceMemory());
        var revision = deployments.revision(service, definition.name(), network, balancers);
        var opened =
                controller.hasTaskSets()
                        ? firstSet(service, revision)
                        : deployments.open(service, revision);
        desk.put(opened);
        desk.reconcileSoon(name);
        return new CreateServiceResponse(opened);
    }

    private static int desired(CreateService command, boolean daemon) {
        if (!daemon && !command.desiredCount().isGiven()) {
            throw ApiException.invalidParameter("/desiredCount")
                    .because("desiredCount is required for the REPLICA scheduling strategy.")
                    .remedy(Phrase.of("remedy.desiredCount", "max", DESIRED_COUNT_MAX));
        }
        return checkedCount(command.desiredCount().orElse(0));
    }

    /// The blue task set of a service that CodeDeploy deploys: nobody but ECS has made it.
    private Service firstSet(Service service, ServiceRevision revision) {
        desk.put(service);
        sets.add(service, revision, "", DeploymentStrategy.WHOLE);
        sets.makePrimary(desk.service(service.name()), revision.deploymentId());
        return desk.service(service.name());
    }

    private TaskDefinition definition(CreateService command) {
        if (!command.taskDefinition().isGiven()) {
            throw ApiException.invalidParameter("/taskDefinition")
                    .because("TaskDefinition can not be blank.")
                    .remedy(Phrase.of("remedy.taskDefinition.give"));
        }
        return names.taskDefinition(command.taskDefinition().orElse(""));
    }

    /// A service whose tasks run is deleted only by force: its tasks then stop.
    private Response delete(DeleteService command, Runnable accepted) {
        var service = names.service(names.cluster(command.cluster()), command.service());
        if (service.status() == ServiceStatus.INACTIVE) {
            throw names.noService(service.name().cluster(), service.name().service());
        }
        if (service.desiredCount() > 0 && !command.force().orElse(false)) {
            throw ApiException.invalidParameter("/service")
                    .because("The service cannot be stopped while it is scaled above 0.")
                    .remedy(Phrase.of("remedy.service.scaled", "name", service.name().service()));
        }
        accepted.run();
        var next = service.withStatus(ServiceStatus.DRAINING).withDesiredCount(0);
        desk.memory(service.name()).shift = Shift.NONE;
        desk.put(next);
        desk.reconcileSoon(service.name());
        return new DeleteServiceResponse(next);
    }

    private ServiceName newName(CreateService command) {
        var cluster = names.cluster(command.cluster());
        if (!NAME.matcher(command.serviceName()).matches()) {
            throw ApiException.invalidParameter("/serviceName")
                    .because("Service name is invalid: " + command.serviceName())
                    .remedy(Phrase.of("remedy.name"));
        }
        var name = new ServiceName(cluster, command.serviceName());
        var before = desk.state().services.get(name);
        if (before != null && before.status() == ServiceStatus.DRAINING) {
            throw ApiException.invalidParameter("/serviceName")
                    .because("Unable to Start a service that is still Draining.")
                    .remedy(Phrase.of("remedy.service.draining", "name", command.serviceName()));
        }
        if (before != null && before.isActive()) {
            throw ApiException.invalidParameter("/serviceName")
                    .because("Creation of service was not idempotent.")
                    .remedy(Phrase.of("remedy.service.exists", "name", command.serviceName()));
        }
        return name;
    }

    static int checkedCount(int desired) {
        if (desired < 0 || desired > DESIRED_COUNT_MAX) {
            throw ApiException.invalidParameter("/desiredCount")
                    .because("desiredCount must be 0 to " + DESIRED_COUNT_MAX + ".")
                    .remedy(Phrase.of("remedy.desiredCount", "max", DESIRED_COUNT_MAX));
        }
        return desired;
    }

    static Duration checkedGrace(Given<Integer> given) {
        int seconds = given.orElse(0);
        if (seconds < 0) {
            throw ApiException.invalidParameter("/healthCheckGracePeriodSeconds")
                    .because("healthCheckGracePeriodSeconds must be 0 to 2147483647.")
                    .remedy(Phrase.of("remedy.grace"));
        }
        return Duration.ofSeconds(seconds);
    }
}
