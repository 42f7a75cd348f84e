package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.TaskDefinition;
import java.util.List;
import java.util.Objects;

/// Whether tasks are started with a launch type or through capacity providers (behaviour reference
/// §1.2).
final class CapacityChoice {

    private static final int PROVIDERS_MAX = 20;
    private static final int BASE_MAX = 100_000;
    private static final int WEIGHT_MAX = 1_000;

    private final Desk desk;
    private final Awsvpc awsvpc;

    CapacityChoice(Desk desk, Awsvpc awsvpc) {
        this.desk = desk;
        this.awsvpc = awsvpc;
    }

    /// What was chosen.
    ///
    /// @param strategy empty for a launch type
    record Chosen(LaunchType type, List<CapacityProviderStrategyItem> strategy) {}

    /// Neither given means the cluster's default strategy; without one, the launch type EC2.
    Chosen choose(
            String cluster,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> given,
            TaskDefinition definition) {
        if (launchType.isGiven() && !given.isEmpty()) {
            throw ApiException.invalidParameter("/capacityProviderStrategy")
                    .because(
                            "Specify either Launch Type or Capacity Provider Strategy, but not"
                                    + " both.")
                    .remedy(Phrase.of("remedy.strategy.either"));
        }
        var own =
                Objects.requireNonNull(desk.state().clusters.get(cluster))
                        .defaultCapacityProviderStrategy();
        var strategy = launchType.isGiven() ? List.<CapacityProviderStrategyItem>of() : given;
        if (strategy.isEmpty() && !launchType.isGiven()) {
            strategy = own;
        }
        if (strategy.isEmpty()) {
            return new Chosen(awsvpc.launchType(launchType, definition), List.of());
        }
        check(cluster, strategy, "/capacityProviderStrategy");
        var fargate = CapacityProvider.isFargate(strategy.getFirst().capacityProvider());
        var type = fargate ? LaunchType.FARGATE : LaunchType.EC2;
        return new Chosen(awsvpc.launchType(Given.of(type.name()), definition), strategy);
    }

    /// @param cluster whose associated providers may be named
    void check(String cluster, List<CapacityProviderStrategyItem> strategy, String field) {
        var associated =
                Objects.requireNonNull(desk.state().clusters.get(cluster)).capacityProviders();
        for (var item : strategy) {
            if (!associated.contains(item.capacityProvider())) {
                throw ApiException.invalidParameter(field)
                        .because(
                                "The specified capacity provider strategy cannot contain a capacity"
                                    + " provider that is not associated with the cluster. Associate"
                                    + " the capacity provider with the cluster and try again.")
                        .remedy(Phrase.of("remedy.strategy.associate", "known", known(associated)));
            }
        }
        checkNumbers(strategy, field);
    }

    static void checkNumbers(List<CapacityProviderStrategyItem> strategy, String field) {
        var fargate =
                strategy.stream()
                        .filter(item -> CapacityProvider.isFargate(item.capacityProvider()))
                        .count();
        if (fargate > 0 && fargate < strategy.size()) {
            throw wrong(
                    field,
                    "The specified capacity provider strategy cannot contain a mix of Fargate and"
                            + " Auto Scaling group capacity providers.");
        }
        if (strategy.stream().filter(item -> item.base() > 0).count() > 1) {
            throw wrong(
                    field,
                    "Only one capacity provider in a capacity provider strategy can have a base"
                            + " value defined.");
        }
        if (strategy.size() > 1 && strategy.stream().allMatch(item -> item.weight() == 0)) {
            throw wrong(
                    field,
                    "At least one capacity provider of the strategy must have a weight greater"
                            + " than 0.");
        }
        var outside =
                strategy.stream()
                        .anyMatch(item ->
                                item.base() < 0
                                        || item.base() > BASE_MAX
                                        || item.weight() < 0
                                        || item.weight() > WEIGHT_MAX);
        if (outside || strategy.size() > PROVIDERS_MAX) {
            throw wrong(
                    field,
                    "A strategy has at most 20 capacity providers; base is 0 to 100000, weight 0 to"
                            + " 1000.");
        }
    }

    private static ApiException wrong(String field, String words) {
        return ApiException.invalidParameter(field)
                .because(words)
                .remedy(Phrase.of("remedy.strategy.numbers"));
    }

    private static String known(List<String> associated) {
        return associated.isEmpty() ? "-" : String.join(", ", associated);
    }
}
