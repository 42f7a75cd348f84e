package ecslab.ecs.state;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.event.Decision;
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
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a reader knows at a moment: the fold of the events so far.
///
/// Maps keep the order in which things first appeared. All are unmodifiable.
///
/// @param at when the last event happened
/// @param serviceEvents newest first, at most [StateFold#SERVICE_EVENTS_MAX], as the API keeps them
/// @param taskNames `SERVICE#n` or `FAMILY#n`: the nth task ever started of its group
/// @param appearedAt when each task was first reported: its times begin only at PENDING
/// @param pulls pulls under way
/// @param neighbours by [Neighbour#key()]
/// @param utilization the latest report about each service
/// @param tasks those that DescribeTasks knows; a stopped one for an hour
/// @param faults what is broken on purpose, by [Fault#key()]
/// @param decisions newest first, at most [StateFold#DECISIONS_MAX] about one thing
public record ClusterState(
        SimInstant at,
        Map<String, ClusterDescription> clusters,
        Map<TaskDefinitionName, TaskDefinition> taskDefinitions,
        Map<ServiceName, Service> services,
        Map<ServiceName, List<ServiceEvent>> serviceEvents,
        Map<TaskId, Task> tasks,
        Map<TaskId, String> taskNames,
        Map<TaskId, SimInstant> appearedAt,
        Map<TaskId, PullUnderWay> pulls,
        Capacity capacity,
        Map<String, Neighbour> neighbours,
        Rollouts rollouts,
        Network network,
        Map<String, Role> roles,
        Map<String, Image> images,
        Balancing balancing,
        Requests requests,
        Map<ServiceName, UtilizationReport> utilization,
        Map<Ref, List<Decision>> decisions,
        Map<String, Fault> faults) {

    public static final ClusterState EMPTY =
            new ClusterState(
                    SimInstant.START,
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Capacity.NONE,
                    Collections.emptyMap(),
                    Rollouts.NONE,
                    Network.NONE,
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Balancing.NONE,
                    Requests.NONE,
                    Collections.emptyMap(),
                    Collections.emptyMap(),
                    Collections.emptyMap());

    public Map<String, LoadBalancer> loadBalancers() {
        return balancing.loadBalancers();
    }

    public Map<String, TargetGroup> targetGroups() {
        return balancing.targetGroups();
    }

    public Map<TargetId, Target> targets() {
        return balancing.targets();
    }

    /// What stands between users and tasks.
    ///
    /// @param loadBalancers by name
    /// @param listeners by ARN
    /// @param targetGroups by name
    public record Balancing(
            Map<String, LoadBalancer> loadBalancers,
            Map<String, Listener> listeners,
            Map<String, TargetGroup> targetGroups,
            Map<TargetId, Target> targets) {

        public static final Balancing NONE =
                new Balancing(
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap());

        /// A load balancer's listeners, the lowest port first.
        public List<Listener> listenersOf(String loadBalancer) {
            return listeners.values().stream()
                    .filter(listener -> listener.loadBalancer().equals(loadBalancer))
                    .sorted(Comparator.comparingInt(Listener::port))
                    .toList();
        }

        /// The target groups that a load balancer's rules forward to.
        public List<TargetGroup> targetGroupsOf(String loadBalancer) {
            var arns =
                    listenersOf(loadBalancer).stream()
                            .flatMap(listener -> listener.targetGroupArns().stream())
                            .toList();
            return targetGroups.values().stream()
                    .filter(group -> arns.contains(group.arn()))
                    .toList();
        }

        /// The load balancers that have a rule which forwards to a target group.
        public List<LoadBalancer> loadBalancersOf(TargetGroup group) {
            return loadBalancers.values().stream()
                    .filter(one ->
                            listenersOf(one.name()).stream()
                                    .anyMatch(it -> it.targetGroupArns().contains(group.arn())))
                    .toList();
        }
    }

    /// What tasks can run on, besides Fargate.
    ///
    /// @param instances EC2 instances by id, terminated ones included
    /// @param containerInstances by the last part of their ARN, INACTIVE ones included
    public record Capacity(
            Map<String, Ec2Instance> instances,
            Map<String, ContainerInstance> containerInstances,
            Map<String, AutoScalingGroup> autoScalingGroups,
            Map<String, CapacityProvider> capacityProviders) {

        public static final Capacity NONE =
                new Capacity(
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap());

        /// The container instance that an EC2 instance's agent has registered, if it has.
        public Optional<ContainerInstance> registeredBy(String ec2InstanceId) {
            return containerInstances.values().stream()
                    .filter(one -> one.ec2InstanceId().equals(ec2InstanceId))
                    .reduce((_, later) -> later);
        }

        /// The EC2 instance under a container instance.
        public Optional<Ec2Instance> under(String containerInstance) {
            return Optional.ofNullable(containerInstances.get(containerInstance))
                    .map(one -> instances.get(one.ec2InstanceId()));
        }
    }

    /// What services go through on their way from revision to revision.
    ///
    /// @param serviceRevisions by the 19 digits
    /// @param serviceDeployments by the last part of their ARN, oldest first
    /// @param alarms of CloudWatch, by name
    /// @param protectedTasks those that are protected now
    public record Rollouts(
            Map<String, ServiceRevision> serviceRevisions,
            Map<String, ServiceDeployment> serviceDeployments,
            Map<String, Alarm> alarms,
            Map<TaskId, ProtectedTask> protectedTasks,
            CodeDeploy codeDeploy) {

        public static final Rollouts NONE =
                new Rollouts(
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        CodeDeploy.NONE);

        /// A service's deployments, newest first.
        public List<ServiceDeployment> of(ServiceName service) {
            return serviceDeployments.values().stream()
                    .filter(one -> one.service().equals(service))
                    .toList()
                    .reversed();
        }
    }

    /// What CodeDeploy knows.
    ///
    /// @param deploymentConfigs those that somebody has made
    /// @param deploymentGroups by [DeploymentGroup#key()]
    /// @param deployments by id, oldest first
    public record CodeDeploy(
            Map<String, Application> applications,
            Map<String, DeploymentConfig> deploymentConfigs,
            Map<String, DeploymentGroup> deploymentGroups,
            Map<String, DeploymentInfo> deployments) {

        public static final CodeDeploy NONE =
                new CodeDeploy(
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap(),
                        Collections.emptyMap());

        /// A service's deployments, newest first.
        public List<DeploymentInfo> of(ServiceName service) {
            return deployments.values().stream()
                    .filter(one -> one.service().equals(service))
                    .toList()
                    .reversed();
        }
    }

    /// A pull that has begun and not ended.
    ///
    /// @param image as the task definition writes it
    public record PullUnderWay(
            String container, String image, int sizeMib, SimInstant startedAt, Duration expected) {

        /// How much has arrived by `at`, from 0 to 1. Below 1 until the pull has really ended.
        public double shareAt(SimInstant at) {
            var whole = Math.max(1, expected.toNanos());
            var gone = at.since(startedAt).toNanos();
            return Math.clamp((double) gone / whole, 0, ALMOST);
        }

        private static final double ALMOST = 0.99;
    }

    /// Counts of requests.
    ///
    /// @param sent `succeeded + failed + inFlight`
    /// @param failed answered with 5xx, or lost
    /// @param answeredBy by task, successes only
    public record Requests(long sent, long succeeded, long failed, Map<TaskId, Long> answeredBy) {

        public static final Requests NONE = new Requests(0, 0, 0, Collections.emptyMap());

        public long inFlight() {
            return sent - succeeded - failed;
        }
    }
}
