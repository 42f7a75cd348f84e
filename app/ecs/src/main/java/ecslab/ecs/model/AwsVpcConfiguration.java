package ecslab.ecs.model;

import java.util.List;

/// Where tasks in `awsvpc` mode get their network interface.
///
/// @param subnets 1 to 16 ids
/// @param securityGroups 0 to 5 ids
public record AwsVpcConfiguration(
        List<String> subnets, List<String> securityGroups, boolean assignPublicIp) {}
