package ecslab.ecs.codedeploy;

import ecslab.ecs.model.DeploymentStrategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the traffic of a deployment goes over.
///
/// @param routing [DeploymentStrategy.BlueGreen] stands for `AllAtOnce`
public record DeploymentConfig(String name, DeploymentStrategy routing)
        implements CodeDeployResource {

    private static final String DEFAULT = "CodeDeployDefault.";
    private static final int TEN_PERCENT = 100;

    public static final DeploymentConfig ALL_AT_ONCE =
            new DeploymentConfig(DEFAULT + "ECSAllAtOnce", new DeploymentStrategy.BlueGreen());

    /// Those that everybody has (CodeDeploy User Guide, *Predefined deployment configurations for
    /// an Amazon ECS compute platform*).
    public static final List<DeploymentConfig> PREDEFINED =
            List.of(
                    ALL_AT_ONCE,
                    linear("ECSLinear10PercentEvery1Minutes", 1),
                    linear("ECSLinear10PercentEvery3Minutes", 3),
                    canary("ECSCanary10Percent5Minutes", 5),
                    canary("ECSCanary10Percent15Minutes", 15));

    private static DeploymentConfig linear(String name, int minutes) {
        return new DeploymentConfig(
                DEFAULT + name,
                new DeploymentStrategy.Linear(TEN_PERCENT, Duration.ofMinutes(minutes)));
    }

    private static DeploymentConfig canary(String name, int minutes) {
        return new DeploymentConfig(
                DEFAULT + name,
                new DeploymentStrategy.Canary(TEN_PERCENT, Duration.ofMinutes(minutes)));
    }

    public static Optional<DeploymentConfig> predefined(String name) {
        return PREDEFINED.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// Nobody may make one that is called like this.
    public static boolean isReserved(String name) {
        return name.startsWith(DEFAULT);
    }

    /// `type` of `trafficRoutingConfig`
    public String type() {
        return switch (routing) {
            case DeploymentStrategy.Rolling(), DeploymentStrategy.BlueGreen() -> "AllAtOnce";
            case DeploymentStrategy.Linear _ -> "TimeBasedLinear";
            case DeploymentStrategy.Canary _ -> "TimeBasedCanary";
        };
    }
}
