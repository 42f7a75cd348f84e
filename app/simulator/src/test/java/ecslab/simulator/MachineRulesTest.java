package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.AutoScalingGroupChange;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.InstanceChange;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.simulator.check.Checker;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The checker finds machines that go ways which there aren't: each test falsifies a run that is
/// right.
class MachineRulesTest {

    private final List<Event> right =
            List.copyOf(
                    Written.demo(1, "\"subnets\": \"public\"")
                            .setup(
                                    "lab:AutoScalingGroup",
                                    "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\":"
                                            + " \"t3.small\", \"desired\": 1, \"max\": 2}")
                            .family("web", "bridge", 128, 128, "none")
                            .service("1s", "web", 1, ", \"launchType\": \"EC2\"")
                            .at("60s", "lab:StopInstance", "{\"instance\": \"instance/asg#1\"}")
                            .until("4m")
                            .run()
                            .events());

    private String told(UnaryOperator<Event> change) {
        return String.join("\n", Checker.check(right.stream().map(change).toList()));
    }

    private static void assertSays(String words, String said) {
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void rightRunBreaksNoRule() {
        assertEquals(List.of(), Checker.check(right));
    }

    @Test
    void instanceThatRunsAgainAfterItsEnd() {
        assertSays(
                "RUNNING is followed by TERMINATED",
                told(event ->
                        event instanceof InstanceChange(var at, var one)
                                        && one.state() == Ec2InstanceState.STOPPING
                                ? new InstanceChange(at, one.withState(Ec2InstanceState.TERMINATED))
                                : event));
    }

    @Test
    void containerInstanceThatComesBack() {
        assertSays(
                "INACTIVE is followed by ACTIVE",
                told(event ->
                        event instanceof ContainerInstanceChange(var at, var one)
                                        && one.version() == 1
                                ? new ContainerInstanceChange(
                                        at, one.withStatus(ContainerInstanceStatus.INACTIVE))
                                : event));
    }

    @Test
    void groupBeyondItsMaximum() {
        assertSays(
                "asg wants 3 instances",
                told(event ->
                        event instanceof AutoScalingGroupChange(var at, var group)
                                ? new AutoScalingGroupChange(at, group.withDesiredCapacity(3))
                                : event));
    }

    @Test
    void taskThatRunsOnAMachineThatIsOff() {
        assertSays(
                "has a RUNNING task and is shutting-down",
                told(event ->
                        event instanceof InstanceChange(var at, var one)
                                        && one.state() == Ec2InstanceState.RUNNING
                                ? new InstanceChange(
                                        at, one.withState(Ec2InstanceState.SHUTTING_DOWN))
                                : event));
    }
}
