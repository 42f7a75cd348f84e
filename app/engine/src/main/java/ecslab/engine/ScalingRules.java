package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.CapacityProvider.ManagedScaling;

/// What managed scaling allows (behaviour reference §8.5).
final class ScalingRules {

    private static final int STEP_MAX = 10_000;
    private static final int WARMUP_MAX = 10_000;
    private static final String SCALING = "/autoScalingGroupProvider/managedScaling/";

    private ScalingRules() {}

    static void check(ManagedScaling scaling, boolean protection) {
        between("targetCapacity", scaling.targetCapacity(), 1, 100);
        between("minimumScalingStepSize", scaling.minimumScalingStepSize(), 1, STEP_MAX);
        between("maximumScalingStepSize", scaling.maximumScalingStepSize(), 1, STEP_MAX);
        between("instanceWarmupPeriod", scaling.instanceWarmupPeriod(), 0, WARMUP_MAX);
        if (protection && !scaling.enabled()) {
            throw ApiException.invalidParameter(
                            "/autoScalingGroupProvider/managedTerminationProtection")
                    .because(
                            "The managed termination protection setting for the capacity provider"
                                    + " is invalid. To enable managed termination protection for a"
                                    + " capacity provider, the managed scaling must be enabled.")
                    .remedy(Phrase.of("remedy.provider.protection"));
        }
    }

    private static void between(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw ApiException.invalidParameter(SCALING + field)
                    .because(field + " must be " + min + " to " + max + ", but was " + value + ".")
                    .remedy(Phrase.of("remedy.between", "field", field, "min", min, "max", max));
        }
    }
}
