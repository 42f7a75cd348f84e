package ecslab.ecs.codedeploy;

import ecslab.ecs.model.AwsVpcConfiguration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is deployed: the revision of an application whose compute platform is ECS.
///
/// @param platformVersion may be empty
/// @param network one that replaces the service's; none: the service's stays
/// @param hooks the Lambda function that is called in a lifecycle event
public record AppSpec(
        String taskDefinition,
        String containerName,
        int containerPort,
        String platformVersion,
        List<AwsVpcConfiguration> network,
        Map<LifecycleEventName, String> hooks) {

    public AppSpec {
        var copy = new EnumMap<LifecycleEventName, String>(LifecycleEventName.class);
        copy.putAll(hooks);
        hooks = Collections.unmodifiableMap(copy);
    }

    /// Empty if nobody is called.
    public String hook(LifecycleEventName event) {
        return hooks.getOrDefault(event, "");
    }

    public AppSpec withTaskDefinition(String next) {
        return new AppSpec(next, containerName, containerPort, platformVersion, network, hooks);
    }
}
