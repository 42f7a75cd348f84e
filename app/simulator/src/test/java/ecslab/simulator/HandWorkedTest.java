package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.simulator.Written.Outcome;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Scenarios that combine what other tests look at alone. Their results were worked out by hand
/// from the behaviour reference and from the durations that the scenes declare, before they were
/// played: a Fargate machine or a network interface takes 3 s to come and 2 s to go, a pull 0.5 s
/// and 1 s for 40 MiB, a container 0.8 s, ACTIVATING 1 s, a look of the service scheduler 1 s.
class HandWorkedTest {

    private static Outcome play(String name) {
        try {
            var file =
                    Objects.requireNonNull(
                            HandWorkedTest.class.getResource("hand-" + name + ".json"));
            var run = SimulatedRun.start(ScenarioReader.read(file).scenario());
            run.advanceTo(run.header().until());
            return new Outcome(run);
        } catch (BadInput wrong) {
            throw new AssertionError(wrong.problems().toString(), wrong);
        }
    }

    /// The service is created at 1 s; the scheduler looks at 2 s and finds one instance for each of
    /// the two tasks: port 8080 is fixed (§2.6). A task in bridge mode begins in PENDING (§3.1).
    ///
    /// - Pulls, one after the other: 40 MiB until 3.5 s, 20 MiB until 4.5 s.
    /// - `agent` runs at 5.3 s. Its check comes 5 s later (10.3 s): it passes only after 8 s, so it
    ///   fails; at 15.3 s it passes, and the first pass is enough (§2.5).
    /// - `web` may start then: 16.1 s, and with it all containers run: ACTIVATING, RUNNING 17.1 s.
    /// - `web` has 40 MiB and takes 1 MiB a second: 100 MiB, its hard limit, at 76.1 s. 137 (§2.4,
    ///   §3.6). It is essential, so `agent` gets SIGTERM and ends at once: 143. No network
    ///   interface, so STOPPING leads to STOPPED (§3.1).
    ///
    /// Instance a#1 drains from 30 s. The minimum is 100 %: its task stays until a replacement is
    /// healthy (§1.5), which takes 40 s of RUNNING (§6.6), so until after 76.1 s. The replacement
    /// starts at 31 s on c#1, registered at 21 s, the only one with a free port. Nothing lies there
    /// yet: pulls until 33.5 s, `agent` 34.3 s, its checks 39.3 s and 44.3 s, `web` 45.1 s, RUNNING
    /// 46.1 s. Its memory is full at 105.1 s.
    ///
    /// At 76.1 s both first tasks end. At 77.1 s one is missing: a#1 drains, c#1's port is taken,
    /// so it goes to b#1. There the images lie, and the registry says so in 0.5 s each (78.1 s):
    /// `agent` 78.9 s, checks 83.9 s and 88.9 s, `web` 89.7 s, RUNNING 90.7 s.
    ///
    /// At 105.1 s the one on c#1 ends; at 106.1 s the next starts there: 107.1 s, 107.9 s, 112.9 s,
    /// 117.9 s, `web` 118.7 s, RUNNING 119.7 s.
    @Test
    void fixedPortWithADrainedInstanceAndALeak() {
        var outcome = play("drained");
        var told = outcome.told();
        var first =
                List.of(
                        "2s PENDING",
                        "16.1s ACTIVATING",
                        "17.1s RUNNING",
                        "1m16.1s STOPPING",
                        "1m16.1s STOPPED");
        assertEquals(first, told.lifeOf("web#1"));
        assertEquals(first, told.lifeOf("web#2"));
        assertEquals(
                List.of(
                        "31s PENDING",
                        "45.1s ACTIVATING",
                        "46.1s RUNNING",
                        "1m45.1s STOPPING",
                        "1m45.1s STOPPED"),
                told.lifeOf("web#3"));
        assertEquals(
                List.of("1m17.1s PENDING", "1m29.7s ACTIVATING", "1m30.7s RUNNING"),
                told.lifeOf("web#4"));
        assertEquals(
                List.of("1m46.1s PENDING", "1m58.7s ACTIVATING", "1m59.7s RUNNING"),
                told.lifeOf("web#5"));
        assertEquals(
                List.of(
                        "5.3s agent RUNNING",
                        "16.1s web RUNNING",
                        "1m16.1s web STOPPED",
                        "1m16.1s agent STOPPED"),
                told.containersOf("web#1"));
        for (var task : List.of("web#1", "web#2", "web#3")) {
            assertEquals(
                    "EssentialContainerExited: Essential container in task exited",
                    told.whyStopped(task));
            assertEquals(
                    List.of(
                            "web 137 OutOfMemoryError: Container killed due to memory usage",
                            "agent 143"),
                    told.exitsOf(task));
        }
        assertEquals(List.of("web#4 b#1", "web#5 c#1"), outcome.places());
        assertEquals(
                List.of("a#1 0", "b#1 164", "c#1 164"),
                Stream.of("a#1", "b#1", "c#1")
                        .map(name -> name + " " + taken(outcome, name))
                        .toList());
    }

