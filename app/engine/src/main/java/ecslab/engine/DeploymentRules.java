package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.DeploymentConfigurationInput.CircuitBreakerInput;
import ecslab.ecs.command.DeploymentConfigurationInput.EarlySuccessInput;
import ecslab.ecs.command.DeploymentConfigurationInput.LifecycleHookInput;
import ecslab.ecs.command.DeploymentConfigurationInput.StepsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.DeploymentAlarms;
import ecslab.ecs.model.DeploymentCircuitBreaker;
import ecslab.ecs.model.DeploymentCircuitBreaker.Threshold;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.EarlySuccessCriteria;
import ecslab.ecs.model.LifecycleHook;
import ecslab.ecs.model.LifecycleHook.TargetType;
import ecslab.ecs.model.LifecycleStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a deployment configuration of what is written, and refuses what can't be one (API
/// Reference, *DeploymentConfiguration*).
final class DeploymentRules {

    private static final String FIELD = "/deploymentConfiguration";
    private static final int DAY_MINUTES = 1_440;
    private static final int HOOK_MINUTES_MAX = 20_160;
    private static final int PERCENT = 100;
    private static final int LINEAR_LEAST_TENTHS = 30;
    private static final double NEARLY = 1e-6;
    private static final String LINEAR = "linearConfiguration";
    private static final String CANARY = "canaryConfiguration";
    private static final String THRESHOLD = "deploymentCircuitBreaker/thresholdConfiguration";
    private static final String HOOKS = "lifecycleHooks";
    private static final Pattern LAMBDA =
            Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[A-Za-z0-9_:$-]+");

    private DeploymentRules() {}

    /// @param before what is not given stays as it is
    static DeploymentConfiguration merge(
            Given<DeploymentConfigurationInput> given, DeploymentConfiguration before) {
        var asked = given.orElse(DeploymentConfigurationInput.NONE);
        var least = asked.minimumHealthyPercent().orElse(before.minimumHealthyPercent());
        var most = asked.maximumPercent().orElse(before.maximumPercent());
        var leastFits = least >= 0 && least <= PERCENT;
        if (!leastFits || most < PERCENT || most > 2 * PERCENT) {
            var wrong = leastFits ? "/maximumPercent" : "/minimumHealthyPercent";
            throw ApiException.invalidParameter(FIELD + wrong)
                    .because(
                            "minimumHealthyPercent must be 0 to 100 and maximumPercent 100 to"
                                    + " 200.")
                    .remedy(Phrase.of("remedy.percents"));
        }
        var bake = asked.bakeTimeInMinutes().orElse((int) before.bakeTime().toMinutes());
        within(bake, 0, DAY_MINUTES, "bakeTimeInMinutes");
        return new DeploymentConfiguration(
                least,
                most,
                strategy(asked, before.strategy()),
                switch (asked.deploymentCircuitBreaker()) {
                    case Given.Absent<CircuitBreakerInput>() -> before.circuitBreaker();
                    case Given.Value<CircuitBreakerInput>(var one) -> breaker(one);
                },
                alarms(asked.alarms().orElse(before.alarms())),
                Duration.ofMinutes(bake),
                switch (asked.lifecycleHooks()) {
                    case Given.Absent<List<LifecycleHookInput>>() -> before.lifecycleHooks();
                    case Given.Value<List<LifecycleHookInput>>(var all) -> hooks(all);
                },
                switch (asked.earlySuccessCriteria()) {
                    case Given.Absent<EarlySuccessInput>() -> before.earlySuccess();
                    case Given.Value<EarlySuccessInput>(var one) -> early(one);
                });
    }

