package ecslab.engine;

import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.WatchCommand.LabHook;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.SecurityGroup.Ingress;
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
import ecslab.ecs.state.ClusterState.Rollouts;
import ecslab.ecs.state.TaskNames;
import ecslab.ecs.time.SimInstant;
import ecslab.engine.Disturbance.Answers;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that the control plane knows, as one value: it can be copied, and a copy goes on
/// exactly as the original does.
public final class EngineState {

    final LinkedHashMap<String, ClusterDescription> clusters = new LinkedHashMap<>();
    final LinkedHashMap<TaskDefinitionName, TaskDefinition> taskDefinitions = new LinkedHashMap<>();
    final TreeMap<String, Integer> lastRevision = new TreeMap<>();
    final LinkedHashMap<ServiceName, Service> services = new LinkedHashMap<>();
    final LinkedHashMap<ServiceName, ServiceMemory> memories = new LinkedHashMap<>();
    private final LinkedHashMap<TaskId, Task> allTasks = new LinkedHashMap<>();

    /// To be changed by [#put(Task)] and [#delete(TaskId)] alone.
    final Map<TaskId, Task> tasks = Collections.unmodifiableMap(allTasks);

    final Census census;
    final LinkedHashMap<TaskId, String> taskNames = new LinkedHashMap<>();
    final LinkedHashMap<TaskId, List<TargetId>> targetsOfTask = new LinkedHashMap<>();
    final TreeMap<TargetId, Target> targets = new TreeMap<>();
    final TreeMap<TargetId, Integer> probesInARow = new TreeMap<>();
    final TreeMap<String, TargetGroup> targetGroups = new TreeMap<>();
    final TreeMap<String, LoadBalancer> loadBalancers = new TreeMap<>();

    /// By ARN.
    final LinkedHashMap<String, Listener> listeners = new LinkedHashMap<>();

    final TreeMap<String, Role> roles = new TreeMap<>();
    final TreeMap<String, Long> draws = new TreeMap<>();
    final LinkedHashMap<String, Ec2Instance> instances = new LinkedHashMap<>();

    /// To be changed by [#put(ContainerInstance)] and [#forgetInstance(String)] alone.
    final Registered registered = new Registered();

    final Map<String, ContainerInstance> containerInstances = registered.all();

    final LinkedHashMap<String, AutoScalingGroup> autoScalingGroups = new LinkedHashMap<>();
    final LinkedHashMap<String, CapacityProvider> capacityProviders = new LinkedHashMap<>();

    /// By EC2 instance: what it was started from.
    final LinkedHashMap<String, InstanceTemplate> templates = new LinkedHashMap<>();

    /// By Auto Scaling group: what its next instance is started from.
    final TreeMap<String, InstanceTemplate> groupTemplates = new TreeMap<>();

    final TreeMap<String, Integer> instanceNumbers = new TreeMap<>();

    final Occupancies occupancies = new Occupancies();

    /// Clusters whose tasks were counted anew in this turn. No turn ends before they are reported.
    final TreeSet<String> clustersCounted = new TreeSet<>();

    /// Not part of the state: it follows from it.
    final Rankings rankings = new Rankings();

    /// What the calendar says at the run's start.
    Instant startsAt = Instant.EPOCH;

    /// Tasks in PROVISIONING without a place, in the order in which they came.
    final LinkedHashMap<TaskId, TaskStarter.Order> waiting = new LinkedHashMap<>();

    /// Providers whose metric is due.
    final TreeSet<String> scaling = new TreeSet<>();

    /// By capacity provider: what managed scaling remembers of it.
    final TreeMap<String, ScalingMemory> scalingMemories = new TreeMap<>();

    /// EC2 instances that their group has given up and that still drain.
    final LinkedHashSet<String> leaving = new LinkedHashSet<>();

    /// Account settings that were put.
    final TreeMap<String, String> settings = new TreeMap<>();

    /// By security group: the rules that were taken away for a while.
    final TreeMap<String, List<Ingress>> closedGroups = new TreeMap<>();

    /// By [Neighbour#key()].
    final TreeMap<String, Neighbour> neighbours = new TreeMap<>();

    /// Kinds of which something was ever made: from then on only what was made is there.
    final TreeSet<String> neighbourKinds = new TreeSet<>();

    /// Tasks that wait in vain for what they need before their containers start.
    final LinkedHashSet<TaskId> unprepared = new LinkedHashSet<>();

    /// How registries answer, by host, where somebody has changed it.
    final TreeMap<String, Answers> registries = new TreeMap<>();

