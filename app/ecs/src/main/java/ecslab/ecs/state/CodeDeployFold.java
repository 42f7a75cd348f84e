package ecslab.ecs.state;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.state.ClusterState.CodeDeploy;

/// CodeDeploy's part of the fold.
final class CodeDeployFold {

    private final Table<String, Application> applications;
    private final Table<String, DeploymentConfig> deploymentConfigs;
    private final Table<String, DeploymentGroup> deploymentGroups;
    private final Table<String, DeploymentInfo> deployments;

    CodeDeployFold(CodeDeploy start) {
        applications = new Table<>(start.applications());
        deploymentConfigs = new Table<>(start.deploymentConfigs());
        deploymentGroups = new Table<>(start.deploymentGroups());
        deployments = new Table<>(start.deployments());
    }

    CodeDeploy snapshot() {
        return new CodeDeploy(
                applications.snapshot(),
                deploymentConfigs.snapshot(),
                deploymentGroups.snapshot(),
                deployments.snapshot());
    }

    void apply(CodeDeployResource resource) {
        switch (resource) {
            case Application one -> applications.put(one.name(), one);
            case DeploymentConfig one -> deploymentConfigs.put(one.name(), one);
            case DeploymentGroup one -> deploymentGroups.put(one.key(), one);
        }
    }

    void apply(DeploymentInfo deployment) {
        deployments.put(deployment.deploymentId(), deployment);
    }
}
