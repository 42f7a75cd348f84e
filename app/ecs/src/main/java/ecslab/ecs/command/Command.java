package ecslab.ecs.command;

import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import java.time.Duration;
import java.util.List;

/// A wish: one record for each API action, with AWS's field names.
///
/// A text field may hold `${selector}`, such as `${subnet/a}` or `${task/web#2}`: it stands for the
/// id or ARN that AWS would have given, and is looked up when the command is carried out.
public sealed interface Command {

    /// The API that the action belongs to: `ecs`, `iam`, or `lab` for our own. (Not `service`: that
    /// is a field of some commands.)
    default String api() {
        return switch (this) {
            case CreateCluster _, RegisterTaskDefinition _, RunTask _, StopTask _ -> "ecs";
            case DeregisterTaskDefinition _, DeleteTaskDefinitions _ -> "ecs";
            case DescribeTaskDefinition _, ListTaskDefinitions _, DescribeTasks _ -> "ecs";
            case CreateService _, UpdateService _ -> "ecs";
            case CreateRole _, AttachRolePolicy _, DetachRolePolicy _ -> "iam";
            case OfCapacity command ->
                    command.getClass().getSimpleName().startsWith("Lab") ? "lab" : "ecs";
            case LabNetwork _, LabLoadBalancer _, LabSendRequests _ -> "lab";
            case LabFault _ -> "lab";
        };
    }

    /// The action's name, such as `RunTask`.
    default String action() {
        var name = getClass().getSimpleName();
        return name.startsWith("Lab") ? name.substring("Lab".length()) : name;
    }

    /// `ecs:CreateCluster`
    record CreateCluster(
            Given<String> clusterName,
            List<String> capacityProviders,
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
            Unmodelled unmodelled)
            implements Command {

        /// A cluster without capacity providers.
        public CreateCluster(Given<String> clusterName, Unmodelled unmodelled) {
            this(clusterName, List.of(), List.of(), unmodelled);
        }
    }

    /// `ecs:RegisterTaskDefinition`. `cpu` and `memory` are texts, as in AWS: `256`, `.5 vCPU`.
    record RegisterTaskDefinition(
            String family,
            Given<String> networkMode,
            List<String> requiresCompatibilities,
            Given<String> cpu,
            Given<String> memory,
            Given<String> executionRoleArn,
            Given<String> taskRoleArn,
            List<ContainerDefinitionInput> containerDefinitions,
            List<Volume> volumes,
            Unmodelled unmodelled)
            implements Command {}

    /// One of `containerDefinitions`.
    ///
    /// @param cpu in CPU units
    /// @param memory the hard limit, in MiB
    /// @param memoryReservation the soft limit, in MiB
    /// @param stopTimeout in seconds
    /// @param logDriver `logConfiguration.logDriver`
    record ContainerDefinitionInput(
            Given<String> name,
            Given<String> image,
            Given<Integer> cpu,
            Given<Integer> memory,
            Given<Integer> memoryReservation,
            Given<Boolean> essential,
            List<PortMappingInput> portMappings,
            List<EnvironmentVariable> environment,
            Given<Integer> stopTimeout,
            Given<String> logDriver,
            ContainerSettingsInput settings,
            Unmodelled unmodelled) {}

    /// One of `portMappings`.
    record PortMappingInput(
            Given<Integer> containerPort,
            Given<Integer> hostPort,
            Given<String> protocol,
            Given<String> name) {}

    /// `ecs:DeregisterTaskDefinition`
    ///
    /// @param taskDefinition `family:revision` or its ARN
    record DeregisterTaskDefinition(String taskDefinition) implements Command {}

    /// `ecs:DeleteTaskDefinitions`
    ///
    /// @param taskDefinitions 1 to 10 of `family:revision` or its ARN
    record DeleteTaskDefinitions(List<String> taskDefinitions) implements Command {}

    /// `ecs:DescribeTaskDefinition`
    record DescribeTaskDefinition(String taskDefinition) implements Command {}

    /// `ecs:ListTaskDefinitions`
    ///
    /// @param status ECS's default is ACTIVE
    record ListTaskDefinitions(Given<String> familyPrefix, Given<String> status)
            implements Command {}

    /// `ecs:DescribeTasks`
    ///
    /// @param tasks ids or ARNs
    record DescribeTasks(Given<String> cluster, List<String> tasks) implements Command {}

    /// `ecs:RunTask`
    ///
    /// @param count 1 to 10; ECS's default is 1
    record RunTask(
            Given<String> cluster,
            String taskDefinition,
            Given<Integer> count,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<AwsVpcConfiguration> networkConfiguration,
            Given<String> group,
            Given<String> startedBy,
            TaskOverride overrides,
            Unmodelled unmodelled)
            implements Command {}