    private static DeploymentStrategy strategy(
            DeploymentConfigurationInput asked, DeploymentStrategy before) {
        var name = asked.strategy().orElse(before.printed());
        only("LINEAR", name, asked.linearConfiguration().isGiven(), LINEAR);
        only("CANARY", name, asked.canaryConfiguration().isGiven(), CANARY);
        return switch (name) {
            case "ROLLING" -> new DeploymentStrategy.Rolling();
            case "BLUE_GREEN" -> new DeploymentStrategy.BlueGreen();
            case "LINEAR" -> {
                var usual =
                        before instanceof DeploymentStrategy.Linear linear
                                ? linear
                                : DeploymentStrategy.Linear.USUAL;
                var steps = asked.linearConfiguration();
                yield new DeploymentStrategy.Linear(
                        tenths(
                                steps,
                                usual.stepTenths(),
                                LINEAR_LEAST_TENTHS,
                                LINEAR + "/stepPercent"),
                        bake(steps, usual.stepBake(), LINEAR + "/stepBakeTimeInMinutes"));
            }
            case "CANARY" -> {
                var usual =
                        before instanceof DeploymentStrategy.Canary canary
                                ? canary
                                : DeploymentStrategy.Canary.USUAL;
                var steps = asked.canaryConfiguration();
                yield new DeploymentStrategy.Canary(
                        tenths(steps, usual.shareTenths(), 1, CANARY + "/canaryPercent"),
                        bake(steps, usual.bake(), CANARY + "/canaryBakeTimeInMinutes"));
            }
            default ->
                    throw unknown(
                            "strategy", name, List.of("ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"));
        };
    }

    private static int tenths(Given<StepsInput> steps, int usual, int least, String field) {
        if (!(steps instanceof Given.Value<StepsInput>(var one))
                || !(one.percent() instanceof Given.Value<Double>(var percent))) {
            return usual;
        }
        var tenths = Math.round(percent * 10);
        if (tenths < least
                || tenths > DeploymentStrategy.WHOLE
                || Math.abs(percent * 10 - tenths) > NEARLY) {
            var lowest = least / 10 + "." + least % 10;
            var name = last(field);
            throw ApiException.invalidParameter(FIELD + "/" + field)
                    .because(name + " must be a multiple of 0.1 from " + lowest + " to 100.0.")
                    .remedy(Phrase.of("remedy.deployment.percent", "field", name, "least", lowest));
        }
        return (int) tenths;
    }

