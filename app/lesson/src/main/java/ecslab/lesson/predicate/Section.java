package ecslab.lesson.predicate;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parts of the document that a query is asked of, named as `ecslab simulate --state` writes
/// them.
public enum Section {
    CLUSTERS("clusters"),
    TASK_DEFINITIONS("taskDefinitions"),
    SERVICES("services"),
    TASKS("tasks"),
    LOAD_BALANCERS("loadBalancers"),
    LISTENERS("listeners"),
    RULES("rules"),
    TARGET_GROUPS("targetGroups"),
    /// By target group: `targetHealth.web[].TargetHealth.State`.
    TARGET_HEALTH("targetHealth"),
    ROLES("roles"),
    IMAGES("images"),
    SUBNETS("subnets"),
    CONTAINER_INSTANCES("containerInstances"),
    CAPACITY_PROVIDERS("capacityProviders"),
    AUTO_SCALING_GROUPS("autoScalingGroups"),
    INSTANCES("instances"),
    SERVICE_DEPLOYMENTS("serviceDeployments"),
    SERVICE_REVISIONS("serviceRevisions"),
    /// As GetDeployment shows them: `codeDeployDeployments[0].status`.
    CODE_DEPLOY_DEPLOYMENTS("codeDeployDeployments"),
    /// CloudWatch's alarms: `alarms[].StateValue`.
    ALARMS("alarms"),
    PROTECTED_TASKS("protectedTasks"),
    /// `sent`, `succeeded`, `failed`, `inFlight` and `answeredBy`, counted since the predicate's
    /// stretch of time began.
    REQUESTS("requests"),
    /// What the learner did since then: `calls`, `refused`, `opened` and `copied`.
    LEARNER("learner");

    private final String word;

    Section(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Section> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Section::word).toList();
    }

    /// Which parts may read otherwise after an event. There is no `default` here on purpose: a new
    /// kind of event will not compile until somebody has decided who must look again.
    static Set<Section> touchedBy(Event event) {
        return switch (event) {
            case Event.TaskStateChange _ -> EnumSet.of(TASKS, CLUSTERS, SERVICES);
            case Event.ServiceEvent _, Event.ServiceChange _ ->
                    EnumSet.of(SERVICES, CLUSTERS, SERVICE_DEPLOYMENTS);
            case Event.ServiceDeploymentChange _ -> EnumSet.of(SERVICE_DEPLOYMENTS);
            case Event.ServiceRevisionChange _ -> EnumSet.of(SERVICE_REVISIONS);
            case Event.AlarmChange _ -> EnumSet.of(ALARMS);
            case Event.CodeDeployDeploymentChange _ -> EnumSet.of(CODE_DEPLOY_DEPLOYMENTS);
            case Event.CodeDeployResourceChange _ -> EnumSet.noneOf(Section.class);
            case Event.TaskProtectionChange _ -> EnumSet.of(PROTECTED_TASKS);
            case Event.HookCall _ -> EnumSet.noneOf(Section.class);
            case Event.TaskDeleted _ -> EnumSet.of(TASKS);
            case Event.ContainerInstanceDeleted _ -> EnumSet.of(CONTAINER_INSTANCES);
            case Event.TaskDefinitionDeleted _ -> EnumSet.of(TASK_DEFINITIONS);
            case Event.ContainerProbe _,
                    Event.ContainerRestart _,
                    Event.FaultChange _,
                    Event.NeighbourChange _ ->
                    EnumSet.noneOf(Section.class);
            case Event.ClusterChange _ -> EnumSet.of(CLUSTERS);
            case Event.TaskDefinitionChange _ -> EnumSet.of(TASK_DEFINITIONS);
            case Event.NetworkChange _ ->
                    EnumSet.of(SUBNETS, LOAD_BALANCERS, LISTENERS, TARGET_GROUPS);
            case Event.InstanceChange _ -> EnumSet.of(INSTANCES, AUTO_SCALING_GROUPS);
            case Event.ContainerInstanceChange _ -> EnumSet.of(CONTAINER_INSTANCES);
            case Event.AutoScalingGroupChange _ ->
                    EnumSet.of(AUTO_SCALING_GROUPS, CAPACITY_PROVIDERS);
            case Event.CapacityProviderChange _ -> EnumSet.of(CAPACITY_PROVIDERS);
            case Event.RoleChange _ -> EnumSet.of(ROLES);
            case Event.ImageChange _ -> EnumSet.of(IMAGES);
            case Event.ListenerChange _ -> EnumSet.of(LISTENERS, RULES, TARGET_GROUPS);
            case Event.BalancingDeleted _ ->
                    EnumSet.of(LOAD_BALANCERS, LISTENERS, RULES, TARGET_GROUPS, TARGET_HEALTH);
            case Event.LoadBalancerChange _ -> EnumSet.of(LOAD_BALANCERS, LISTENERS, TARGET_GROUPS);
            case Event.TargetGroupChange _ ->
                    EnumSet.of(LOAD_BALANCERS, LISTENERS, TARGET_GROUPS, TARGET_HEALTH);
            case Event.TargetHealthChange _ -> EnumSet.of(TARGET_HEALTH, TARGET_GROUPS);
            case Event.RequestSent _, Event.RequestAnswered _, Event.RequestWindow _ ->
                    EnumSet.of(REQUESTS);
            case Event.UtilizationReport _ -> EnumSet.noneOf(Section.class);
            case Event.ApiCall _, Event.ApiRefusal _ -> EnumSet.of(LEARNER);
            case Event.ServiceAction _, Event.DeploymentStateChange _, Event.HealthProbe _ ->
                    EnumSet.noneOf(Section.class);
            case Event.ImagePull _, Event.RequestRouted _, Decision _ ->
                    EnumSet.noneOf(Section.class);
        };
    }
}
