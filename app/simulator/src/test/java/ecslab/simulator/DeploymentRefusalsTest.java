package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.5, §6.7, §15: what is refused in a deployment configuration and as platform version, and
/// where it stands.
class DeploymentRefusalsTest {

    private static final String HOOK =
            "'strategy': 'BLUE_GREEN', 'lifecycleHooks': [{'hookTargetArn': 'ARN',"
                    + " 'lifecycleStages': [STAGES]MORE}]";
    private static final String ARN = "arn:aws:lambda:us-east-1:111122223333:function:smoke";

    private static String refused(Written world) {
        var refusals =
                world.until("10s").run().events().stream()
                        .filter(Event.ApiRefusal.class::isInstance)
                        .map(event -> ((Event.ApiRefusal) event).error())
                        .map(error -> error.code() + " " + error.field() + " " + error.message())
                        .toList();
        return refusals.isEmpty() ? "" : refusals.getFirst();
    }

    private static String ofConfiguration(String configuration) {
        return refused(
                Deploying.shifting(
                        Deploying.twoGroups("web:1"), 1, configuration.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'minimumHealthyPercent': 101 | /minimumHealthyPercent",
                "'maximumPercent': 99 | /maximumPercent",
                "'maximumPercent': 201 | /maximumPercent",
                "'strategy': 'LINEAR', 'linearConfiguration': {'stepPercent': 2.9} |"
                        + " /linearConfiguration/stepPercent",
                "'strategy': 'LINEAR', 'linearConfiguration': {'stepBakeTimeInMinutes': 1441} |"
                        + " /linearConfiguration/stepBakeTimeInMinutes",
                "'strategy': 'CANARY', 'canaryConfiguration': {'canaryPercent': 0.0} |"
                        + " /canaryConfiguration/canaryPercent",
                "'strategy': 'CANARY', 'linearConfiguration': {'stepPercent': 10.0} |"
                        + " /linearConfiguration",
                "'strategy': 'BLUE_GREEN', 'canaryConfiguration': {'canaryPercent': 10.0} |"
                        + " /canaryConfiguration",
                "'deploymentCircuitBreaker': {'enable': true, 'rollback': true,"
                        + " 'thresholdConfiguration': {'type': 'COUNT', 'value': 0}} |"
                        + " /deploymentCircuitBreaker/thresholdConfiguration/value",
                "'deploymentCircuitBreaker': {'enable': true, 'rollback': true,"
                        + " 'thresholdConfiguration': {'type': 'HALF', 'value': 1}} |"
                        + " /deploymentCircuitBreaker/thresholdConfiguration/type",
                "'earlySuccessCriteria': {'enable': true, 'healthyPercent': 0} |"
                        + " /earlySuccessCriteria/healthyPercent",
            })
    void placeOfWhatIsWrongIsTold(String configuration, String field) {
        assertEquals(
                "InvalidParameterException /deploymentConfiguration" + field,
                ofConfiguration(configuration).replaceAll("(\\S+ \\S+) .*", "$1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "smoke | 'POST_SCALE_UP' | `` | /hookTargetArn hookTargetArn is not the ARN of a"
                        + " Lambda function.",
                "ARN | `` | `` | /lifecycleStages lifecycleStages can not be empty.",
                "ARN | 'POST_SCALE_UP' | , 'timeoutConfiguration': {'timeoutInMinutes': 0} |"
                        + " /timeoutConfiguration/timeoutInMinutes timeoutInMinutes must be 1 to"
                        + " 20160.",
                "ARN | 'POST_SCALE_UP', 'POST_PRODUCTION_TRAFFIC_SHIFT' | `` | ``",
            })
    void hookNeedsAFunctionAndAStage(String arn, String stages, String more, String expected) {
        var hook =
                HOOK.replace("ARN'", (arn.equals("ARN") ? ARN : arn) + "'")
                        .replace("STAGES", stages)
                        .replace("MORE", more);
        var at = "InvalidParameterException /deploymentConfiguration/lifecycleHooks/0";
        assertEquals(expected.isEmpty() ? "" : at + expected, ofConfiguration(hook));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LATEST | ``",
                "1.4.0 | ``",
                "9.9 | PlatformUnknownException /platformVersion The specified platform version"
                        + " does not exist.",
            })
    void platformVersionMustBeKnown(String version, String expected) {
        var created = Deploying.plain(Deploying.world("web:1"), 1, "");
        var world = Deploying.update(created, "5s", "\"platformVersion\": \"" + version + "\"");
        assertEquals(expected, refused(world));
    }

    @Test
    void onlyFargateHasPlatformVersions() {
        var world =
                Written.demo()
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .run(
                                "1s",
                                "web",
                                1,
                                ", \"platformVersion\": \"1.4.0\", \"launchType\": \"EC2\"");
        assertEquals(
                "InvalidParameterException /platformVersion The platform version must be null when"
                        + " specifying an EC2 launch type.",
                refused(world));
    }
}
