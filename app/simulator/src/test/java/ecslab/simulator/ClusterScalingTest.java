package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ec2Instance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §8.5: managed scaling of an Auto Scaling group. On a t3.small (2,048 CPU
/// units, 1,986 MiB) a task of 900 MiB fits twice.
class ClusterScalingTest {

    private static final String PROVIDER = ClustersTest.strategy("p", 0, 1);

    private static Written provider(String group, String scaling, String more) {
        return Written.demo(1, "\"subnets\": \"public\"")
                .setup(
                        "lab:AutoScalingGroup",
                        json(
                                "{'name': 'asg', 'cluster': 'demo', 'instanceType': 't3.small', "
                                        + group
                                        + "}"))
                .setup(
                        "ecs:CreateCapacityProvider",
                        json(
                                "{'name': 'p', 'autoScalingGroupProvider': {'autoScalingGroupArn':"
                                        + " '${autoScalingGroup/asg}', 'managedScaling':"
                                        + " {'status': 'ENABLED'"
                                        + scaling
                                        + "}"
                                        + more
                                        + "}}"))
                .setup(
                        "ecs:PutClusterCapacityProviders",
                        json(
                                "{'cluster': 'demo', 'capacityProviders': ['p'],"
                                        + " 'defaultCapacityProviderStrategy': []}"))
                .family("web", "bridge", 512, 900, "none")
                .family("huge", "bridge", 512, 2_900, "none");
    }

    /// The decisions about the provider, as `AT OUTCOME count: ARITHMETIC`.
    private static List<String> decided(Written.Outcome outcome) {
        return outcome.run().events().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(one -> one.kind() == Kind.MANAGED_SCALING)
                .map(one ->
                        one.at()
                                + " "
                                + one.outcome().key().substring("capacity.".length())
                                + " "
                                + one.outcome().values().getOrDefault("count", "-")
                                + ": "
                                + one.arithmetic().replace("CapacityProviderReservation = ", ""))
                .toList();
    }

    private static long alive(Written.Outcome outcome) {
        return outcome.run().snapshot().capacity().instances().values().stream()
                .filter(Ec2Instance::isAlive)
                .count();
    }

    /// Five tasks need three instances: from nothing two are started, and the third only after the
    /// warm-up of 300 seconds.
    @Test
    void firstStepIsTwoAndTheNextWaitsForTheWarmUp() {
        var outcome = provider("'desired': 0, 'max': 9", "", "").run("10s", "web", 5, PROVIDER);
        assertEquals(
                List.of(
                        "1m10s scaleOut 2: 200",
                        "2m10s warming -: 3 / 2 × 100 = 150",
                        "6m10s scaleOut 3: 3 / 2 × 100 = 150",
                        "7m10s onTarget 3: 3 / 3 × 100 = 100"),
                decided(outcome.until("10m")));
    }

    /// Twelve tasks need six instances; each step has its bounds.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 9 | 2 6",
                "'maximumScalingStepSize': 1 | 9 | 2 3 4 5 6",
                "'maximumScalingStepSize': 3 | 9 | 2 5 6",
                "'minimumScalingStepSize': 6 | 9 | 2 8",
                "'' | 4 | 2 4",
                "'' | 1 | 1",
            })
    void stepsHaveBounds(String scaling, int max, String sizes) {
        var more = plain(scaling).isEmpty() ? "" : ", " + scaling;
        var outcome =
                provider("'desired': 0, 'max': " + max, more + ", 'instanceWarmupPeriod': 120", "")
                        .run("10s", "web", 10, PROVIDER)
                        .run("10s", "web", 2, PROVIDER)
                        .until("14m");
        assertEquals(
                sizes,
                String.join(
                        " ",
                        decided(outcome).stream()
                                .filter(line -> line.contains("scaleOut"))
                                .map(line -> line.split(" ")[2].replace(":", ""))
                                .toList()));
    }

    /// 100 × M / target, rounded up: headroom.
    @ParameterizedTest
    @CsvSource({"100, 2", "90, 3", "67, 3", "50, 4", "25, 8"})
    void targetBelowHundredKeepsHeadroom(int target, int instances) {
        var outcome =
                provider("'desired': 2, 'max': 9", ", 'targetCapacity': " + target, "")
                        .run("10s", "web", 4, PROVIDER)
                        .until("14m");
        assertEquals(instances, alive(outcome));
    }

    /// A task bigger than an instance of the group isn't counted, and stays in PROVISIONING.
    @Test
    void taskThatFitsNoInstanceOfTheGroupStaysInProvisioning() {
        var outcome = provider("'desired': 1, 'max': 9", "", "").run("10s", "huge", 1, PROVIDER);
        var told = outcome.until("30m");
        assertEquals(List.of("10s PROVISIONING"), told.told().lifeOf("huge#1"));
        assertEquals(List.of("1m0s excluded -: 100"), decided(told));
        assertEquals(1, alive(told));
    }

    /// Fifteen minutes below the target; then at least one, and less than half of them, a minute.
    @ParameterizedTest
    @CsvSource({
        "1, 0, 15m0s:0",
        "2, 0, 15m0s:1 16m0s:0",
        "5, 0, 15m0s:3 16m0s:2 17m0s:1 18m0s:0",
        "9, 0, 15m0s:5 16m0s:3 17m0s:2 18m0s:1 19m0s:0",
        "5, 2, 15m0s:3 16m0s:2",
    })
    void emptyInstancesAreGivenUpSlowly(int desired, int min, String sizes) {
        var outcome =
                provider("'desired': " + desired + ", 'max': 9, 'min': " + min, "", "")
                        .until("25m");
        assertEquals(
                sizes,
                String.join(
                        " ",
                        decided(outcome).stream()
                                .filter(line -> line.contains("scaleIn"))
                                .map(line -> line.replaceAll(" scaleIn (\\d+):.*", ":$1"))
                                .toList()));
        assertEquals(min, alive(outcome));
    }

    /// Two tasks on two of three instances; one of them is the group's oldest.
    @Test
    void protectionSparesInstancesWithTasks() {
        var written =
                provider(
                                "'desired': 3, 'max': 9",
                                "",
                                ", 'managedTerminationProtection': 'ENABLED'")
                        .service("10s", "web", 2, PROVIDER);
        var outcome = written.until("20m");
        assertEquals(2, alive(outcome));
        assertEquals(
                List.of("web#1", "web#2"),
                outcome.places().stream().map(line -> line.split(" ")[0]).toList());
    }

    /// Without protection the group takes its oldest instance; managed draining moves the service's
    /// task first, and then the instance goes.
    @Test
    void managedDrainingMovesTasksBeforeTheInstanceGoes() {
        var outcome = provider("'desired': 3, 'max': 9", "", "").service("10s", "web", 2, PROVIDER);
        var told = outcome.until("30m");
        assertEquals(2, alive(told));
        var drained =
                told.run().events().stream()
                        .filter(event ->
                                event instanceof Decision decided && decided.kind() == Kind.DRAIN)
                        .toList();
        assertEquals(1, drained.size());
        assertEquals(2, told.places().size());
        assertTrue(told.told().whyStopped("web#1").startsWith("ServiceSchedulerInitiated"));
    }

    @Test
    void withoutManagedDrainingTasksAreLost() {
        var told =
                provider("'desired': 3, 'max': 9", "", ", 'managedDraining': 'DISABLED'")
                        .service("10s", "web", 2, PROVIDER)
                        .until("30m");
        assertTrue(told.told().whyStopped("web#1").startsWith("TerminationNotice: Host EC2"));
    }

    /// Tasks with a launch type are invisible to managed scaling.
    @Test
    void tasksWithALaunchTypeDoNotCount() {
        var told =
                provider("'desired': 1, 'max': 9", "", "")
                        .run("10s", "web", 1, ", \"launchType\": \"EC2\"")
                        .until("16m");
        assertEquals("1m0s below -: 0 / 1 × 100 = 0", decided(told).getFirst());
        assertEquals("15m0s scaleIn 0: 0 / 1 × 100 = 0", decided(told).getLast());
    }

    private static String plain(String written) {
        return written.equals("''") ? "" : written;
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
