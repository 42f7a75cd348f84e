package ecslab.stage.log;

import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.Given;
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
import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.List;

/// Which things an event is about, the most telling one first. The inspector lists an event at each
/// of them; clicking its line chooses the first.
final class About {

    private final EventMemory memory;

    About(EventMemory memory) {
        this.memory = memory;
    }

    List<Ref> refs(Event event) {
        return switch (event) {
            case Event.TaskStateChange(_, var task) -> ofTask(task);
            case Event.ServiceAction action -> List.of(Ref.service(action.service()));
            case Event.DeploymentStateChange change -> List.of(Ref.service(change.service()));
            case Event.ServiceDeploymentChange(_, var one) -> List.of(Ref.service(one.service()));
            case Event.ServiceRevisionChange(_, var one) -> List.of(Ref.service(one.service()));
            case Event.CodeDeployResourceChange(_, var one) -> CodeDeployRefs.of(one);
            case Event.CodeDeployDeploymentChange(_, var one) ->
                    List.of(Ref.service(one.service()));
            case Event.HookCall call -> List.of(Ref.service(call.service()));
            case Event.AlarmChange _ -> List.of();
            case Event.TaskProtectionChange(_, var task) -> List.of(Ref.task(task.task()));
            case Event.ServiceEvent said -> List.of(Ref.service(said.service()));
            case Event.ServiceChange(_, var service) -> List.of(Ref.service(service.name()));
            case Event.ClusterChange(_, var cluster) -> one(Kind.CLUSTER, cluster.name());
            case Event.TaskDefinitionChange(_, var definition) ->
                    one(Kind.TASK_DEFINITION, definition.name().toString());
            case Event.NetworkChange _ -> List.of();
            case Event.InstanceChange(_, var instance) -> one(Kind.INSTANCE, instance.instanceId());
            case Event.ContainerInstanceChange(_, var instance) ->
                    List.of(
                            Ref.of(Kind.INSTANCE, instance.ec2InstanceId()),
                            Ref.of(Kind.CLUSTER, instance.cluster()));
            case Event.AutoScalingGroupChange(_, var group) ->
                    one(Kind.AUTO_SCALING_GROUP, group.name());
            case Event.CapacityProviderChange(_, var provider) ->
                    one(Kind.CAPACITY_PROVIDER, provider.name());
            case Event.RoleChange(_, var role) -> one(Kind.ROLE, role.name());
            case Event.ImageChange(_, var image) -> one(Kind.IMAGE, image.uri());
            case Event.LoadBalancerChange(_, var balancer) ->
                    one(Kind.LOAD_BALANCER, balancer.name());
            case Event.ListenerChange(_, var listener) ->
                    one(Kind.LOAD_BALANCER, listener.loadBalancer());
            case Event.BalancingDeleted(_, var noun, var id) -> ofDeleted(noun, id);
            case Event.TargetGroupChange(_, var group) -> one(Kind.TARGET_GROUP, group.name());
            case Event.TargetHealthChange(_, var target) -> ofTarget(target);
            case Event.HealthProbe probe -> ofTarget(probe.target(), probe.task());
            case Event.ImagePull pull ->
                    List.of(Ref.task(pull.task()), Ref.of(Kind.IMAGE, pull.image()));
            case Event.ContainerProbe probe -> List.of(Ref.task(probe.task()));
            case Event.ContainerRestart restart -> List.of(Ref.task(restart.task()));
            case Event.ContainerInstanceDeleted _ -> List.of();
            case Event.TaskDeleted(_, var task) -> List.of(Ref.task(task));
            case Event.TaskDefinitionDeleted(_, var name) ->
                    one(Kind.TASK_DEFINITION, name.toString());
            case Event.FaultChange(_, var fault, _) -> ofFault(fault.about());
            case Event.NeighbourChange _ -> List.of();
            case Event.RequestWindow window -> one(Kind.LOAD_BALANCER, window.loadBalancer());
            case Event.UtilizationReport report -> List.of(Ref.service(report.service()));
            case Event.RequestSent sent -> one(Kind.LOAD_BALANCER, sent.loadBalancer());
            case Event.RequestRouted routed -> ofTarget(routed.target(), routed.task());
            case Event.RequestAnswered answered -> ofAnswer(answered);
            case Event.ApiCall call -> ofCommand(call.command());
            case Event.ApiRefusal refusal -> ofCommand(refusal.command());
            case Decision decision -> ofDecision(decision);
        };
    }

    private static List<Ref> ofTask(Task task) {
        var refs = new ArrayList<Ref>();
        refs.add(Ref.task(task.id()));
        task.service()
                .map(name -> Ref.service(new ServiceName(task.cluster(), name)))
                .ifPresent(refs::add);
        refs.add(Ref.of(Kind.TASK_DEFINITION, task.taskDefinition().toString()));
        return List.copyOf(refs);
    }

