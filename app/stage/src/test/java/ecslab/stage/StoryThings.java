package ecslab.stage;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// What a [Story] is about.
final class StoryThings {

    private StoryThings() {}

    /// One on port 80 that forwards everything.
    static Listener listener(String balancerArn, String targetGroupArn) {
        return new Listener(
                Arns.listener(balancerArn, "1"),
                "web",
                80,
                "HTTP",
                List.of(
                        new ListenerRule(
                                "rule",
                                ListenerRule.DEFAULT_PRIORITY,
                                List.of(),
                                RuleAction.Forward.to(targetGroupArn))));
    }

    static TaskDefinition taskDefinition(TaskDefinitionName name, String image) {
        var container =
                new ContainerDefinition(
                        "web",
                        image,
                        0,
                        0,
                        0,
                        true,
                        List.of(new PortMapping(80, 80, "tcp", "")),
                        List.of(),
                        Duration.ofSeconds(30),
                        "",
                        ContainerSettings.NONE,
                        Unmodelled.NOTHING);
        return new TaskDefinition(
                name,
                TaskDefinitionStatus.ACTIVE,
                NetworkMode.AWSVPC,
                List.of(LaunchType.FARGATE),
                List.of(LaunchType.FARGATE),
                256,
                512,
                Story.ARNS.role("ecsTaskExecutionRole"),
                "",
                List.of(container),
                List.of(),
                SimInstant.START,
                Unmodelled.NOTHING);
    }
}
