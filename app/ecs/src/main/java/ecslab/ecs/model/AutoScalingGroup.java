package ecslab.ecs.model;

import java.util.List;

/// An EC2 Auto Scaling group, as far as it gives a cluster its container instances.
///
/// @param cluster whose `ECS_CLUSTER` its instances are started with
/// @param subnets ids; instances are spread over them
/// @param securityGroups ids, of the instances
public record AutoScalingGroup(
        String name,
        String arn,
        String cluster,
        String instanceType,
        int minSize,
        int maxSize,
        int desiredCapacity,
        List<String> subnets,
        List<String> securityGroups) {

    public AutoScalingGroup withDesiredCapacity(int next) {
        return new AutoScalingGroup(
                name, arn, cluster, instanceType, minSize, maxSize, next, subnets, securityGroups);
    }
}
