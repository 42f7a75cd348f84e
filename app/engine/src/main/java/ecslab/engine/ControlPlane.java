package ecslab.engine;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiException;
import ecslab.ecs.Response;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabNeighbour;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ApiCall;
import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.Arns;
import java.util.function.Consumer;

/// ECS's control plane: it answers commands, hears observations, and wakes when something is due.
///
/// Each of the three is a turn. A turn is done before the next begins; what it leads to later is on
/// the agenda.
public final class ControlPlane {

    private final Desk desk;
    private final Capacity capacity;
    private final TaskDefinitionApi taskDefinitions;
    private final RevisionApi revisions;
    private final TaskApi tasks;
    private final ServiceApi services;
    private final ReadApi reads;
    private final Shifting shifting;
    private final DeploymentApi deploymentActions;
    private final CodeDeployments codeDeployments;
    private final CodeDeployApi codeDeploy;
    private final WatchApi watch;
    private final RoleApi roles;
    private final BalancingApi balancing;
    private final LabApi lab;
    private final FaultApi faults;
    private final OutageApi outages;
    private final NeighbourApi neighbours;
    private final TaskLifecycle lifecycle;
    private final ContainerLife life;
    private final ServiceScheduler scheduler;
    private final Steadiness steadiness;
    private final Targets targets;
    private final TargetHealth targetHealth;

    /// @param state goes on from here; the control plane owns it from now on
    /// @param listener hears every event, in order
    public ControlPlane(
            EngineState state,
            long seed,
            Arns arns,
            Timings timings,
            Agenda agenda,
            Machines machines,
            DataPlane dataPlane,
            Consumer<Event> listener) {
        var journal = new Journal(agenda, listener);
        var counts = new Counts(state, agenda, journal);
        var ids = new Ids(seed, state);
        desk = new Desk(state, agenda, machines, dataPlane, journal, counts, ids, arns, timings);
        var says = new ServiceMessages(desk);
        var names = new Names(desk);
        var throttle = new StartThrottle(desk, says);
        var deployments = new Deployments(desk, says, throttle);
        var breaker = new CircuitBreaker(desk, deployments);
        targets = new Targets(desk, says);
        targetHealth = new TargetHealth(desk, says, breaker, targets);
        var listeners = new Listeners(desk, targets);
        lifecycle = new TaskLifecycle(desk, targets, throttle, breaker);
        life = new ContainerLife(desk, breaker);
        steadiness = new Steadiness(desk, says, deployments);
        var starter = new TaskStarter(desk, lifecycle);
        var waiting = new Waiting(desk, starter);
        var launcher = new ServiceLauncher(desk, starter, says, waiting);
        var daemons = new Daemons(desk, says, lifecycle, starter);
        var rebalancing = new Rebalancing(desk, says, lifecycle, starter);
        scheduler =
                new ServiceScheduler(
                        desk, lifecycle, says, launcher, deployments, daemons, rebalancing);
        capacity = new Capacity(desk, names, lifecycle.stops(), waiting);
        taskDefinitions = new TaskDefinitionApi(desk, names);
        revisions = new RevisionApi(desk, names);
        tasks = new TaskApi(desk, names, lifecycle, new TaskRunner(desk, starter, waiting));
        reads = new ReadApi(desk, names);
        services = new ServiceApi(desk, names, says, deployments);
        shifting = new Shifting(desk, deployments, listeners);
        deploymentActions = new DeploymentApi(desk, names, deployments, shifting.hooks());
        codeDeployments =
                new CodeDeployments(desk, new ReplacementSets(desk, names, deployments, listeners));
        codeDeploy = new CodeDeployApi(desk, names, codeDeployments);
        watch = new WatchApi(desk, deployments, codeDeployments);
        roles = new RoleApi(desk, names);
        balancing = new BalancingApi(desk, names, listeners, targets);
        lab = new LabApi(desk, names, balancing, listeners);
        faults = new FaultApi(desk, names);
        outages = new OutageApi(desk, names, capacity.registrations());
        neighbours = new NeighbourApi(desk, names);
    }

    /// Carries a command out, or refuses it. Either is reported.
    public Answer submit(Command command, Origin origin) {
        var call = ++desk.state().calls;
        try {
            var response = carryOut(command, call, origin);
            endTurn();
            return counted(response);
        } catch (ApiException refused) {
            desk.journal()
                    .report(new ApiRefusal(desk.now(), call, origin, command, refused.error()));
            return refused.error();
        }
    }

