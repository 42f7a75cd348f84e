package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses of tasks in `awsvpc` mode: one each, and 251 in a subnet of 256 (behaviour reference
/// §4.1, §3.5).
class AddressesTest {

    private static final String NO_ADDRESS =
            "TaskFailedToStart: Unexpected EC2 error while attempting to Create Network Interface"
                    + " with public IP assignment enabled in subnet 'SUBNET'";

    private static Scenarios crowded(int desired) {
        return Scenarios.demo(1)
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(300)))
                .setup(ServiceDraft.of(desired).network("a").command())
                .until(1_500);
    }

    private static List<String> addresses(SimulatedRun run) {
        return run.snapshot().tasks().values().stream()
                .filter(task -> !task.isStopped())
                .flatMap(task -> task.networkInterfaces().stream())
                .map(eni -> eni.privateIpv4Address())
                .sorted()
                .toList();
    }

    @Test
    void firstFourAndTheLastAddressAreAwsOwn() {
        var run = crowded(3).start();
        run.advanceTo(SimInstant.ofSeconds(20));
        assertEquals(List.of("10.0.1.4", "10.0.1.5", "10.0.1.6"), addresses(run));
    }

    @Test
    void taskWithoutAnAddressFailsToStart() {
        var run = crowded(252).start();
        run.advanceTo(SimInstant.ofSeconds(60));
        var told = Transcript.of(run);
        assertEquals(251, addresses(run).stream().distinct().count());
        assertEquals(NO_ADDRESS, told.whyStopped("web#252").replaceAll("subnet-\\w+", "SUBNET"));
        assertEquals(
                List.of("1s PROVISIONING", "4s DEPROVISIONING", "6s STOPPED"),
                told.lifeOf("web#252"));
    }

    /// The task is gone long before the delay is over, and another has got its address.
    @Test
    void addressOfADrainingTargetCanBeAnothersAndIsCheckedAgain() {
        var run = crowded(251).at(100, Scenarios.stop("web#1")).start();
        run.advanceTo(SimInstant.ofSeconds(100));
        var first = address(run, "web#1");
        run.advanceTo(run.header().until());

        var told = Transcript.of(run);
        assertEquals(NO_ADDRESS, told.whyStopped("web#252").replaceAll("subnet-\\w+", "SUBNET"));
        assertEquals(first, address(run, "web#253"));
        assertEquals(List.of("initial", "healthy", "draining"), states(told, "web#1"));
        assertEquals(List.of("initial", "healthy"), states(told, "web#253"));
        assertEquals(List.of(), Checker.check(run.events()));
    }

    private static String address(SimulatedRun run, String name) {
        Task task = Transcript.of(run).task(name);
        return task.networkInterfaces().getFirst().privateIpv4Address();
    }

    private static List<String> states(Transcript told, String name) {
        return told.targetsOf(name).stream().map(line -> line.replaceAll(".* ", "")).toList();
    }
}
