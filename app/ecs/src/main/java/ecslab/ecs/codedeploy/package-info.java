/// CodeDeploy's own nouns, as far as it deploys services of ECS: application, deployment group,
/// deployment configuration, deployment and its lifecycle events.
package ecslab.ecs.codedeploy;
