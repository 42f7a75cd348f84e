package ecslab.ecs.model;

/// One provider of a capacity provider strategy.
///
/// @param base how many tasks at least run on it, 0 to 100,000; only one provider may set it
/// @param weight its share of the tasks beyond the base, 0 to 1,000; the API's default is 0
public record CapacityProviderStrategyItem(String capacityProvider, int base, int weight) {}