    /// `ecs:StopTask`
    ///
    /// @param task an id or ARN
    record StopTask(Given<String> cluster, String task, Given<String> reason) implements Command {}

    /// `ecs:CreateService`
    ///
    /// @param healthCheckGracePeriodSeconds ECS's default is 0
    record CreateService(
            Given<String> cluster,
            String serviceName,
            Given<String> taskDefinition,
            Given<Integer> desiredCount,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<AwsVpcConfiguration> networkConfiguration,
            List<ServiceLoadBalancer> loadBalancers,
            Given<Integer> healthCheckGracePeriodSeconds,
            Given<DeploymentConfiguration> deploymentConfiguration,
            Unmodelled unmodelled)
            implements Command {}

    /// `ecs:UpdateService`: what is not given stays as it is.
    record UpdateService(
            Given<String> cluster,
            String service,
            Given<Integer> desiredCount,
            Given<String> taskDefinition,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<Boolean> forceNewDeployment,
            Unmodelled unmodelled)
            implements Command {}

    /// `iam:CreateRole`
    ///
    /// @param trustedServices the services that the trust policy lets assume the role
    record CreateRole(String roleName, List<String> trustedServices) implements Command {}

    /// `iam:AttachRolePolicy`
    record AttachRolePolicy(String roleName, String policyArn) implements Command {}

    /// `iam:DetachRolePolicy`
    record DetachRolePolicy(String roleName, String policyArn) implements Command {}

    /// `lab:Network`: a VPC with one subnet in each Availability Zone, named `a`, `b`, …
    ///
    /// @param publicSubnets whether there are subnets whose route tables lead to an internet
    ///   gateway
    /// @param privateSubnets whether there are subnets without such a route. Beside public ones
    ///   they are called `private-a`, `private-b`, …
    /// @param natGateways the names of the public subnets in which one stands
    /// @param endpoints the services that have a VPC endpoint, such as `ecr.api`
    record LabNetwork(
            List<String> availabilityZones,
            boolean publicSubnets,
            boolean privateSubnets,
            List<String> natGateways,
            List<String> endpoints)
            implements Command {

        /// Subnets of one kind, and no other way out.
        public LabNetwork(List<String> availabilityZones, boolean publicSubnets) {
            this(availabilityZones, publicSubnets, !publicSubnets, List.of(), List.of());
        }
    }

    /// `lab:LoadBalancer`: an Application Load Balancer, its listener and its target group in one.
    /// What is not given has ELB's default.
    ///
    /// @param listener the listener's port
    record LabLoadBalancer(
            String name,
            int listener,
            String targetGroup,
            String targetType,
            int port,
            Given<String> healthCheckPath,
            Given<Duration> healthCheckInterval,
            Given<Integer> unhealthyThreshold,
            Given<Duration> deregistrationDelay,
            List<String> securityGroups)
            implements Command {

        /// A load balancer in the VPC's default security group, if it filters at all.
        public LabLoadBalancer(
                String name,
                int listener,
                String targetGroup,
                String targetType,
                int port,
                Given<String> healthCheckPath,
                Given<Duration> healthCheckInterval,
                Given<Integer> unhealthyThreshold,
                Given<Duration> deregistrationDelay) {
            this(
                    name,
                    listener,
                    targetGroup,
                    targetType,
                    port,
                    healthCheckPath,
                    healthCheckInterval,
                    unhealthyThreshold,
                    deregistrationDelay,
                    List.of());
        }
    }

    /// `lab:SendRequests`: somebody sends a few requests, one after the other.
    ///
    /// @param loadBalancer the name of the load balancer they are sent to
    /// @param count 1 to 100
    record LabSendRequests(String loadBalancer, String path, int count) implements Command {}

    /// Breaks something on purpose, or mends it.
    sealed interface LabFault extends Command {}

    /// `lab:KillContainer`: the program in a container ends.
    ///
    /// @param task an id or ARN, or what stands for one
    /// @param exitCode 0 to 255
    record LabKillContainer(String task, String container, int exitCode) implements LabFault {}

    /// `lab:RegistryDown`: nobody answers there. Images that were pulled stay where they are.
    ///
    /// @param registry its host; all registries if it is left out
    record LabRegistryDown(Given<String> registry) implements LabFault {}

    /// `lab:RegistryUp`
    record LabRegistryUp(Given<String> registry) implements LabFault {}

    /// `lab:LeakMemory`: programs take more and more memory.
    ///
    /// @param of `image/NAME` or `task/NAME`
    record LabLeakMemory(String of, int mibPerMinute) implements LabFault {}

