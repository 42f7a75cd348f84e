package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CreateServiceResponse;
import ecslab.ecs.Response.DescribeTaskSetsResponse;
import ecslab.ecs.Response.TaskSetResponse;
import ecslab.ecs.command.DeploymentCommand.CreateTaskSet;
import ecslab.ecs.command.DeploymentCommand.DeleteTaskSet;
import ecslab.ecs.command.DeploymentCommand.DescribeTaskSets;
import ecslab.ecs.command.DeploymentCommand.UpdateServicePrimaryTaskSet;
import ecslab.ecs.command.DeploymentCommand.UpdateTaskSet;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ServiceCommand.CreateService;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Rollout;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.ServiceScheduling;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Services with the controller `EXTERNAL`: somebody outside makes task sets, scales them, and says
/// which of them is the primary one (API Reference, *CreateTaskSet*).
final class TaskSets {

    /// What such a service runs before it has a primary task set.
    private static final TaskDefinitionName NOTHING_YET = new TaskDefinitionName("none", 0);

    private static final double PERCENT_MAX = 100;
    private static final int TENTHS = 10;

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final CapacityChoice choice;
    private final ServiceWiring wiring;
    private final TaskSetRecords records;

    TaskSets(Desk desk, Names names, Deployments deployments) {
        this.desk = desk;
        this.names = names;
        records = new TaskSetRecords(desk, deployments);
        awsvpc = new Awsvpc(desk, names);
        choice = new CapacityChoice(desk, awsvpc);
        wiring = new ServiceWiring(desk, names);
    }

    /// A service without a task set runs nothing.
    Response createService(
            CreateService command, ServiceName name, int desired, Runnable accepted) {
        if (command.taskDefinition().isGiven() || !command.loadBalancers().isEmpty()) {
            throw ApiException.invalidParameter("/taskDefinition")
                    .because(
                            "taskDefinition and loadBalancers can not be specified for a service"
                                    + " with an EXTERNAL deployment controller.")
                    .remedy(Phrase.of("remedy.controller.external"));
        }
        var configuration =
                DeploymentRules.merge(
                        command.deploymentConfiguration(), DeploymentConfiguration.REPLICA_DEFAULT);
        var grace = ServiceApi.checkedGrace(command.healthCheckGracePeriodSeconds());
        accepted.run();
        var service =
                new Service(
                        name,
                        ServiceStatus.ACTIVE,
                        NOTHING_YET,
                        desired,
                        0,
                        0,
                        LaunchType.EC2,
                        List.of(),
                        configuration,
                        List.of(),
                        List.of(),
                        new AwsVpcConfiguration(List.of(), List.of(), false),
                        grace,
                        ServiceScheduling.REPLICA,
                        desk.now(),
                        new Rollout(DeploymentController.EXTERNAL, "", List.of()),
                        command.unmodelled());
        desk.state().memories.put(name, new ServiceMemory());
        desk.put(service);
        return new CreateServiceResponse(service);
    }

    Response create(CreateTaskSet command, Runnable accepted) {
        var service = external(command.cluster(), command.service());
        var definition = names.taskDefinition(command.taskDefinition());
        var chosen =
                choice.choose(
                        service.name().cluster(),
                        command.launchType(),
                        command.capacityProviderStrategy(),
                        definition);
        var network = awsvpc.network(command.networkConfiguration(), definition, chosen.type());
        var balancers =
                wiring.check(command.loadBalancers(), definition, new DeploymentStrategy.Rolling());
        var tenths = tenths(command.scalePercent());
        accepted.run();
        var revision =
                new ServiceRevision(
                        desk.ids().deployment().substring(Deployment.ID_PREFIX.length()),
                        service.name(),
                        definition.name(),
                        chosen.type(),
                        chosen.strategy(),
                        network,
                        balancers,
                        balancers.stream().map(ServiceLoadBalancer::targetGroupArn).toList(),
                        desk.now(),
                        RevisionFields.of(command.unmodelled()));
        var set = records.add(service, revision, command.externalId().orElse(""), tenths);
        return response(service.name(), set);
    }