    /// API Reference, *DeploymentConfiguration*: each is only valid with its own strategy.
    private static void only(String strategy, String asked, boolean isGiven, String field) {
        if (isGiven && !asked.equals(strategy)) {
            throw ApiException.invalidParameter(FIELD + "/" + field)
                    .because(field + " is only valid for the " + strategy + " strategy.")
                    .remedy(Phrase.of("remedy.deployment.only", "strategy", strategy));
        }
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('/') + 1);
    }

    private static Duration bake(Given<StepsInput> steps, Duration usual, String field) {
        var minutes =
                steps instanceof Given.Value<StepsInput>(var one)
                        ? one.bakeTimeInMinutes().orElse((int) usual.toMinutes())
                        : (int) usual.toMinutes();
        return Duration.ofMinutes(within(minutes, 0, DAY_MINUTES, field));
    }

    private static DeploymentCircuitBreaker breaker(CircuitBreakerInput asked) {
        var name = asked.type().orElse(Threshold.USUAL.type().name());
        var type =
                Arrays.stream(DeploymentCircuitBreaker.Type.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                unknown(
                                        THRESHOLD + "/type",
                                        name,
                                        Arrays.stream(DeploymentCircuitBreaker.Type.values())
                                                .map(Enum::name)
                                                .toList()));
        var value = asked.value().orElse(Threshold.USUAL.value());
        var most =
                type == DeploymentCircuitBreaker.Type.COUNT ? Guesses.BREAKER_COUNT_MAX : PERCENT;
        within(value, 1, most, THRESHOLD + "/value");
        return new DeploymentCircuitBreaker(
                asked.enable(),
                asked.rollback(),
                asked.resetOnHealthyTask().orElse(true),
                new Threshold(type, value));
    }

    private static DeploymentAlarms alarms(DeploymentAlarms asked) {
        if (asked.enable() && asked.alarmNames().isEmpty()) {
            throw ApiException.invalidParameter(FIELD + "/alarms/alarmNames")
                    .because("alarmNames can not be empty when alarms are enabled.")
                    .remedy(Phrase.of("remedy.deployment.alarms"));
        }
        return asked;
    }

    private static List<LifecycleHook> hooks(List<LifecycleHookInput> asked) {
        var hooks = new ArrayList<LifecycleHook>();
        for (var one : asked) {
            hooks.add(hook(one, HOOKS + "/" + hooks.size()));
        }
        return List.copyOf(hooks);
    }

    private static LifecycleHook hook(LifecycleHookInput asked, String at) {
        var type =
                switch (asked.targetType().orElse("AWS_LAMBDA")) {
                    case "AWS_LAMBDA" -> TargetType.AWS_LAMBDA;
                    case "PAUSE" -> TargetType.PAUSE;
                    default ->
                            throw unknown(
                                    at + "/targetType",
                                    asked.targetType().orElse(""),
                                    List.of("AWS_LAMBDA", "PAUSE"));
                };
        if (type == TargetType.AWS_LAMBDA) {
            checkFunction(asked.hookTargetArn(), at);
        }
        if (asked.lifecycleStages().isEmpty()) {
            throw ApiException.invalidParameter(FIELD + "/" + at + "/lifecycleStages")
                    .because("lifecycleStages can not be empty.")
                    .remedy(Phrase.of("remedy.oneOf", "known", String.join(", ", stages(type))));
        }
        var minutes =
                asked.timeoutInMinutes().orElse((int) LifecycleHook.TIMEOUT_DEFAULT.toMinutes());
        within(minutes, 1, HOOK_MINUTES_MAX, at + "/timeoutConfiguration/timeoutInMinutes");
        return new LifecycleHook(
                type,
                asked.hookTargetArn().orElse(""),
                asked.roleArn().orElse(""),
                asked.lifecycleStages().stream()
                        .map(name -> stage(name, type, at + "/lifecycleStages"))
                        .toList(),
                asked.hookDetails().orElse(""),
                Duration.ofMinutes(minutes),
                asked.timeoutAction().orElse("ROLLBACK").equals("CONTINUE"));
    }

    private static void checkFunction(Given<String> arn, String at) {
        if (!LAMBDA.matcher(arn.orElse("")).matches()) {
            throw ApiException.invalidParameter(FIELD + "/" + at + "/hookTargetArn")
                    .because(
                            arn.isGiven()
                                    ? OurWords.HOOK_ARN
                                    : "hookTargetArn is required for a lifecycle hook of type"
                                            + " AWS_LAMBDA.")
                    .remedy(Phrase.of("remedy.deployment.hook"));
        }
    }

    private static LifecycleStage stage(String name, TargetType type, String field) {
        var known = stages(type);
        if (!known.contains(name)) {
            throw unknown(field, name, known);
        }
        return LifecycleStage.valueOf(name);
    }

    /// At which stages there may be a hook of the type.
    private static List<String> stages(TargetType type) {
        return Arrays.stream(LifecycleStage.values())
                .filter(
                        type == TargetType.PAUSE
                                ? LifecycleStage::takesPauses
                                : LifecycleStage::takesHooks)
                .map(Enum::name)
                .toList();
    }

    private static EarlySuccessCriteria early(EarlySuccessInput asked) {
        var percent = asked.healthyPercent().orElse(PERCENT);
        within(percent, 1, PERCENT, "earlySuccessCriteria/healthyPercent");
        var cleanup = asked.sourceServiceRevisionCleanup().orElse("BLOCKING");
        if (!List.of("BLOCKING", "DEFERRED").contains(cleanup)) {
            throw unknown(
                    "earlySuccessCriteria/sourceServiceRevisionCleanup",
                    cleanup,
                    List.of("BLOCKING", "DEFERRED"));
        }
        return new EarlySuccessCriteria(asked.enable(), percent, cleanup.equals("DEFERRED"));
    }

    private static int within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw ApiException.invalidParameter(FIELD + "/" + field)
                    .because(last(field) + " must be " + least + " to " + most + ".")
                    .remedy(
                            Phrase.of(
                                    "remedy.deployment.range",
                                    "field",
                                    last(field),
                                    "least",
                                    least,
                                    "most",
                                    most));
        }
        return value;
    }

    private static ApiException unknown(String field, String written, List<String> known) {
        return ApiException.invalidParameter(FIELD + "/" + field)
                .because(
                        "1 validation error detected: Value '"
                                + written
                                + "' at '"
                                + last(field)
                                + "' failed to satisfy constraint: Member must satisfy enum value"
                                + " set: ["
                                + String.join(", ", known)
                                + "]")
                .remedy(Phrase.of("remedy.oneOf", "known", String.join(", ", known)));
    }
}