    /// `lab:StopLeak`: they take no more, but keep what they have.
    record LabStopLeak(String of) implements LabFault {}

    /// `lab:SlowStart`: programs that are started from now on take longer until they answer.
    ///
    /// @param of `image/NAME`
    record LabSlowStart(String of, Duration startsIn) implements LabFault {}

    /// `lab:NormalStart`
    record LabNormalStart(String of) implements LabFault {}

    /// `lab:BreakHealth`: health checks find nothing good, from outside and from inside.
    ///
    /// @param of `image/NAME` or `task/NAME`
    record LabBreakHealth(String of) implements LabFault {}

    /// `lab:MendHealth`
    record LabMendHealth(String of) implements LabFault {}

    /// Commands about what tasks run on, and about the ways that lead there.
    sealed interface OfCapacity extends Command {}

    /// `ecs:DeleteCluster`
    record DeleteCluster(String cluster) implements OfCapacity {}

    /// `ecs:PutClusterCapacityProviders`: both lists replace what was there.
    record PutClusterCapacityProviders(
            String cluster,
            List<String> capacityProviders,
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy)
            implements OfCapacity {}

    /// `ecs:CreateCapacityProvider`, for an Auto Scaling group.
    record CreateCapacityProvider(
            String name,
            String autoScalingGroupArn,
            CapacityProvider.ManagedScaling managedScaling,
            boolean managedTerminationProtection,
            boolean managedDraining,
            Unmodelled unmodelled)
            implements OfCapacity {}

    /// `ecs:DeleteCapacityProvider`
    record DeleteCapacityProvider(String capacityProvider) implements OfCapacity {}

    /// `ecs:UpdateContainerInstancesState`
    ///
    /// @param containerInstances 1 to 10 ids, ARNs or `${instance/NAME}`
    /// @param status `ACTIVE` or `DRAINING`
    record UpdateContainerInstancesState(
            Given<String> cluster, List<String> containerInstances, String status)
            implements OfCapacity {}

    /// `ecs:DeregisterContainerInstance`
    record DeregisterContainerInstance(
            Given<String> cluster, String containerInstance, Given<Boolean> force)
            implements OfCapacity {}

    /// `ecs:PutAccountSetting`
    record PutAccountSetting(String name, String value) implements OfCapacity {}

    /// What instances are started from.
    ///
    /// @param cluster `ECS_CLUSTER` in their user data
    /// @param subnets ids; they are spread over them in order. None: all public ones, or all
    /// @param attributes custom ones
    /// @param reservedMemoryMib `ECS_RESERVED_MEMORY`
    /// @param registersIn from the start until the agent has registered the instance
    record InstanceTemplate(
            String cluster,
            String instanceType,
            List<String> subnets,
            List<String> securityGroups,
            List<Attribute> attributes,
            int reservedMemoryMib,
            Given<Duration> registersIn) {}

    /// `lab:AutoScalingGroup`: a launch template and the group that starts instances from it.
    record LabAutoScalingGroup(
            String name, InstanceTemplate template, int min, int max, int desired)
            implements OfCapacity {}

    /// `lab:StartInstances`: instances that belong to no group.
    record LabStartInstances(String name, InstanceTemplate template, int count)
            implements OfCapacity {}

    /// `lab:TerminateInstance`
    ///
    /// @param instance its name, such as `web#1`
    record LabTerminateInstance(String instance) implements OfCapacity {}

    /// `lab:DisconnectAgent`: ECS no longer hears the agent; what runs goes on.
    record LabDisconnectAgent(String instance) implements OfCapacity {}

    /// `lab:ReconnectAgent`
    record LabReconnectAgent(String instance) implements OfCapacity {}

    /// `lab:SecurityGroup`: creates one, or replaces its rules.
    record LabSecurityGroup(String name, List<SecurityGroup.Ingress> ingress)
            implements OfCapacity {}

    /// `lab:CloseRoute`
    ///
    /// @param route `internetGateway`, `natGateway/NAME`, `endpoint/SERVICE` or
    ///   `securityGroup/NAME`
    record LabCloseRoute(String route) implements OfCapacity {}

    /// `lab:OpenRoute`
    record LabOpenRoute(String route) implements OfCapacity {}

    /// `lab:InterruptFargateSpot`: AWS takes Spot capacity back, and has none to give until
    /// `lab:ReturnFargateSpot`.
    record LabInterruptFargateSpot() implements OfCapacity {}

    /// `lab:ReturnFargateSpot`
    record LabReturnFargateSpot() implements OfCapacity {}
}
