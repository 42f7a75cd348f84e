package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CreateServiceResponse;
import ecslab.ecs.Response.UpdateServiceResponse;
import ecslab.ecs.command.ServiceCommand.CreateService;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `CreateService` and `UpdateService`.
final class ServiceApi {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /// Service quotas of ECS: tasks in a service.
    private static final int DESIRED_COUNT_MAX = 5_000;

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final CapacityChoice choice;
    private final ServiceWiring wiring;
    private final ServiceMessages says;
    private final StartThrottle throttle;

    ServiceApi(Desk desk, Names names, ServiceMessages says, StartThrottle throttle) {
        this.desk = desk;
        this.names = names;
        this.says = says;
        this.throttle = throttle;
        awsvpc = new Awsvpc(desk, names);
        choice = new CapacityChoice(desk, awsvpc);
        wiring = new ServiceWiring(desk, names);
    }

    Response create(CreateService command, Runnable accepted) {
        var name = newName(command);
        if (!command.taskDefinition().isGiven()) {
            throw ApiException.invalidParameter("/taskDefinition")
                    .because("TaskDefinition can not be blank.")
                    .remedy(Phrase.of("remedy.taskDefinition.give"));
        }
        var definition = names.taskDefinition(command.taskDefinition().orElse(""));
        var daemon = SchedulingChecks.isDaemon(command);
        if (!daemon && !command.desiredCount().isGiven()) {
            throw ApiException.invalidParameter("/desiredCount")
                    .because("desiredCount is required for the REPLICA scheduling strategy.")
                    .remedy(Phrase.of("remedy.desiredCount", "max", DESIRED_COUNT_MAX));
        }
        int desired = checkedCount(command.desiredCount().orElse(0));
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
        var balancers = wiring.check(command.loadBalancers(), definition);
        var configuration = checkedPercents(SchedulingChecks.percents(command, daemon));
        var scheduling =
                SchedulingChecks.created(command, definition, type, configuration.maximumPercent());
        var grace = checkedGrace(command);
        accepted.run();
        var deployment = deployment(definition.name(), desired);
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
                        List.of(deployment),
                        balancers,
                        network,
                        grace,
                        scheduling,
                        desk.now(),
                        command.unmodelled());
        desk.state().memories.put(name, new ServiceMemory());
        desk.put(service);
        says.deployment(name, deployment, "SERVICE_DEPLOYMENT_IN_PROGRESS");
        desk.reconcileSoon(name);
        return new CreateServiceResponse(service);
    }

    Response update(UpdateService command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var service = names.service(cluster, command.service());
        int desired = checkedCount(command.desiredCount().orElse(service.desiredCount()));
        var definition =
                command.taskDefinition().isGiven()
                        ? names.taskDefinition(command.taskDefinition().orElse(""))
                        : desk.taskDefinition(service.taskDefinition());
        checkReplacement(service, definition, command.taskDefinition().isGiven());
        if (service.scheduling().isDaemon()) {
            SchedulingChecks.refuseDesired(command.desiredCount());
        }
        var scheduling =
                SchedulingChecks.updated(
                        service,
                        command.scheduling(),
                        definition,
                        service.deploymentConfiguration().maximumPercent());
        var moved = withStrategy(service, command).withScheduling(scheduling);
        accepted.run();
        var next = moved.withDesiredCount(desired);
        var revision = !definition.name().equals(service.taskDefinition());
        if (revision || command.forceNewDeployment().orElse(false)) {
            next = rollOut(next, definition);
        }
        desk.put(next);
        desk.memory(service.name()).steady = false;
        if (desired != service.desiredCount()) {
            says.act(service.name(), "INFO", "SERVICE_DESIRED_COUNT_UPDATED", "");
        }
        desk.reconcileSoon(service.name());
        return new UpdateServiceResponse(next);
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

    /// The newest deployment is PRIMARY; the ones before stay ACTIVE until their tasks are gone.
    private Service rollOut(Service service, TaskDefinition definition) {
        throttle.reset(service.name());
        var deployments = new ArrayList<Deployment>();
        var primary = deployment(definition.name(), service.desiredCount());
        deployments.add(primary);
        for (var earlier : service.deployments()) {
            deployments.add(earlier.withStatus(DeploymentStatus.ACTIVE, desk.now()));
        }
        says.deployment(service.name(), primary, "SERVICE_DEPLOYMENT_IN_PROGRESS");
        return service.withTaskDefinition(definition.name())
                .withDeployments(List.copyOf(deployments));
    }

    private Deployment deployment(TaskDefinitionName definition, int desired) {
        var id = desk.ids().deployment();
        return new Deployment(
                id,
                DeploymentStatus.PRIMARY,
                definition,
                desired,
                0,
                0,
                0,
                RolloutState.IN_PROGRESS,
                "ECS deployment " + id + " in progress.",
                desk.now(),
                desk.now());
    }

    private ServiceName newName(CreateService command) {
        var cluster = names.cluster(command.cluster());
        if (!NAME.matcher(command.serviceName()).matches()) {
            throw ApiException.invalidParameter("/serviceName")
                    .because("Service name is invalid: " + command.serviceName())
                    .remedy(Phrase.of("remedy.name"));
        }
        var name = new ServiceName(cluster, command.serviceName());
        if (desk.state().services.containsKey(name)) {
            throw ApiException.invalidParameter("/serviceName")
                    .because("Creation of service was not idempotent.")
                    .remedy(Phrase.of("remedy.service.exists", "name", command.serviceName()));
        }
        return name;
    }

    private static int checkedCount(int desired) {
        if (desired < 0 || desired > DESIRED_COUNT_MAX) {
            throw ApiException.invalidParameter("/desiredCount")
                    .because("desiredCount must be 0 to " + DESIRED_COUNT_MAX + ".")
                    .remedy(Phrase.of("remedy.desiredCount", "max", DESIRED_COUNT_MAX));
        }
        return desired;
    }

    private static DeploymentConfiguration checkedPercents(DeploymentConfiguration asked) {
        var least = asked.minimumHealthyPercent();
        var most = asked.maximumPercent();
        if (least < 0 || least > 100 || most < 100 || most > 200) {
            throw ApiException.invalidParameter("/deploymentConfiguration")
                    .because(
                            "minimumHealthyPercent must be 0 to 100 and maximumPercent 100 to"
                                    + " 200.")
                    .remedy(Phrase.of("remedy.percents"));
        }
        return asked;
    }

    private static Duration checkedGrace(CreateService command) {
        int seconds = command.healthCheckGracePeriodSeconds().orElse(0);
        if (seconds < 0) {
            throw ApiException.invalidParameter("/healthCheckGracePeriodSeconds")
                    .because("healthCheckGracePeriodSeconds must be 0 to 2147483647.")
                    .remedy(Phrase.of("remedy.grace"));
        }
        return Duration.ofSeconds(seconds);
    }

    private void checkReplacement(Service service, TaskDefinition definition, boolean isGiven) {
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
        wiring.check(service.loadBalancers(), definition);
    }
}