    private static List<Ref> ofDeleted(BalancingNoun noun, String id) {
        return switch (noun) {
            case LOAD_BALANCER -> one(Kind.LOAD_BALANCER, id);
            case TARGET_GROUP -> one(Kind.TARGET_GROUP, id);
            case LISTENER -> List.of();
        };
    }

    private static List<Ref> ofTarget(Target target) {
        return ofTarget(target.id(), target.task());
    }

    private static List<Ref> ofTarget(TargetId target, TaskId task) {
        return List.of(Ref.task(task), Ref.of(Kind.TARGET_GROUP, target.targetGroup()));
    }

    private static List<Ref> ofAnswer(Event.RequestAnswered answered) {
        var balancer = Ref.of(Kind.LOAD_BALANCER, answered.loadBalancer());
        return switch (answered.route()) {
            case Event.Route.Nowhere() -> List.of(balancer);
            case Event.Route.To(var target, var task) ->
                    List.of(
                            Ref.task(task),
                            balancer,
                            Ref.of(Kind.TARGET_GROUP, target.targetGroup()));
        };
    }

    private List<Ref> ofDecision(Decision decision) {
        var refs = new ArrayList<Ref>();
        refs.add(decision.about());
        if (decision.about().kind() == Kind.TASK) {
            memory.latest(new TaskId(decision.about().id()))
                    .flatMap(task ->
                            task.service().map(name -> new ServiceName(task.cluster(), name)))
                    .map(Ref::service)
                    .ifPresent(refs::add);
        }
        return List.copyOf(refs);
    }

    private List<Ref> ofCommand(Command command) {
        return switch (command) {
            case TaskDefinitionCommand.RegisterTaskDefinition _ -> List.of();
            case TaskCommand.RunTask run ->
                    List.of(
                            Ref.of(Kind.CLUSTER, Names.cluster(run.cluster())),
                            Ref.of(Kind.TASK_DEFINITION, Arns.lastPart(run.taskDefinition())));
            case TaskCommand.StartTask start -> CapacityRefs.of(start, memory);
            case ReadCommand read -> ReadRefs.of(read, memory);
            case TaskDefinitionCommand.DeregisterTaskDefinition(var name) -> revision(name);
            case TaskDefinitionCommand.DescribeTaskDefinition(var name) -> revision(name);
            case TaskDefinitionCommand.DeleteTaskDefinitions(var names) ->
                    names.stream().flatMap(name -> revision(name).stream()).toList();
            case TaskDefinitionCommand.ListTaskDefinitions _ -> List.of();
            case TaskCommand.DescribeTasks(_, var tasks) -> ofTasks(tasks);
            case TaskCommand.StopTask stop ->
                    memory.taskMeantBy(stop.task())
                            .map(id -> List.of(Ref.task(id)))
                            .orElse(List.of());
            case ServiceCommand.CreateService create ->
                    service(create.cluster(), create.serviceName());
            case ServiceCommand.UpdateService update -> service(update.cluster(), update.service());
            case ServiceCommand.DeleteService delete -> service(delete.cluster(), delete.service());
            case DeploymentCommand some -> ofDeployment(some);
            case CodeDeployCommand some -> CodeDeployRefs.of(some, memory);
            case WatchCommand _ -> List.of();
            case RoleCommand.CreateRole create -> one(Kind.ROLE, create.roleName());
            case RoleCommand.AttachRolePolicy attach -> one(Kind.ROLE, attach.roleName());
            case RoleCommand.DetachRolePolicy detach -> one(Kind.ROLE, detach.roleName());
            case BalancingCommand some -> BalancingRefs.of(some);
            case CapacityCommand some -> CapacityRefs.of(some, memory);
            case LabCommand.LabNetwork _ -> List.of();
            case LabFault fault -> ofFault(fault);
            case LabOutage outage -> ofOutage(outage);
            case LabNeighbour _ -> List.of();
            case LabCommand.LabSendRequests(var to, _, _) -> one(Kind.LOAD_BALANCER, to);
            case LabCommand.LabLoadBalancer balancer ->
                    List.of(
                            Ref.of(Kind.LOAD_BALANCER, balancer.name()),
                            Ref.of(Kind.TARGET_GROUP, balancer.targetGroup()));
        };
    }

