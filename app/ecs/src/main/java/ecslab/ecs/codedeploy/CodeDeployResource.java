package ecslab.ecs.codedeploy;

/// What CodeDeploy is told once, and deploys by again and again.
public sealed interface CodeDeployResource permits Application, DeploymentConfig, DeploymentGroup {}
