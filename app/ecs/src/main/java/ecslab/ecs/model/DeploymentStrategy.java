package ecslab.ecs.model;

import java.time.Duration;

/// How one service revision takes over from another.
public sealed interface DeploymentStrategy {

    /// Tenths of a percent in the whole.
    int WHOLE = 1_000;

    /// Tasks are replaced a few at a time; traffic follows them.
    record Rolling() implements DeploymentStrategy {}

    /// All traffic goes over at once, from one whole set of tasks to another.
    record BlueGreen() implements DeploymentStrategy {}

    /// Traffic goes over in equal steps.
    ///
    /// @param stepTenths tenths of a percent, 30 to 1,000
    /// @param stepBake how long each step but the last is watched
    record Linear(int stepTenths, Duration stepBake) implements DeploymentStrategy {

        /// API Reference, *LinearConfiguration*.
        public static final Linear USUAL = new Linear(100, Duration.ofMinutes(6));
    }

    /// A small share of the traffic goes over first, then the rest.
    ///
    /// @param shareTenths tenths of a percent, 1 to 1,000
    /// @param bake how long the share is watched
    record Canary(int shareTenths, Duration bake) implements DeploymentStrategy {

        /// API Reference, *CanaryConfiguration*.
        public static final Canary USUAL = new Canary(50, Duration.ofMinutes(10));
    }

    /// As DeploymentConfiguration writes it.
    default String printed() {
        return switch (this) {
            case Rolling() -> "ROLLING";
            case BlueGreen() -> "BLUE_GREEN";
            case Linear _ -> "LINEAR";
            case Canary _ -> "CANARY";
        };
    }

    /// Whether traffic is shifted from one set of tasks to another.
    default boolean shiftsTraffic() {
        return !(this instanceof Rolling);
    }

    /// The share of the traffic after so many steps, in tenths of a percent.
    ///
    /// @param step 1 for the first
    default int tenthsAfter(int step) {
        return switch (this) {
            case Rolling(), BlueGreen() -> WHOLE;
            case Linear(int stepTenths, _) -> Math.min(WHOLE, stepTenths * step);
            case Canary(int shareTenths, _) -> step == 1 ? shareTenths : WHOLE;
        };
    }

    /// How long a step is watched before the next.
    default Duration stepBake() {
        return switch (this) {
            case Rolling(), BlueGreen() -> Duration.ZERO;
            case Linear(_, var stepBake) -> stepBake;
            case Canary(_, var bake) -> bake;
        };
    }
}
