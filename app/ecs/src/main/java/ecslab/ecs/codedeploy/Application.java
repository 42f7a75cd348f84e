package ecslab.ecs.codedeploy;

import ecslab.ecs.time.SimInstant;

/// What deployment groups belong to; its compute platform is `ECS`.
public record Application(String name, SimInstant createTime) implements CodeDeployResource {}
