package ecslab.ecs.model;

/// ARNs in their long form (Developer Guide, *Account settings*).
///
/// @param region such as `us-east-1`
/// @param account twelve digits
public record Arns(String region, String account) {

    public String cluster(String name) {
        return ecs("cluster/" + name);
    }

    public String service(ServiceName name) {
        return ecs("service/" + name);
    }

    public String serviceDeployment(ServiceName service, String id) {
        return ecs("service-deployment/" + service + "/" + id);
    }

    public String serviceRevision(ServiceName service, String id) {
        return ecs("service-revision/" + service + "/" + id);
    }

    /// Of a task set.
    ///
    /// @param id with its `ecs-svc/`
    public String taskSet(ServiceName service, String id) {
        return ecs("task-set/" + service + "/" + id);
    }

    public String alarm(String name) {
        return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
    }

    public String task(String cluster, TaskId id) {
        return ecs("task/" + cluster + "/" + id);
    }

    public String containerInstance(String cluster, String id) {
        return ecs("container-instance/" + cluster + "/" + id);
    }

    public String capacityProvider(String name) {
        return ecs("capacity-provider/" + name);
    }

    public String autoScalingGroup(String name, String uuid) {
        return "arn:aws:autoscaling:"
                + region
                + ":"
                + account
                + ":autoScalingGroup:"
                + uuid
                + ":autoScalingGroupName/"
                + name;
    }

    public String taskDefinition(TaskDefinitionName name) {
        return ecs("task-definition/" + name);
    }

    public String role(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    public String loadBalancer(String name, String hex) {
        return elb("loadbalancer/app/" + name + "/" + hex);
    }

    public String networkLoadBalancer(String name, String hex) {
        return elb("loadbalancer/net/" + name + "/" + hex);
    }

    public String classicLoadBalancer(String name) {
        return elb("loadbalancer/" + name);
    }

    /// A listener's ARN begins as its load balancer's does.
    public static String listener(String loadBalancerArn, String hex) {
        return loadBalancerArn.replace(":loadbalancer/", ":listener/") + "/" + hex;
    }

    public static String rule(String listenerArn, String hex) {
        return listenerArn.replace(":listener/", ":listener-rule/") + "/" + hex;
    }

    public String targetGroup(String name, String hex) {
        return elb("targetgroup/" + name + "/" + hex);
    }

    public String repository(String name) {
        return "arn:aws:ecr:" + region + ":" + account + ":repository/" + name;
    }

    /// A secret of Secrets Manager.
    ///
    /// @param suffix the six characters that it adds to the name
    public String secret(String name, String suffix) {
        return "arn:aws:secretsmanager:"
                + region
                + ":"
                + account
                + ":secret:"
                + name
                + "-"
                + suffix;
    }

    /// A parameter of Systems Manager.
    public String parameter(String name) {
        return "arn:aws:ssm:"
                + region
                + ":"
                + account
                + ":parameter"
                + (name.startsWith("/") ? "" : "/")
                + name;
    }

    /// The host that ECR's images of this account and Region are pulled from.
    public String registryHost() {
        return account + ".dkr.ecr." + region + ".amazonaws.com";
    }

    /// What follows the last `/`: the name or id in an ARN, or `arnOrName` itself.
    public static String lastPart(String arnOrName) {
        return arnOrName.substring(arnOrName.lastIndexOf('/') + 1);
    }

    private String ecs(String resource) {
        return "arn:aws:ecs:" + region + ":" + account + ":" + resource;
    }

    private String elb(String resource) {
        return "arn:aws:elasticloadbalancing:" + region + ":" + account + ":" + resource;
    }
}
