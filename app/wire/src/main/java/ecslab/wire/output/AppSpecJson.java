package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.codedeploy.AppSpec;

/// Writes an AppSpec file.
public final class AppSpecJson {

    private AppSpecJson() {}

    public static ObjectNode of(AppSpec spec) {
        var json = JsonNodeFactory.instance.objectNode().put("version", 0.0);
        var target =
                json.putArray("Resources")
                        .addObject()
                        .putObject("TargetService")
                        .put("Type", "AWS::ECS::Service");
        var properties =
                target.putObject("Properties").put("TaskDefinition", spec.taskDefinition());
        properties
                .putObject("LoadBalancerInfo")
                .put("ContainerName", spec.containerName())
                .put("ContainerPort", spec.containerPort());
        if (!spec.platformVersion().isEmpty()) {
            properties.put("PlatformVersion", spec.platformVersion());
        }
        for (var network : spec.network()) {
            var awsvpc =
                    properties.putObject("NetworkConfiguration").putObject("AwsvpcConfiguration");
            network.subnets().forEach(awsvpc.putArray("Subnets")::add);
            network.securityGroups().forEach(awsvpc.putArray("SecurityGroups")::add);
            awsvpc.put("AssignPublicIp", network.assignPublicIp() ? "ENABLED" : "DISABLED");
        }
        if (!spec.hooks().isEmpty()) {
            var hooks = json.putArray("Hooks");
            spec.hooks()
                    .forEach((event, function) -> hooks.addObject().put(event.printed(), function));
        }
        return json;
    }
}
