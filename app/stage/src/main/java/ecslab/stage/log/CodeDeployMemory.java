package ecslab.stage.log;

import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ServiceName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which service each deployment group and each deployment of CodeDeploy's is for.
final class CodeDeployMemory {

    private final Map<String, ServiceName> groups = new LinkedHashMap<>();
    private final Map<String, ServiceName> deployments = new LinkedHashMap<>();

    void hear(Event event) {
        if (event instanceof Event.CodeDeployResourceChange(_, DeploymentGroup group)) {
            groups.put(group.key(), group.service());
        }
        if (event instanceof Event.CodeDeployDeploymentChange(_, var one)) {
            deployments.put(one.deploymentId(), one.service());
        }
    }

    /// @param key `APPLICATION/GROUP`
    Optional<ServiceName> group(String key) {
        return Optional.ofNullable(groups.get(key));
    }

    Optional<ServiceName> deployment(String id) {
        return Optional.ofNullable(deployments.get(id));
    }

    /// The service that was deployed by CodeDeploy and is called like this.
    Optional<ServiceName> service(String name) {
        return deployments.values().stream()
                .filter(one -> one.service().equals(name))
                .reduce((_, later) -> later);
    }
}