    public void observe(Observation observation) {
        switch (observation) {
            case Observation.ProbeAnswered(var target, int status) ->
                    targetHealth.probed(target, status);
            case Observation.Provisioned(var task, var eni) -> lifecycle.provisioned(task, eni);
            case Observation.NotProvisioned failed -> lifecycle.notProvisioned(failed);
            case Observation.InstanceRunning running -> capacity.running(running);
            case Observation.AgentRegistered(var instance) -> capacity.registered(instance);
            case Observation.AgentConnection(var instance, var connected) ->
                    capacity.agent(instance, connected);
            case Observation.Released(var task) -> lifecycle.released(task);
            case Observation.PullStarted started -> lifecycle.pullStarted(started);
            case Observation.PullFinished finished -> lifecycle.pullFinished(finished);
            case Observation.PullCached cached -> lifecycle.pullCached(cached);
            case Observation.WrongArchitecture wrong -> life.wrongArchitecture(wrong);
            case Observation.PullFailed failed -> lifecycle.pullFailed(failed);
            case Observation.ContainerStarted started -> lifecycle.containerStarted(started);
            case Observation.ContainerNotStarted failed -> lifecycle.containerNotStarted(failed);
            case Observation.ContainerRestarted restarted -> life.restarted(restarted);
            case Observation.ContainerProbed probed -> life.probed(probed);
            case Observation.OutOfMemory full -> life.outOfMemory(full);
            case Observation.ContainerStopped stopped -> lifecycle.containerStopped(stopped);
            case Observation.ContainerAbandoned(var task, var name) ->
                    lifecycle.containerAbandoned(task, name);
        }
        endTurn();
    }

    public void wake(Wake wake) {
        switch (wake) {
            case Wake.Reconcile(var service) -> scheduler.reconcile(service);
            case Wake.SteadyCheck(var service) -> steadiness.check(service);
            case Wake.Baked(var service, var deployment) -> steadiness.baked(service, deployment);
            case Wake.ShiftOn(var service) -> shifting.look(service);
            case Wake.StageExpires late -> shifting.expired(late);
            case Wake.HookAnswers(var deployment, var hook) ->
                    shifting.hooks().answered(deployment, hook);
            case Wake.HookExpires(var deployment, var hook) ->
                    shifting.hooks().expired(deployment, hook);
            case Wake.CodeDeployOn(var deployment) -> codeDeployments.goOn(deployment);
            case Wake.LifecycleHookAnswers(var deployment, var execution) ->
                    codeDeployments.hooks().answered(deployment, execution);
            case Wake.LifecycleHookExpires(var deployment, var execution) ->
                    codeDeployments.hooks().expired(deployment, execution);
            case Wake.StopDeployment(var id) -> deploymentActions.stopped(id);
            case Wake.ProtectionOver(var task, var until) ->
                    deploymentActions.protection().over(task, until);
            case Wake.Activated(var task) -> lifecycle.activated(task);
            case Wake.Deactivated(var task) -> lifecycle.deactivated(task);
            case Wake.Registered(var target, var task) -> targets.registered(target, task);
            case Wake.Deregistered(var target, var task) -> lifecycle.deregistered(target, task);
            case Wake.RegisterAgain(var instance) -> capacity.registered(instance);
            case Wake.Terminated(var instance) -> capacity.terminated(instance);
            case Wake.InstanceStopped(var instance) -> capacity.stopped(instance);
            case Wake.TrunkDone(var instance) -> capacity.trunkDone(instance);
            case Wake.ForgetInstance(var instance) -> capacity.forget(instance);
            case Wake.ManagedScaling(var provider) -> capacity.scale(provider);
            case Wake.ProvidersUpdated(var cluster) -> capacity.updated(cluster);
            case Wake.DeleteRevision(var name) -> revisions.deleteIfUnused(name);
            case Wake.DeleteTask(var task) -> lifecycle.stops().delete(task);
            case Wake.NotPrepared(var task, var words) -> lifecycle.notPrepared(task, words);
            case Wake.GraceOver(var task) -> {
                targetHealth.graceOver(task);
                life.graceOver(task);
            }
        }
        endTurn();
    }