    private static int taken(Outcome outcome, String instance) {
        var one = outcome.instance(instance);
        return one.registered().memoryMib() - one.remaining().memoryMib();
    }

    /// Run at 10 s on Fargate: 3 s for the machine, PENDING at 13 s. Pulls in the order of the
    /// containers: 80 MiB until 15.5 s, 20 MiB until 16.5 s, 40 MiB until 18 s.
    ///
    /// - `init` waits for nobody: 18.8 s. It ends with 0 at 21.8 s, so `app` may start: 22.6 s, and
    ///   once it has, `agent`: 23.4 s. Then all containers have started: ACTIVATING, RUNNING 24.4
    ///   s. That `init` has ended is no matter: it isn't essential.
    /// - `agent` ends with 1 after 70 s, which is longer than its restart period of 60 s: started
    ///   again in place at 93.4 s and at 163.4 s (§2.5). The task goes on.
    ///
    /// StopTask at 200 s; nothing to deregister, so STOPPING (§3.7). Shutdown is the reverse of the
    /// start: `agent` depends on `app`, so it gets SIGTERM first and ends at once with 143; then
    /// `app`, which ignores it: SIGKILL after its stopTimeout of 20 s, at 220 s, 137 without a
    /// reason (§3.6). The network interface takes 2 s: STOPPED at 222 s.
    @Test
    void initContainerAndRestartsUntilSomebodyStopsTheTask() {
        var told = play("stopped").told();
        assertEquals(
                List.of(
                        "10s PROVISIONING",
                        "13s PENDING",
                        "23.4s ACTIVATING",
                        "24.4s RUNNING",
                        "3m20s STOPPING",
                        "3m40s DEPROVISIONING",
                        "3m42s STOPPED"),
                told.lifeOf("app#1"));
        assertEquals(
                List.of(
                        "18.8s init RUNNING",
                        "21.8s init STOPPED",
                        "22.6s app RUNNING",
                        "23.4s agent RUNNING",
                        "3m20s agent STOPPED",
                        "3m40s app STOPPED"),
                told.containersOf("app#1"));
        assertEquals(List.of("app 137", "init 0", "agent 143"), told.exitsOf("app#1"));
        assertEquals(List.of("1m33.4s agent 1 1", "2m43.4s agent 1 2"), told.restarts());
        assertEquals("UserInitiated: by hand", told.whyStopped("app#1"));
    }

    /// A t3.small has three network interfaces, so two are left for tasks (§4.3). Of three tasks
    /// two are placed at 10 s, and the third is a failure, RESOURCE:ENI (§5.4).
    ///
    /// - web#1 and web#2: the interface until 13 s, 100 MiB until 16 s (what one pulls the other
    ///   pulls at the same time), the container 16.8 s, RUNNING 17.8 s.
    /// - The agent is silent from 60 s. StopTask at 65 s makes web#2 STOPPING, but nobody hears it.
    /// - At 80 s nobody takes a task: AGENT, before any resource (§1.4).
    /// - At 90 s the agent is heard again and hears the stop: SIGTERM, the program takes 6 s, so it
    ///   ends at 96 s with 0; DEPROVISIONING, STOPPED at 98 s.
    /// - At 110 s there is room again. The registry has been down since 70 s: PENDING at 113 s, the
    ///   pull gives up after 4 s, and by default the agent takes the image that lies there (§2.5):
    ///   117 s, the container 117.8 s, RUNNING 118.8 s.
    @Test
    void instanceWithoutRoomThenWithoutAnAgentThenWithoutARegistry() {
        var outcome = play("crowded");
        var told = outcome.told();
        var start = List.of("10s PROVISIONING", "13s PENDING", "16.8s ACTIVATING", "17.8s RUNNING");
        assertEquals(start, told.lifeOf("web#1"));
        assertEquals(
                Stream.concat(
                                start.stream(),
                                Stream.of("1m5s STOPPING", "1m36s DEPROVISIONING", "1m38s STOPPED"))
                        .toList(),
                told.lifeOf("web#2"));
        assertEquals(
                List.of(
                        "1m50s PROVISIONING",
                        "1m53s PENDING",
                        "1m57.8s ACTIVATING",
                        "1m58.8s RUNNING"),
                told.lifeOf("web#3"));
        assertEquals(List.of("web 0"), told.exitsOf("web#2"));
        assertEquals(List.of("RESOURCE:ENI", "AGENT"), outcome.lacks());
        assertEquals(0, outcome.instance("pool#1").remaining().enis());
    }
}
