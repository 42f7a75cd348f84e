package ecslab.ecs.state;

import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ImagePull;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.event.Event.ServiceEvent;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState.Balancing;
import ecslab.ecs.state.ClusterState.Capacity;
import ecslab.ecs.state.ClusterState.PullUnderWay;
import ecslab.ecs.state.ClusterState.Requests;
import ecslab.ecs.state.ClusterState.Rollouts;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Builds the [ClusterState] from events, one by one.
///
/// The engine never reads it: it keeps a state of its own, and a property test holds the two
/// against each other.
public final class StateFold {

    /// The API keeps the newest 100 service events (Developer Guide, *Service event messages*).
    public static final int SERVICE_EVENTS_MAX = 100;

    /// How many decisions about one thing are kept at hand; older ones are in the event log.
    public static final int DECISIONS_MAX = 20;

    private SimInstant at;
    private final Table<String, ClusterDescription> clusters;
    private final Table<TaskDefinitionName, TaskDefinition> taskDefinitions;
    private final Table<ServiceName, Service> services;
    private final Table<ServiceName, List<ServiceEvent>> serviceEvents;
    private final Table<TaskId, Task> tasks;
    private final Table<TaskId, String> taskNames;
    private final Table<TaskId, SimInstant> appearedAt;
    private final Table<TaskId, PullUnderWay> pulls;
    private final Table<String, Ec2Instance> instances;
    private final Table<String, ContainerInstance> containerInstances;
    private final Table<String, AutoScalingGroup> autoScalingGroups;
    private final Table<String, CapacityProvider> capacityProviders;
    private final Table<String, Neighbour> neighbours;
    private final Table<String, ServiceRevision> serviceRevisions;
    private final Table<String, ServiceDeployment> serviceDeployments;
    private final Table<String, Alarm> alarms;
    private final Table<TaskId, ProtectedTask> protectedTasks;
    private final CodeDeployFold codeDeploy;
    private Network network;
    private final Table<String, Role> roles;
    private final Table<String, Image> images;
    private final Table<String, LoadBalancer> loadBalancers;
    private final Table<String, Listener> listeners;
    private final Table<String, TargetGroup> targetGroups;
    private final Table<TargetId, Target> targets;
    private final Table<TaskId, Long> answeredBy;
    private final Table<ServiceName, UtilizationReport> utilization;
    private long sent;
    private long succeeded;
    private long failed;
    private final Table<Ref, List<Decision>> decisions;
    private final Table<String, Fault> faults;
    private final TaskNames names;

    /// Goes on from a snapshot, so that a keyframe can be caught up.
    public StateFold(ClusterState start) {
        at = start.at();
        clusters = new Table<>(start.clusters());
        taskDefinitions = new Table<>(start.taskDefinitions());
        services = new Table<>(start.services());
        serviceEvents = new Table<>(start.serviceEvents());
        tasks = new Table<>(start.tasks());
        taskNames = new Table<>(start.taskNames());
        appearedAt = new Table<>(start.appearedAt());
        pulls = new Table<>(start.pulls());
        instances = new Table<>(start.capacity().instances());
        containerInstances = new Table<>(start.capacity().containerInstances());
        autoScalingGroups = new Table<>(start.capacity().autoScalingGroups());
        capacityProviders = new Table<>(start.capacity().capacityProviders());
        neighbours = new Table<>(start.neighbours());
        serviceRevisions = new Table<>(start.rollouts().serviceRevisions());
        serviceDeployments = new Table<>(start.rollouts().serviceDeployments());
        alarms = new Table<>(start.rollouts().alarms());
        protectedTasks = new Table<>(start.rollouts().protectedTasks());
        codeDeploy = new CodeDeployFold(start.rollouts().codeDeploy());
        network = start.network();
        roles = new Table<>(start.roles());
        images = new Table<>(start.images());
        loadBalancers = new Table<>(start.loadBalancers());
        listeners = new Table<>(start.balancing().listeners());
        targetGroups = new Table<>(start.targetGroups());
        targets = new Table<>(start.targets());
        answeredBy = new Table<>(start.requests().answeredBy());
        utilization = new Table<>(start.utilization());
        sent = start.requests().sent();
        succeeded = start.requests().succeeded();
        failed = start.requests().failed();
        decisions = new Table<>(start.decisions());
        faults = new Table<>(start.faults());
        names = TaskNames.after(start.taskNames().values());
    }