    /// The call is reported before what it leads to.
    private Response carryOut(Command command, long call, Origin origin) {
        Runnable accepted =
                () -> desk.journal().report(new ApiCall(desk.now(), call, origin, command));
        return switch (command) {
            case TaskDefinitionCommand.RegisterTaskDefinition register ->
                    taskDefinitions.register(register, accepted);
            case TaskDefinitionCommand.DeregisterTaskDefinition one ->
                    revisions.deregister(one, accepted);
            case TaskDefinitionCommand.DeleteTaskDefinitions some ->
                    revisions.delete(some, accepted);
            case TaskDefinitionCommand.DescribeTaskDefinition one ->
                    revisions.describe(one, accepted);
            case TaskDefinitionCommand.ListTaskDefinitions list -> revisions.list(list, accepted);
            case TaskCommand.DescribeTasks some -> tasks.describe(some, accepted);
            case TaskCommand.RunTask run -> tasks.run(run, accepted);
            case TaskCommand.StartTask start -> tasks.start(start, accepted);
            case TaskCommand.StopTask stop -> tasks.stop(stop, accepted);
            case ReadCommand look -> reads.carryOut(look, accepted);
            case DeploymentCommand some -> deploymentActions.carryOut(some, accepted);
            case CodeDeployCommand some -> codeDeploy.carryOut(some, accepted);
            case WatchCommand some -> watch.carryOut(some, accepted);
            case ServiceCommand some -> services.carryOut(some, accepted);
            case RoleCommand.CreateRole create -> roles.create(create, accepted);
            case RoleCommand.AttachRolePolicy attach -> roles.attach(attach, accepted);
            case RoleCommand.DetachRolePolicy detach -> roles.detach(detach, accepted);
            case LabCommand.LabNetwork network -> capacity.network().network(network, accepted);
            case CapacityCommand some -> capacity.carryOut(some, accepted);
            case BalancingCommand some -> balancing.carryOut(some, accepted);
            case LabCommand.LabLoadBalancer balancer -> lab.loadBalancer(balancer, accepted);
            case LabNeighbour neighbour -> neighbours.carryOut(neighbour, accepted);
            case LabOutage outage -> outages.carryOut(outage, accepted);
            case LabFault fault -> faults.carryOut(fault, accepted);
            case LabCommand.LabSendRequests send -> lab.sendRequests(send, accepted);
        };
    }

    /// The counts are brought up to date at the end of the turn, and the answer shows them.
    private Response counted(Response response) {
        return switch (response) {
            case Response.CreateServiceResponse(var service) ->
                    new Response.CreateServiceResponse(desk.service(service.name()));
            case Response.UpdateServiceResponse(var service) ->
                    new Response.UpdateServiceResponse(desk.service(service.name()));
            case Response.DeleteServiceResponse(var service) ->
                    new Response.DeleteServiceResponse(desk.service(service.name()));
            case Response.Deploying _, Response.CodeDeploy _ -> response;
            case Response.CreateClusterResponse _, Response.RegisterTaskDefinitionResponse _ ->
                    response;
            case Response.DeregisterTaskDefinitionResponse _ -> response;
            case Response.DeleteTaskDefinitionsResponse _ -> response;
            case Response.DescribeTaskDefinitionResponse _ -> response;
            case Response.ListTaskDefinitionsResponse _ -> response;
            case Response.DescribeTasksResponse _ -> response;
            case Response.StartTaskResponse _ -> response;
            case Response.RunTaskResponse _, Response.StopTaskResponse _ -> response;
            case Response.ClusterResponse _, Response.CapacityProviderResponse _ -> response;
            case Response.ContainerInstancesResponse _ -> response;
            case Response.AttributesResponse _, Response.Read _ -> response;
            case Response.Balancing _ -> response;
            case Response.CreateRoleResponse _, Response.EmptyResponse _ -> response;
        };
    }

    /// Whoever waits for room looks again after whatever may have made some.
    private void endTurn() {
        capacity.freed(desk.counts().takeFreed());
        report();
        while (desk.state().rankings.takeChanged() && capacity.placeWaiting()) {
            report();
        }
    }

    /// A service that has become steady completes its deployment, which is a change once more.
    private void report() {
        var touched = desk.counts().report();
        if (touched.isEmpty()) {
            return;
        }
        for (var service : touched) {
            shifting.look(service);
            codeDeployments.look(service);
            steadiness.look(service);
        }
        desk.counts().report();
    }
}
