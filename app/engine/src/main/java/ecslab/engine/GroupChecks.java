package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentGroup.TargetGroupPair;
import ecslab.ecs.command.CodeDeployCommand.EcsService;
import ecslab.ecs.command.CodeDeployCommand.Style;
import ecslab.ecs.command.CodeDeployCommand.TargetGroupPairInfo;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TargetGroup;
import java.util.List;

/// What CodeDeploy refuses of a deployment group whose compute platform is ECS: its role, its
/// service, its two target groups and its listeners.
final class GroupChecks {

    private final Desk desk;
    private final Names names;

    GroupChecks(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    String role(String given) {
        var role = names.plain(given, "/serviceRoleArn");
        if (!role.startsWith("arn:aws:iam::")) {
            throw ApiException.of("InvalidRoleException", "/serviceRoleArn")
                    .because("The service role ARN " + role + " is invalid.")
                    .remedy(Phrase.of("remedy.codeDeploy.role"));
        }
        return role;
    }

    void style(Given<Style> given) {
        var blueGreen =
                given instanceof Given.Value<Style>(var style)
                        && style.deploymentType().orElse("").equals("BLUE_GREEN")
                        && style.deploymentOption().orElse("").equals("WITH_TRAFFIC_CONTROL");
        if (!blueGreen) {
            throw ApiException.of("InvalidDeploymentStyleException", "/deploymentStyle")
                    .because(
                            "For ECS deployment group, deploymentType must be BLUE_GREEN and"
                                    + " deploymentOption must be WITH_TRAFFIC_CONTROL.")
                    .remedy(Phrase.of("remedy.codeDeploy.style"));
        }
    }

    ServiceName service(List<EcsService> given) {
        if (given.size() != 1) {
            throw refused("A deployment group must have exactly one Amazon ECS service.");
        }
        var asked = given.getFirst();
        var cluster = names.cluster(asked.clusterName());
        var name =
                new ServiceName(
                        cluster, names.lastPart(asked.serviceName().orElse(""), "/ecsServices"));
        if (!desk.state().services.containsKey(name)) {
            throw refused("The Amazon ECS service " + name + " could not be found.");
        }
        for (var group : desk.state().codeDeploy.groups().values()) {
            if (group.service().equals(name)) {
                throw taken(group);
            }
        }
        return name;
    }

    /// API Reference, *CreateDeploymentGroup*.
    private static ApiException taken(DeploymentGroup group) {
        return ApiException.of("ECSServiceMappingLimitExceededException", "/ecsServices")
                .because(
                        "The Amazon ECS service is associated with more than one deployment groups."
                                + " An Amazon ECS service can be associated with only one"
                                + " deployment group.")
                .remedy(Phrase.of("remedy.codeDeploy.taken", "name", group.name()));
    }

    private static ApiException refused(String message) {
        return ApiException.of("InvalidECSServiceException", "/ecsServices")
                .because(message)
                .remedy(Phrase.of("remedy.codeDeploy.service"));
    }

    /// What a deployment could do nothing with.
    void checkService(ServiceName name, List<String> targetGroups) {
        var service = desk.service(name);
        if (!service.isActive()) {
            throw refused("The Amazon ECS service " + name + " is not active.");
        }
        if (service.rollout().controller() != DeploymentController.CODE_DEPLOY) {
            throw refused(
                    "The Amazon ECS service "
                            + name
                            + " does not have a CODE_DEPLOY deployment controller.");
        }
        var used = desk.state().revision(ReplacementSets.primary(service).id()).targetGroupArns();
        var isOfPair =
                targetGroups.stream()
                        .map(group -> desk.state().targetGroups.get(group))
                        .anyMatch(group -> group != null && used.contains(group.arn()));
        if (!isOfPair) {
            throw pairRefused("The target group of the Amazon ECS service is not one of the pair.");
        }
    }

    TargetGroupPair pair(List<TargetGroupPairInfo> given) {
        if (given.size() != 1) {
            throw pairRefused("Exactly one target group pair must be specified.");
        }
        var asked = given.getFirst();
        var groups =
                asked.targetGroups().stream()
                        .map(name -> names.plain(name, "/loadBalancerInfo"))
                        .toList();
        if (groups.size() != 2 || groups.getFirst().equals(groups.getLast())) {
            throw pairRefused("A target group pair must have two target groups.");
        }
        for (var name : groups) {
            if (!desk.state().targetGroups.containsKey(name)) {
                throw pairRefused("The target group " + name + " does not exist.");
            }
        }
        if (asked.prodListenerArns().size() != 1 || asked.testListenerArns().size() > 1) {
            throw pairRefused(
                    "A traffic route must have one listener, and the production route is"
                            + " required.");
        }
        return new TargetGroupPair(
                groups,
                listener(asked.prodListenerArns().getFirst(), groups),
                asked.testListenerArns().isEmpty()
                        ? ""
                        : listener(asked.testListenerArns().getFirst(), groups));
    }

    /// One that forwards to either target group already: CodeDeploy changes weights, it makes no
    /// rules.
    private String listener(String given, List<String> groups) {
        var arn = names.plain(given, "/loadBalancerInfo");
        var listener = desk.state().listeners.get(arn);
        if (listener == null) {
            throw pairRefused("The listener " + arn + " does not exist.");
        }
        var forwards =
                groups.stream()
                        .map(name -> desk.state().targetGroups.get(name))
                        .anyMatch(group -> forwards(listener, group));
        if (!forwards) {
            throw pairRefused("The listener " + arn + " forwards to neither target group.");
        }
        return arn;
    }

    private static boolean forwards(Listener listener, TargetGroup group) {
        return listener.targetGroupArns().contains(group.arn());
    }

    private static ApiException pairRefused(String message) {
        return ApiException.of("InvalidTargetGroupPairException", "/loadBalancerInfo")
                .because(message)
                .remedy(Phrase.of("remedy.codeDeploy.pair"));
    }

    /// CodeDeploy User Guide: a Network Load Balancer knows no weights.
    void checkRouting(DeploymentConfig config, TargetGroupPair pair) {
        var listener = desk.state().listeners.get(pair.prodListenerArn());
        var balancer =
                listener == null ? null : desk.state().loadBalancers.get(listener.loadBalancer());
        if (balancer != null
                && balancer.type() == LoadBalancer.Type.NETWORK
                && !(config.routing() instanceof DeploymentStrategy.BlueGreen)) {
            throw CodeDeployInputs.routingRefused(
                    "A Network Load Balancer supports the deployment configuration"
                            + " CodeDeployDefault.ECSAllAtOnce only.");
        }
    }
}
