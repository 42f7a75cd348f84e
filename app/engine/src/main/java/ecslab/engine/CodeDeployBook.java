package ecslab.engine;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.state.ClusterState.CodeDeploy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// CodeDeploy's part of the state.
final class CodeDeployBook {

    private final LinkedHashMap<String, Application> applications = new LinkedHashMap<>();
    private final LinkedHashMap<String, DeploymentConfig> configs = new LinkedHashMap<>();
    private final LinkedHashMap<String, DeploymentGroup> groups = new LinkedHashMap<>();
    private final LinkedHashMap<String, DeploymentInfo> deployments = new LinkedHashMap<>();

    /// By service: the deployment that isn't over.
    private final LinkedHashMap<ServiceName, String> active = new LinkedHashMap<>();

    CodeDeployBook copy() {
        var copy = new CodeDeployBook();
        copy.applications.putAll(applications);
        copy.configs.putAll(configs);
        copy.groups.putAll(groups);
        copy.deployments.putAll(deployments);
        copy.active.putAll(active);
        return copy;
    }

    CodeDeploy view() {
        return new CodeDeploy(
                new LinkedHashMap<>(applications),
                new LinkedHashMap<>(configs),
                new LinkedHashMap<>(groups),
                new LinkedHashMap<>(deployments));
    }

    Map<String, Application> applications() {
        return Collections.unmodifiableMap(applications);
    }

    Map<String, DeploymentGroup> groups() {
        return Collections.unmodifiableMap(groups);
    }

    Map<String, DeploymentInfo> deployments() {
        return Collections.unmodifiableMap(deployments);
    }

    /// One of those that everybody has, or that somebody has made.
    Optional<DeploymentConfig> config(String name) {
        return DeploymentConfig.predefined(name).or(() -> Optional.ofNullable(configs.get(name)));
    }

    void put(Application one) {
        applications.put(one.name(), one);
    }

    void put(DeploymentConfig one) {
        configs.put(one.name(), one);
    }

    void put(DeploymentGroup one) {
        groups.put(one.key(), one);
    }

    void put(DeploymentInfo one) {
        deployments.put(one.deploymentId(), one);
        if (!one.status().isOver()) {
            active.put(one.service(), one.deploymentId());
        } else if (one.deploymentId().equals(active.get(one.service()))) {
            active.remove(one.service());
        }
    }

    /// The deployment of a service that isn't over: there is one at most, since a service belongs
    /// to one deployment group.
    Optional<DeploymentInfo> active(ServiceName service) {
        return Optional.ofNullable(active.get(service)).map(deployments::get);
    }
}
