package ecslab.ecs.command;

import java.time.Duration;
import java.util.List;

/// Our own commands: what stands around a cluster, and who uses it.
public sealed interface LabCommand extends Command {

    @Override
    default String api() {
        return "lab";
    }

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
            implements LabCommand {

        /// Subnets of one kind, and no other way out.
        public LabNetwork(List<String> availabilityZones, boolean publicSubnets) {
            this(availabilityZones, publicSubnets, !publicSubnets, List.of(), List.of());
        }
    }

    /// `lab:LoadBalancer`: a load balancer, its listener and its target group in one. What is not
    /// given has ELB's default.
    ///
    /// @param listener the listener's port
    /// @param type `application` if it is not given, `network` or `classic`
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
            List<String> securityGroups,
            Given<String> type)
            implements LabCommand {

        /// An Application Load Balancer in the VPC's default security group, if it filters at all.
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
                    List.of(),
                    Given.absent());
        }
    }

    /// `lab:SendRequests`: somebody sends a few requests, one after the other.
    ///
    /// @param loadBalancer the name of the load balancer they are sent to
    /// @param count 1 to 100
    record LabSendRequests(String loadBalancer, String path, int count) implements LabCommand {}
}