    public ClusterState snapshot() {
        return new ClusterState(
                at,
                clusters.snapshot(),
                taskDefinitions.snapshot(),
                services.snapshot(),
                serviceEvents.snapshot(),
                tasks.snapshot(),
                taskNames.snapshot(),
                appearedAt.snapshot(),
                pulls.snapshot(),
                new Capacity(
                        instances.snapshot(),
                        containerInstances.snapshot(),
                        autoScalingGroups.snapshot(),
                        capacityProviders.snapshot()),
                neighbours.snapshot(),
                new Rollouts(
                        serviceRevisions.snapshot(),
                        serviceDeployments.snapshot(),
                        alarms.snapshot(),
                        protectedTasks.snapshot(),
                        codeDeploy.snapshot()),
                network,
                roles.snapshot(),
                images.snapshot(),
                new Balancing(
                        loadBalancers.snapshot(),
                        listeners.snapshot(),
                        targetGroups.snapshot(),
                        targets.snapshot()),
                new Requests(sent, succeeded, failed, answeredBy.snapshot()),
                utilization.snapshot(),
                decisions.snapshot(),
                faults.snapshot());
    }

    /// There is no `default` here on purpose: a new kind of event will not compile until somebody
    /// has decided what a reader knows after it.
    public void apply(Event event) {
        at = event.at();
        switch (event) {
            case Event.TaskStateChange(_, var task) -> apply(task);
            case Event.ServiceEvent said -> keepNewest(said);
            case Event.ServiceChange(_, var service) -> services.put(service.name(), service);
            case Event.ServiceRevisionChange(_, var one) -> serviceRevisions.put(one.id(), one);
            case Event.ServiceDeploymentChange(_, var one) -> serviceDeployments.put(one.id(), one);
            case Event.AlarmChange(_, var alarm) -> alarms.put(alarm.name(), alarm);
            case Event.TaskProtectionChange(_, var task) -> apply(task);
            case Event.CodeDeployResourceChange(_, var one) -> codeDeploy.apply(one);
            case Event.CodeDeployDeploymentChange(_, var one) -> codeDeploy.apply(one);
            case Event.HookCall _ -> {}
            case Event.ClusterChange(_, var cluster) -> clusters.put(cluster.name(), cluster);
            case Event.TaskDefinitionChange(_, var definition) ->
                    taskDefinitions.put(definition.name(), definition);
            case Event.InstanceChange(_, var one) -> instances.put(one.instanceId(), one);
            case Event.ContainerInstanceChange(_, var one) -> containerInstances.put(one.id(), one);
            case Event.AutoScalingGroupChange(_, var group) ->
                    autoScalingGroups.put(group.name(), group);
            case Event.CapacityProviderChange(_, var one) -> capacityProviders.put(one.name(), one);
            case Event.NeighbourChange(_, var one, var present) -> apply(one, present);
            case Event.NetworkChange(_, var next) -> network = next;
            case Event.RoleChange(_, var role) -> roles.put(role.name(), role);
            case Event.ImageChange(_, var image) -> images.put(image.uri(), image);
            case Event.LoadBalancerChange(_, var balancer) ->
                    loadBalancers.put(balancer.name(), balancer);
            case Event.ListenerChange(_, var listener) -> listeners.put(listener.arn(), listener);
            case Event.TargetGroupChange(_, var group) -> targetGroups.put(group.name(), group);
            case Event.BalancingDeleted(_, var noun, var id) -> forget(noun, id);
            case Event.TargetHealthChange(_, var target) -> apply(target);
            case Event.ImagePull pull -> apply(pull);
            case Event.ContainerInstanceDeleted(_, var one) -> containerInstances.remove(one);
            case Event.TaskDeleted(_, var task) -> tasks.remove(task);
            case Event.TaskDefinitionDeleted(_, var name) -> taskDefinitions.remove(name);
            case Event.FaultChange(_, var fault, var present) -> apply(fault, present);
            case Event.ContainerProbe _, Event.ContainerRestart _ -> {}
            case Event.RequestSent _ -> sent++;
            case RequestAnswered answered -> count(answered);
            case RequestWindow window -> count(window);
            case UtilizationReport report -> utilization.put(report.service(), report);
            case Decision decision -> keepNewest(decision);
            case Event.ServiceAction _, Event.DeploymentStateChange _ -> {}
            case Event.HealthProbe _, Event.RequestRouted _ -> {}
            case Event.ApiCall _, Event.ApiRefusal _ -> {}
        }
    }