    /// By the 19 digits.
    final LinkedHashMap<String, ServiceRevision> revisions = new LinkedHashMap<>();

    /// By the last part of their ARN.
    final LinkedHashMap<String, ServiceDeployment> serviceDeployments = new LinkedHashMap<>();

    final CodeDeployBook codeDeploy;
    final TreeMap<String, Alarm> alarms = new TreeMap<>();
    final LinkedHashMap<TaskId, ProtectedTask> protectedTasks = new LinkedHashMap<>();

    /// By function: how it answers.
    final TreeMap<String, LabHook> hooks = new TreeMap<>();

    /// By function: how often it was called.
    final TreeMap<String, Integer> hookCalls = new TreeMap<>();

    /// Availability Zones that are out.
    final TreeSet<String> darkZones = new TreeSet<>();

    boolean spotIsGone;
    private final TaskNames nextNames;
    Network network;
    long calls;

    public EngineState() {
        census = new Census();
        codeDeploy = new CodeDeployBook();
        nextNames = TaskNames.after(List.of());
        network = Network.NONE;
    }

    private EngineState(EngineState from) {
        clusters.putAll(from.clusters);
        taskDefinitions.putAll(from.taskDefinitions);
        lastRevision.putAll(from.lastRevision);
        services.putAll(from.services);
        from.memories.forEach((name, memory) -> memories.put(name, memory.copy()));
        allTasks.putAll(from.allTasks);
        census = from.census.copy();
        taskNames.putAll(from.taskNames);
        targetsOfTask.putAll(from.targetsOfTask);
        targets.putAll(from.targets);
        probesInARow.putAll(from.probesInARow);
        targetGroups.putAll(from.targetGroups);
        loadBalancers.putAll(from.loadBalancers);
        roles.putAll(from.roles);
        draws.putAll(from.draws);
        nextNames = TaskNames.after(from.taskNames.values());
        listeners.putAll(from.listeners);
        instances.putAll(from.instances);
        registered.add(from.registered);
        autoScalingGroups.putAll(from.autoScalingGroups);
        capacityProviders.putAll(from.capacityProviders);
        templates.putAll(from.templates);
        groupTemplates.putAll(from.groupTemplates);
        instanceNumbers.putAll(from.instanceNumbers);
        occupancies.add(from.occupancies);
        startsAt = from.startsAt;
        waiting.putAll(from.waiting);
        scaling.addAll(from.scaling);
        scalingMemories.putAll(from.scalingMemories);
        leaving.addAll(from.leaving);
        settings.putAll(from.settings);
        closedGroups.putAll(from.closedGroups);
        neighbours.putAll(from.neighbours);
        neighbourKinds.addAll(from.neighbourKinds);
        unprepared.addAll(from.unprepared);
        registries.putAll(from.registries);
        revisions.putAll(from.revisions);
        serviceDeployments.putAll(from.serviceDeployments);
        codeDeploy = from.codeDeploy.copy();
        alarms.putAll(from.alarms);
        protectedTasks.putAll(from.protectedTasks);
        hooks.putAll(from.hooks);
        hookCalls.putAll(from.hookCalls);
        darkZones.addAll(from.darkZones);
        spotIsGone = from.spotIsGone;
        network = from.network;
        calls = from.calls;
    }

    public EngineState copy() {
        return new EngineState(this);
    }

    /// What DescribeTasks, DescribeServices and their neighbours would show: for checking a
    /// reader's fold against, never for showing.
    public View view() {
        return new View(
                new LinkedHashMap<>(clusters),
                new LinkedHashMap<>(taskDefinitions),
                new LinkedHashMap<>(services),
                new LinkedHashMap<>(tasks),
                new LinkedHashMap<>(taskNames),
                new Balancing(
                        new LinkedHashMap<>(loadBalancers),
                        new LinkedHashMap<>(listeners),
                        new LinkedHashMap<>(targetGroups),
                        new LinkedHashMap<>(targets)),
                new LinkedHashMap<>(roles),
                new LinkedHashMap<>(instances),
                new LinkedHashMap<>(containerInstances),
                new LinkedHashMap<>(neighbours),
                new Rollouts(
                        new LinkedHashMap<>(revisions),
                        new LinkedHashMap<>(serviceDeployments),
                        new LinkedHashMap<>(alarms),
                        new LinkedHashMap<>(protectedTasks),
                        codeDeploy.view()),
                network);
    }

    /// The targets that stand for a task.
    List<Target> targetsOf(TaskId task) {
        var ids = targetsOfTask.get(task);
        return ids == null
                ? List.of()
                : ids.stream().map(id -> Objects.requireNonNull(targets.get(id))).toList();
    }