    Response update(UpdateTaskSet command, Runnable accepted) {
        var service = external(command.cluster(), command.service());
        var set = find(service, command.taskSet());
        var tenths = tenths(command.scalePercent());
        accepted.run();
        return response(service.name(), records.scale(service, set, tenths, false));
    }

    Response primary(UpdateServicePrimaryTaskSet command, Runnable accepted) {
        var service = external(command.cluster(), command.service());
        var set = find(service, command.primaryTaskSet());
        accepted.run();
        records.makePrimary(service, set.id());
        return response(service.name(), set);
    }

    Response delete(DeleteTaskSet command, Runnable accepted) {
        var service = external(command.cluster(), command.service());
        var set = find(service, command.taskSet());
        if (set.scaleTenths() > 0 && !command.force().orElse(false)) {
            throw ApiException.invalidParameter("/taskSet")
                    .because("The task set cannot be deleted while it is scaled above 0.")
                    .remedy(Phrase.of("remedy.taskSet.scaled"));
        }
        accepted.run();
        return response(service.name(), records.scale(service, set, 0, true));
    }

    Response describe(DescribeTaskSets command, Runnable accepted) {
        var service = withSets(command.cluster(), command.service());
        accepted.run();
        var asked = command.taskSets().stream().map(this::id).toList();
        var found =
                service.rollout().taskSets().stream()
                        .filter(set -> asked.isEmpty() || asked.contains(set.id()))
                        .toList();
        var failures = new ArrayList<Failure>();
        for (var id : asked) {
            if (found.stream().noneMatch(set -> set.id().equals(id))) {
                failures.add(new Failure(desk.arns().taskSet(service.name(), id), "MISSING", ""));
            }
        }
        return new DescribeTaskSetsResponse(service, found, List.copyOf(failures));
    }

    private Service external(String cluster, String name) {
        return withController(cluster, name, DeploymentController.EXTERNAL::equals);
    }

    /// CodeDeploy's task sets can be looked at as well.
    private Service withSets(String cluster, String name) {
        return withController(cluster, name, DeploymentController::hasTaskSets);
    }

    private Service withController(
            String cluster, String name, Predicate<DeploymentController> fits) {
        var service = names.service(names.cluster(Given.of(cluster)), name);
        ServiceUpdates.requireActive(service);
        if (!fits.test(service.rollout().controller())) {
            throw ApiException.invalidParameter("/service")
                    .because("The service does not have an EXTERNAL deployment controller.")
                    .remedy(Phrase.of("remedy.taskSet.controller"));
        }
        return service;
    }

    /// By its short name or ARN; a scenario's `${taskSet/green}` has become one of them.
    private TaskSet find(Service service, String given) {
        var id = id(given);
        return service.rollout().taskSets().stream()
                .filter(set -> !set.leaving())
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.of("TaskSetNotFoundException", "/taskSet")
                                .because("The specified task set was not found.")
                                .remedy(
                                        Phrase.of(
                                                "remedy.taskSet",
                                                "known",
                                                Names.list(
                                                        service.rollout().taskSets().stream()
                                                                .map(TaskSet::id)
                                                                .toList()))));
    }

    /// The id in an ARN has a slash of its own.
    private String id(String given) {
        return Deployment.ID_PREFIX + Arns.lastPart(names.plain(given, "/taskSet"));
    }

    private static int tenths(Given<Double> percent) {
        var value = percent.orElse(0.0);
        if (value < 0 || value > PERCENT_MAX) {
            throw ApiException.invalidParameter("/scale/value")
                    .because("scale must be 0 to 100 percent.")
                    .remedy(
                            Phrase.of(
                                    "remedy.deployment.range",
                                    "field",
                                    "scale",
                                    "least",
                                    0,
                                    "most",
                                    100));
        }
        return (int) Math.round(value * TENTHS);
    }

    private Response response(ServiceName name, TaskSet set) {
        return new TaskSetResponse(desk.service(name), set);
    }
}
