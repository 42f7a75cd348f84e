package ecslab.ecs;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatistics;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetAttribute;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskSet;
import java.util.List;

/// The response of an API action, named after it.
public sealed interface Response extends Answer {

    /// What couldn't be done or found although HTTP says 200.
    default List<Failure> failures() {
        return List.of();
    }

    record CreateClusterResponse(ClusterDescription cluster) implements Response {}

    record RegisterTaskDefinitionResponse(TaskDefinition taskDefinition) implements Response {}

    record DeregisterTaskDefinitionResponse(TaskDefinition taskDefinition) implements Response {}

    record DeleteTaskDefinitionsResponse(
            List<TaskDefinition> taskDefinitions, List<Failure> failures) implements Response {}

    record DescribeTaskDefinitionResponse(TaskDefinition taskDefinition) implements Response {}

    record ListTaskDefinitionsResponse(List<String> taskDefinitionArns) implements Response {}

    record DescribeTasksResponse(List<Task> tasks, List<Failure> failures) implements Response {}

    /// HTTP 200 doesn't mean that anything was placed: look into `failures`.
    record RunTaskResponse(List<Task> tasks, List<Failure> failures) implements Response {}

    record StartTaskResponse(List<Task> tasks, List<Failure> failures) implements Response {}

    record StopTaskResponse(Task task) implements Response {}

    record CreateServiceResponse(Service service) implements Response {}

    record UpdateServiceResponse(Service service) implements Response {}

    record DeleteServiceResponse(Service service) implements Response {}

    /// Responses about service deployments, service revisions, task sets and task protection.
    sealed interface Deploying extends Response {}

    /// Newest first.
    record ListServiceDeploymentsResponse(List<ServiceDeployment> serviceDeployments)
            implements Deploying {}

    record DescribeServiceDeploymentsResponse(
            List<ServiceDeployment> serviceDeployments, List<Failure> failures)
            implements Deploying {}

    record DescribeServiceRevisionsResponse(
            List<ServiceRevision> serviceRevisions, List<Failure> failures) implements Deploying {}

    /// StopServiceDeployment and ContinueServiceDeployment answer with the ARN.
    record ServiceDeploymentArnResponse(String serviceDeploymentArn) implements Deploying {}

    /// UpdateTaskProtection and GetTaskProtection.
    record TaskProtectionResponse(List<ProtectedTask> protectedTasks, List<Failure> failures)
            implements Deploying {}

    /// CreateTaskSet, UpdateTaskSet, DeleteTaskSet and UpdateServicePrimaryTaskSet answer with the
    /// task set; the service says the rest of it.
    record TaskSetResponse(Service service, TaskSet taskSet) implements Deploying {}

    record DescribeTaskSetsResponse(Service service, List<TaskSet> taskSets, List<Failure> failures)
            implements Deploying {}

    /// What CodeDeploy's actions answer.
    sealed interface CodeDeploy extends Response {}

    /// CreateApplication, CreateDeploymentConfig and CreateDeploymentGroup answer with an id.
    ///
    /// @param field AWS's name of it, such as `applicationId`
    record CodeDeployIdResponse(String field, String id) implements CodeDeploy {}

    /// GetDeployment
    record GetDeploymentResponse(DeploymentInfo deploymentInfo) implements CodeDeploy {}

    /// GetDeploymentTarget
    ///
    /// @param service whose task sets are the deployment's
    record GetDeploymentTargetResponse(DeploymentInfo deploymentInfo, Service service)
            implements CodeDeploy {}

    /// StopDeployment
    record StopDeploymentResponse(String status, String statusMessage) implements CodeDeploy {}

    /// DeleteCluster and PutClusterCapacityProviders answer with the cluster.
    record ClusterResponse(ClusterDescription cluster) implements Response {}

    /// CreateCapacityProvider and DeleteCapacityProvider answer with the provider.
    record CapacityProviderResponse(CapacityProvider capacityProvider) implements Response {}

    /// UpdateContainerInstancesState and DeregisterContainerInstance.
    record ContainerInstancesResponse(
            List<ContainerInstance> containerInstances, List<Failure> failures)
            implements Response {}

    /// PutAttributes, DeleteAttributes and ListAttributes.
    ///
    /// @param nextToken empty at the end of the list
    record AttributesResponse(List<TargetAttribute> attributes, String nextToken)
            implements Response {}

    /// What the Describe and List actions of [ecslab.ecs.command.ReadCommand] answer.
    sealed interface Read extends Response {}

    /// ARNs, or families, in parts.
    ///
    /// @param field AWS's name of the list, such as `taskArns`
    /// @param nextToken empty at the end of the list
    record ListResponse(String field, List<String> items, String nextToken) implements Read {}

    /// DescribeClusters.
    ///
    /// @param include what was asked for beside the clusters themselves
    record DescribeClustersResponse(
            List<ClusterDescription> clusters,
            List<ClusterStatistics> statistics,
            List<String> include,
            List<Failure> failures)
            implements Read {}

    record DescribeCapacityProvidersResponse(
            List<CapacityProvider> capacityProviders, List<Failure> failures, String nextToken)
            implements Read {}

    /// DescribeContainerInstances.
    ///
    /// @param withHealth whether `CONTAINER_INSTANCE_HEALTH` was asked for
    record DescribeContainerInstancesResponse(
            List<ContainerInstance> containerInstances, boolean withHealth, List<Failure> failures)
            implements Read {}

    record DescribeServicesResponse(List<Service> services, List<Failure> failures)
            implements Read {}

    /// What ELB's actions answer.
    sealed interface Balancing extends Response {}

    /// CreateLoadBalancer and DescribeLoadBalancers.
    record LoadBalancersResponse(List<LoadBalancer> loadBalancers) implements Balancing {}

    /// CreateListener, ModifyListener and DescribeListeners.
    record ListenersResponse(List<Listener> listeners) implements Balancing {}

    /// CreateRule, ModifyRule, SetRulePriorities and DescribeRules.
    record RulesResponse(List<ListenerRule> rules) implements Balancing {}

    /// CreateTargetGroup, ModifyTargetGroup and DescribeTargetGroups.
    record TargetGroupsResponse(List<TargetGroup> targetGroups) implements Balancing {}

    /// The actions that read or write attributes.
    record ElbAttributesResponse(ElbAttributes attributes) implements Balancing {}

    record DescribeTargetHealthResponse(List<Target> targetHealthDescriptions)
            implements Balancing {}

    record CreateRoleResponse(Role role) implements Response {}

    /// The answer of actions that return nothing, and of the lab's own commands.
    record EmptyResponse() implements Response {}
}
