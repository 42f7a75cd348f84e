/// The vocabulary of the product: ECS's nouns, its API actions as commands, everything that can
/// happen as events, and the doorways through which the other rooms speak to a cluster.
///
/// Nothing here reads a clock, draws a random number or knows a screen. Whoever knows these words
/// can read every other room.
module ecslab.ecs {
    requires static org.jspecify;

    exports ecslab.ecs;
    exports ecslab.ecs.chance;
    exports ecslab.ecs.codedeploy;
    exports ecslab.ecs.command;
    exports ecslab.ecs.event;
    exports ecslab.ecs.model;
    exports ecslab.ecs.query;
    exports ecslab.ecs.scenario;
    exports ecslab.ecs.state;
    exports ecslab.ecs.time;
}