    /// Whether any rule forwards to a target group.
    boolean isUsed(String targetGroupArn) {
        return listeners.values().stream()
                .anyMatch(listener -> listener.targetGroupArns().contains(targetGroupArn));
    }

    /// The tasks that reserve something of a container instance: all that aren't STOPPED.
    List<Task> tasksOn(String containerInstance) {
        return occupancy(containerInstance).tasks().stream()
                .map(id -> Objects.requireNonNull(tasks.get(id)))
                .toList();
    }

    ServiceMemory memory(ServiceName name) {
        return Objects.requireNonNull(memories.get(name), "no service has the name");
    }

    /// What a deployment or task set runs.
    ///
    /// @param deployment such as `ecs-svc/1234567890123456789`
    ServiceRevision revision(String deployment) {
        var id = deployment.substring(Deployment.ID_PREFIX.length());
        return Objects.requireNonNull(revisions.get(id), "no service revision has the id");
    }

    TaskDefinition taskDefinition(TaskDefinitionName name) {
        return Objects.requireNonNull(taskDefinitions.get(name), "no revision has the name");
    }

    void put(Task task) {
        var before = allTasks.put(task.id(), task);
        if (before == null || isElsewhere(before, task)) {
            if (census.change(before, task)) {
                clustersCounted.add(task.cluster());
            }
            occupancies.settle(task, this);
        }
        if (before != null) {
            var own = members(task);
            if (own.isPresent()) {
                own.get().change(before, task);
            }
        }
    }

    /// Whether a task has come further, or to another place: for all else nobody counts it anew.
    @SuppressWarnings("ReferenceEquality") // A task that stays has the same place.
    private static boolean isElsewhere(Task before, Task now) {
        return before.lastStatus() != now.lastStatus()
                || before.desiredStatus() != now.desiredStatus()
                || before.place() != now.place();
    }

    /// Among whom a service counts a task, if one does.
    private Optional<Members> members(Task task) {
        var service = task.service();
        return service.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(memories.get(new ServiceName(task.cluster(), service.get())))
                        .map(memory -> memory.members);
    }

    /// Targets of a task have changed.
    void doubt(TaskId id) {
        var task = tasks.get(id);
        if (task != null) {
            members(task).ifPresent(own -> own.doubt(id));
        }
    }

    /// A service's tasks whose container instances take no more, and which therefore move.
    List<TaskId> moving(ServiceName service) {
        var own = memory(service).members;
        return registered.draining().stream()
                .flatMap(id -> occupancy(id).tasks().stream())
                .filter(own::contains)
                .toList();
    }

    /// A stopped task is forgotten.
    void delete(TaskId task) {
        allTasks.remove(task);
    }

    /// What the tasks on a container instance have taken of it.
    Occupancy occupancy(String containerInstance) {
        return occupancies.of(containerInstance);
    }

    void put(ContainerInstance instance) {
        registered.put(instance);
        rankings.touch(instance.id());
    }

    /// After its hour as INACTIVE.
    void forgetInstance(String id) {
        registered.forget(id);
        occupancies.forget(id);
        rankings.forget();
    }

    /// The container instances as a task that asks for them sees them.
    Ranking ranking(Ask ask) {
        return rankings.of(this, ask);
    }

    /// What the calendar says at the run's start, UTC.
    public void startsAt(Instant instant) {
        startsAt = instant;
    }

    Instant calendar(SimInstant at) {
        return startsAt.plus(at.since(SimInstant.START));
    }

    boolean isEnabled(String setting) {
        return AccountSettings.ENABLED.equals(settings.get(setting));
    }

    /// Whether a task's container instance takes no more: a service moves the task elsewhere.
    boolean mustMove(Task task) {
        var instance = containerInstances.get(task.place().containerInstance());
        return instance != null && instance.status() == ContainerInstanceStatus.DRAINING;
    }

    String nameTask(Task task) {
        return taskNames.computeIfAbsent(task.id(), _ -> nextNames.next(task));
    }

    /// A plain copy of what can be described.
    public record View(
            Map<String, ClusterDescription> clusters,
            Map<TaskDefinitionName, TaskDefinition> taskDefinitions,
            Map<ServiceName, Service> services,
            Map<TaskId, Task> tasks,
            Map<TaskId, String> taskNames,
            Balancing balancing,
            Map<String, Role> roles,
            Map<String, Ec2Instance> instances,
            Map<String, ContainerInstance> containerInstances,
            Map<String, Neighbour> neighbours,
            Rollouts rollouts,
            Network network) {}
}
