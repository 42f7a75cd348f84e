package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.CodeDeployDeploymentChange;
import ecslab.ecs.event.Event.ListenerChange;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The checker finds what is wrong about a deployment of CodeDeploy's.
class CodeDeployCheckerTest {

    private final List<Event> right =
            List.copyOf(
                    CodeDeploying.deploy(
                                    CodeDeploying.group(CodeDeploying.NO_WAIT, 1, ""),
                                    "60s",
                                    2,
                                    "",
                                    "")
                            .until("5m")
                            .run()
                            .events());

    /// Without the last events of a kind.
    private String without(Predicate<Event> which, int count) {
        var all = new ArrayList<>(right);
        for (var i = 0; i < count; i++) {
            all.remove(all.reversed().stream().filter(which).findFirst().orElseThrow());
        }
        return String.join("\n", Checker.check(all));
    }

    private static boolean is(Event event, DeploymentState status) {
        return event instanceof CodeDeployDeploymentChange(_, var one) && one.status() == status;
    }

    private static void assertSays(String words, String said) {
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void rightRunBreaksNoRule() {
        assertEquals(List.of(), Checker.check(right));
    }

    @Test
    void weightsThatDoNotFollow() {
        assertSays("green has 0 of 100", without(event -> event instanceof ListenerChange, 2));
    }

    @Test
    void blueThatGoesBeforeTheEnd() {
        assertSays(
                "has lost a task set too early",
                without(event -> is(event, DeploymentState.SUCCEEDED), 1));
    }

    @Test
    void deploymentThatBeginsInTheMiddle() {
        assertSays("isn't Created first", without(event -> is(event, DeploymentState.CREATED), 1));
    }

    @Test
    void deploymentThatGoesOnAfterItsEnd() {
        var all = new ArrayList<>(right);
        var last = all.stream().filter(one -> is(one, DeploymentState.SUCCEEDED)).findFirst();
        all.add(
                new CodeDeployDeploymentChange(
                        all.getLast().at(),
                        ((CodeDeployDeploymentChange) last.orElseThrow()).deployment()));
        assertSays("goes on after its end", String.join("\n", Checker.check(all)));
    }
}
