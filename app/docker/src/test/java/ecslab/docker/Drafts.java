package ecslab.docker;

import java.util.ArrayList;
import java.util.List;

/// A scenario for a live cluster, as JSON, and the AWS JSON of what is done in it. Quotes are
/// written as `'`.
final class Drafts {

    static final String ECR = "111122223333.dkr.ecr.us-east-1.amazonaws.com/";

    private final List<String> setup = new ArrayList<>();

    private Drafts() {}

    /// A network, a role, a cluster, and the learner's computer in it.
    static Drafts cluster() {
        var drafts = new Drafts();
        drafts.setup("lab:Network", "{'availabilityZones': ['us-east-1a'], 'subnets': 'public'}");
        drafts.setup(
                "iam:CreateRole",
                """
                {'RoleName': 'ecsTaskExecutionRole', 'AssumeRolePolicyDocument':
                 {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow',
                  'Principal': {'Service': 'ecs-tasks.amazonaws.com'},
                  'Action': 'sts:AssumeRole'}]}}\
                """);
        drafts.setup(
                "iam:AttachRolePolicy",
                """
                {'RoleName': 'ecsTaskExecutionRole', 'PolicyArn':
                 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'}\
                """);
        return drafts.setup("ecs:CreateCluster", "{'clusterName': 'demo'}");
    }

    Drafts setup(String call, String with) {
        setup.add("{'call': '" + call + "', 'with': " + with + "}");
        return this;
    }

    /// @param type `instance` or `ip`
    Drafts balancer(String type, String delay) {
        return setup(
                "lab:LoadBalancer",
                """
                {'name': 'front', 'listener': 80, 'targetGroup': {'name': 'web',
                 'targetType': '%s', 'port': 80, 'healthCheckPath': '/health',
                 'healthCheckInterval': '5s', 'deregistrationDelay': '%s'}}\
                """
                        .formatted(type, delay));
    }

    Drafts web(String image) {
        return setup("ecs:RegisterTaskDefinition", revision("web", image, ""));
    }

    Drafts fargate(String image) {
        return setup(
                "ecs:RegisterTaskDefinition",
                """
                {'family': 'web', 'networkMode': 'awsvpc', 'requiresCompatibilities': ['FARGATE'],
                 'cpu': '256', 'memory': '512',
                 'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
                 'containerDefinitions': [{'name': 'web', 'image': '%s',
                  'portMappings': [{'containerPort': 80}], 'stopTimeout': 5}]}\
                """
                        .formatted(ECR + image));
    }

    static String runFargate(int count) {
        return """
        {'cluster': 'demo', 'taskDefinition': 'web', 'count': %d, 'launchType': 'FARGATE',
         'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['${subnet/a}'],
          'assignPublicIp': 'ENABLED'}}}\
        """
                .formatted(count);
    }

    /// @param more fields of the container, each with a comma before it
    static String revision(String family, String image, String more) {
        return """
        {'family': '%s', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'],
         'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
         'containerDefinitions': [{'name': 'web', 'image': '%s', 'memory': 32, 'cpu': 16,
          'portMappings': [{'containerPort': 80, 'hostPort': 0}], 'stopTimeout': 5%s}]}\
        """
                .formatted(family, ECR + image, more);
    }

    static String service(int count, boolean balanced, String more) {
        return """
        {'cluster': 'demo', 'serviceName': 'web', 'taskDefinition': 'web', 'desiredCount': %d,
         'launchType': 'EC2'%s%s}\
        """
                .formatted(
                        count,
                        balanced
                                ? ", 'loadBalancers': [{'targetGroupArn': '${targetGroup/web}',"
                                        + " 'containerName': 'web', 'containerPort': 80}]"
                                : "",
                        more);
    }

    String json() {
        return """
        {'title': 'Live', 'startsAt': '2026-11-21T00:00:00Z', 'region': 'us-east-1',
         'account': '111122223333', 'seed': 1, 'until': '1h', 'images': {}, 'setup': [
        %s]}
        """
                .formatted(String.join(",\n", setup))
                .replace('\'', '"');
    }
}