    private void apply(Task task) {
        if (!taskNames.has(task.id())) {
            taskNames.put(task.id(), names.next(task));
            appearedAt.put(task.id(), at);
        }
        tasks.put(task.id(), task);
        if (task.isLeaving()) {
            pulls.remove(task.id());
        }
    }

    private void apply(ProtectedTask task) {
        if (task.protectionEnabled()) {
            protectedTasks.put(task.task(), task);
        } else {
            protectedTasks.remove(task.task());
        }
    }

    private void apply(Target target) {
        if (target.isGone()) {
            targets.remove(target.id());
        } else {
            targets.put(target.id(), target);
        }
    }

    private void forget(BalancingNoun noun, String id) {
        switch (noun) {
            case LOAD_BALANCER -> loadBalancers.remove(id);
            case LISTENER -> listeners.remove(id);
            case TARGET_GROUP -> targetGroups.remove(id);
        }
    }

    private void apply(Fault fault, boolean present) {
        if (present) {
            faults.put(fault.key(), fault);
        } else {
            faults.remove(fault.key());
        }
    }

    private void apply(Neighbour neighbour, boolean present) {
        if (present) {
            neighbours.put(neighbour.key(), neighbour);
        } else {
            neighbours.remove(neighbour.key());
        }
    }

    private void apply(ImagePull pull) {
        switch (pull.pull()) {
            case Pull.Started(int sizeMib, _, var expected) ->
                    pulls.put(
                            pull.task(),
                            new PullUnderWay(
                                    pull.container(), pull.image(), sizeMib, pull.at(), expected));
            case Pull.Finished _, Pull.Failed _, Pull.Cached _ -> pulls.remove(pull.task());
        }
    }

    private void count(RequestAnswered answered) {
        count(answered.route(), answered.isFailure(), 1);
    }

    private void count(RequestWindow window) {
        sent += window.sent();
        for (var row : window.rows()) {
            count(row.route(), row.isFailure(), row.count());
        }
    }

    private void count(Route route, boolean isFailure, int count) {
        if (isFailure) {
            failed += count;
            return;
        }
        succeeded += count;
        if (route instanceof Route.To(_, var task)) {
            answeredBy.merge(task, (long) count, Long::sum);
        }
    }

    private void keepNewest(ServiceEvent said) {
        var earlier = serviceEvents.find(said.service()).orElse(List.of());
        serviceEvents.put(said.service(), withNewest(said, earlier, SERVICE_EVENTS_MAX));
    }

    private void keepNewest(Decision decision) {
        var earlier = decisions.find(decision.about()).orElse(List.of());
        decisions.put(decision.about(), withNewest(decision, earlier, DECISIONS_MAX));
    }

    private static <T> List<T> withNewest(T newest, List<T> earlier, int max) {
        var all = new ArrayList<T>(Math.min(max, earlier.size() + 1));
        all.add(newest);
        all.addAll(earlier.subList(0, Math.min(max - 1, earlier.size())));
        return Collections.unmodifiableList(all);
    }
}