    /// The event that follows names image and task in full.
    private List<Ref> ofFault(LabFault fault) {
        var selector =
                switch (fault) {
                    case LabFault.LabKillContainer kill -> kill.task();
                    case LabFault.LabLeakMemory leak -> leak.of();
                    case LabFault.LabStopLeak leak -> leak.of();
                    case LabFault.LabBreakHealth health -> health.of();
                    case LabFault.LabMendHealth health -> health.of();
                    case LabFault.LabSlowStart _, LabFault.LabNormalStart _ -> "";
                    case LabFault.LabRegistryDown _, LabFault.LabRegistryUp _ -> "";
                    case LabFault.LabFillSubnet _, LabFault.LabEmptySubnet _ -> "";
                };
        return selector.startsWith("task/") || selector.startsWith("${task/")
                ? memory.taskMeantBy(selector.endsWith("}") ? selector : "${" + selector + "}")
                        .map(id -> List.of(Ref.task(id)))
                        .orElse(List.of())
                : List.of();
    }

    private List<Ref> ofOutage(LabOutage outage) {
        var of =
                switch (outage) {
                    case LabOutage.LabSlowDown slow -> slow.of();
                    case LabOutage.LabNormalSpeed normal -> normal.of();
                    case LabOutage.LabExhaustConnections exhaust -> exhaust.of();
                    case LabOutage.LabFreeConnections free -> free.of();
                    case LabOutage.LabDropRoute drop -> drop.of();
                    case LabOutage.LabRestoreRoute restore -> restore.of();
                    case LabOutage.LabFreeze freeze -> freeze.of();
                    case LabOutage.LabThaw thaw -> thaw.of();
                    case LabOutage.LabBurnCpu burn -> burn.of();
                    case LabOutage.LabStopBurn burn -> burn.of();
                    case LabOutage.LabZoneOutage _, LabOutage.LabZoneBack _ -> "";
                };
        return of.startsWith("task/")
                ? memory.taskMeantBy("${" + of + "}")
                        .map(id -> List.of(Ref.task(id)))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Ref> ofFault(String about) {
        if (about.startsWith(Kind.TASK.word() + "/")) {
            return List.of(Ref.task(new TaskId(Arns.lastPart(about))));
        }
        if (about.startsWith(CapacityProvider.FARGATE)) {
            return one(Kind.CAPACITY_PROVIDER, about);
        }
        return about.contains(":") ? one(Kind.IMAGE, about) : List.of();
    }

    private List<Ref> ofDeployment(DeploymentCommand command) {
        return switch (command) {
            case DeploymentCommand.ListServiceDeployments(var cluster, var service, _) ->
                    service(cluster, service);
            case DeploymentCommand.StopServiceDeployment(var arn, _) -> ofArn(arn);
            case DeploymentCommand.ContinueServiceDeployment(var arn, _, _) -> ofArn(arn);
            case DeploymentCommand.DescribeServiceDeployments _ -> List.of();
            case DeploymentCommand.DescribeServiceRevisions _ -> List.of();
            case DeploymentCommand.UpdateTaskProtection(_, var tasks, _, _) -> ofTasks(tasks);
            case DeploymentCommand.GetTaskProtection(_, var tasks) -> ofTasks(tasks);
            case DeploymentCommand.CreateTaskSet set ->
                    service(Given.of(set.cluster()), set.service());
            case DeploymentCommand.UpdateTaskSet(var cluster, var service, _, _) ->
                    service(Given.of(cluster), service);
            case DeploymentCommand.UpdateServicePrimaryTaskSet(var cluster, var service, _) ->
                    service(Given.of(cluster), service);
            case DeploymentCommand.DeleteTaskSet(var cluster, var service, _, _) ->
                    service(Given.of(cluster), service);
            case DeploymentCommand.DescribeTaskSets(var cluster, var service, _) ->
                    service(Given.of(cluster), service);
        };
    }

    /// `…:service-deployment/CLUSTER/SERVICE/ID`; a selector says less.
    private static List<Ref> ofArn(String arn) {
        var parts = arn.split("/", -1);
        return parts.length == 4
                ? List.of(Ref.service(new ServiceName(parts[1], parts[2])))
                : List.of();
    }

    private List<Ref> ofTasks(List<String> tasks) {
        return tasks.stream()
                .flatMap(task -> memory.taskMeantBy(task).map(Ref::task).stream())
                .toList();
    }

    private static List<Ref> service(Given<String> cluster, String service) {
        return List.of(
                Ref.service(new ServiceName(Names.cluster(cluster), Arns.lastPart(service))));
    }

    private static List<Ref> revision(String name) {
        return one(Kind.TASK_DEFINITION, Arns.lastPart(name));
    }

    private static List<Ref> one(Kind kind, String id) {
        return List.of(Ref.of(kind, id));
    }

    /// What ECS takes a name for that is left out or written as an ARN.
    private static final class Names {

        private static String cluster(Given<String> written) {
            return Arns.lastPart(written.orElse(ClusterDescription.DEFAULT));
        }
    }
}
