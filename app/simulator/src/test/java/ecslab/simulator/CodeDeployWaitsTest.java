package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 ContinueDeployment: production traffic that waits for somebody, and a wait before blue goes
/// that somebody cuts short.
class CodeDeployWaitsTest {

    private static final String HELD =
            "\"deploymentReadyOption\": {\"actionOnTimeout\": \"STOP_DEPLOYMENT\","
                    + " \"waitTimeInMinutes\": 10}";

    private static Written held(String more) {
        return CodeDeploying.deploy(CodeDeploying.group(HELD, 30, more), "60s", 2, "", "");
    }

    private static Written go(Written world, String at, String type) {
        return CodeDeploying.call(
                world, at, "ContinueDeployment", ", \"deploymentWaitType\": \"" + type + "\"");
    }

    @Test
    void greenIsThereAndUsersStayWithBlue() {
        var run = held("").until("5m").run();
        assertEquals(List.of("user Ready"), CodeDeploying.ended(run));
        assertEquals(List.of("1 PRIMARY 2/2", "2 ACTIVE 2/2"), CodeDeploying.sets(run));
        assertEquals(List.of("0 100"), CodeDeploying.minutes(run, 8080));
        assertEquals(List.of(), CodeDeploying.minutes(run, 80));
    }

    @Test
    void somebodySendsTheTrafficOver() {
        var run = go(held(""), "5m", "READY_WAIT").until("20m").run();
        assertEquals(List.of("user InProgress"), CodeDeploying.ended(run));
        assertEquals(List.of("0 100"), CodeDeploying.minutes(run, 80));
        assertEquals(List.of("2 PRIMARY 2/2", "1 ACTIVE 2/2"), CodeDeploying.sets(run));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"true | user Stopped, codeDeployRollback Succeeded", "false | user Stopped"})
    void afterItsTimeItIsStopped(boolean rollback, String ended) {
        var run = held(rollback ? CodeDeploying.ROLLBACK : "").until("20m").run();
        assertEquals(List.of(ended.split(", ")), CodeDeploying.ended(run));
        assertEquals(List.of(), CodeDeploying.minutes(run, 80));
        var stopped = CodeDeploying.deployments(run).getFirst();
        assertEquals(
                List.of("AfterAllowTestTraffic Succeeded", "BeforeAllowTraffic Skipped"),
                CodeDeploying.events(stopped).subList(4, 6));
    }

    @Test
    void blueGoesEarlierIfSomebodySaysSo() {
        var run = go(go(held(""), "5m", "READY_WAIT"), "6m", "TERMINATION_WAIT").until("8m").run();
        assertEquals(List.of("user Succeeded"), CodeDeploying.ended(run));
        assertEquals(List.of("2 PRIMARY 2/2"), CodeDeploying.sets(run));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READY_WAIT | DeploymentIsNotInReadyStateException: The deployment does not have a"
                        + " status of Ready and can't continue yet.",
                "TERMINATION_WAIT | DeploymentIsNotInReadyStateException: The deployment does not"
                        + " have a status of Ready and can't continue yet.",
                "ANY_WAIT | InvalidDeploymentWaitTypeException: The wait type ANY_WAIT is invalid."
            })
    void nobodyWaitsInInstall(String type, String refused) {
        assertEquals(List.of(refused), go(held(""), "65s", type).until("100s").refused());
    }
}
