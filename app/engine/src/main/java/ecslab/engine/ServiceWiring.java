package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/// Checks that a service's load balancers and its revision fit together.
final class ServiceWiring {

    private final Names names;

    ServiceWiring(Names names) {
        this.names = names;
    }

    /// The wiring with every `${targetGroup/…}` replaced by its ARN.
    List<ServiceLoadBalancer> check(List<ServiceLoadBalancer> given, TaskDefinition definition) {
        var checked = new ArrayList<ServiceLoadBalancer>();
        for (var i = 0; i < given.size(); i++) {
            checked.add(check(given.get(i), definition, "/loadBalancers/" + i));
        }
        return List.copyOf(checked);
    }

    private ServiceLoadBalancer check(
            ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        var group = names.targetGroup(asked.targetGroupArn(), field + "/targetGroupArn");
        var container =
                definition.containerDefinitions().stream()
                        .filter(c -> c.name().equals(asked.containerName()))
                        .findFirst()
                        .orElseThrow(() -> noSuchContainer(asked, definition, field));
        var port =
                container.portMappings().stream()
                        .anyMatch(p -> p.containerPort() == asked.containerPort());
        if (!port) {
            throw ApiException.invalidParameter(field + "/containerPort")
                    .because(
                            "The container "
                                    + asked.containerName()
                                    + " did not have a container port "
                                    + asked.containerPort()
                                    + " defined.")
                    .remedy(Phrase.of("remedy.wiring.port", "ports", ports(container)));
        }
        var awsvpc = definition.networkMode() == NetworkMode.AWSVPC;
        if (awsvpc != "ip".equals(group.targetType())) {
            throw ApiException.invalidParameter(field + "/targetGroupArn")
                    .because(
                            "The provided target group "
                                    + group.arn()
                                    + " has target type "
                                    + group.targetType()
                                    + ", which is incompatible with the "
                                    + definition.networkMode().printed()
                                    + " network mode specified in the task definition.")
                    .remedy(Phrase.of("remedy.wiring.type"));
        }
        return new ServiceLoadBalancer(group.arn(), asked.containerName(), asked.containerPort());
    }

    private static ApiException noSuchContainer(
            ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        var known =
                definition.containerDefinitions().stream().map(ContainerDefinition::name).toList();
        return ApiException.invalidParameter(field + "/containerName")
                .because(
                        "The container "
                                + asked.containerName()
                                + " does not exist in the task definition.")
                .remedy(Phrase.of("remedy.wiring.container", "known", String.join(", ", known)));
    }

    private static String ports(ContainerDefinition container) {
        var ports =
                container.portMappings().stream()
                        .map(p -> Integer.toString(p.containerPort()))
                        .toList();
        return ports.isEmpty() ? "-" : String.join(", ", ports);
    }
}
