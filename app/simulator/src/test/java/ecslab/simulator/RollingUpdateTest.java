package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a service goes from one revision to the next (behaviour reference §6.2 to §6.4).
class RollingUpdateTest {

    private static final String STUCK =
            "(service web) was unable to stop or start tasks during a deployment because of the"
                    + " service deployment configuration. Update the minimumHealthyPercent or"
                    + " maximumPercent value and try again.";

    private static Scenarios rollout(int desired, int least, int most) {
        return Scenarios.demo()
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(10)))
                .setup(
                        ServiceDraft.of(desired)
                                .revision("web:1")
                                .percents(least, most)
                                .notRebalanced()
                                .command())
                .at(60, Scenarios.revision("web:2"))
                .until(400);
    }

    /// `+n` for n tasks that start together and `-n` for n that stop.
    private static String waves(Transcript told) {
        var waves = new StringBuilder();
        for (var line : told.said()) {
            var rollout = !line.startsWith("1s ");
            if (rollout && line.contains("has started")) {
                waves.append(" +").append(line.replaceAll(".*has started (\\d+).*", "$1"));
            } else if (line.contains("has stopped")) {
                waves.append(" -").append(line.replaceAll(".*has stopped (\\d+).*", "$1"));
            }
        }
        return waves.toString().strip();
    }

    /// The fewest and the most tasks in RUNNING or on the way there since the update.
    private static String range(Scenarios scenarios) {
        var run = scenarios.start();
        run.advanceTo(run.header().until());
        var running = new ArrayList<Integer>();
        var all = new ArrayList<Integer>();
        for (var event : run.events()) {
            if (event instanceof Event.ServiceChange(var at, var service)
                    && at.isAfter(SimInstant.ofSeconds(59))) {
                running.add(service.runningCount());
                all.add(service.runningCount() + service.pendingCount());
            }
        }
        return running.stream().mapToInt(n -> n).min().orElse(-1)
                + " to "
                + all.stream().mapToInt(n -> n).max().orElse(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 100, 200, 4 to 8, +4 -3 -1",
        "4, 50, 100, 2 to 4, -2 +2 -2 +2",
        "1, 0, 100, 0 to 1, -1 +1",
        "4, 0, 100, 0 to 4, -4 +4",
        "2, 100, 150, 2 to 3, +1 -1 +1 -1",
        "10, 90, 110, 9 to 11, +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1"
    })
    void percentagesDecideWhoGoesFirst(
            int desired, int least, int most, String range, String waves) {
        var told = Transcript.of(rollout(desired, least, most));
        assertEquals(waves, waves(told));
        assertEquals(range, range(rollout(desired, least, most)));
        assertEquals(2, told.said("deployment completed").size());
        assertEquals(List.of(), told.said("unable"));
    }

    @ParameterizedTest
    @CsvSource({"2, 75, 100", "3, 100, 125", "1, 100, 100", "1, 50, 100"})
    void roundingCanLeaveNoWay(int desired, int least, int most) {
        var told = Transcript.of(rollout(desired, least, most));
        assertEquals("", waves(told));
        assertEquals(List.of("1m1s " + STUCK), told.said("unable"));
        assertEquals(1, told.said("deployment completed").size());
    }

    @Test
    void moreDesiredTasksCanFreeAStuckDeployment() {
        var told = Transcript.of(rollout(3, 100, 125).at(100, Scenarios.desired(4)));
        assertEquals("+2 -1 +1 -1 +1 -1", waves(told));
        assertEquals(2, told.said("deployment completed").size());
    }

    /// A long deregistration delay makes a deployment look stuck (§7).
    @Test
    void deploymentIsCompleteWhenTheOldTargetsHaveDrained() {
        var run = rollout(1, 100, 200).start();
        run.advanceTo(run.header().until());
        var told = Transcript.of(run);
        assertEquals(
                List.of("1m12.615073s draining", "1m22.615073s unused"),
                told.targetsOf("web#1").subList(2, 4));
        assertEquals(
                List.of("1m22.615073s (service web) (deployment ecs-svc/N) deployment completed."),
                told.said("deployment completed").subList(1, 2));
        run.seek(SimInstant.ofSeconds(75));
        assertEquals(List.of("IN_PROGRESS 1", "COMPLETED 0"), deployments(run));
        run.seek(SimInstant.ofSeconds(90));
        assertEquals(List.of("COMPLETED 1"), deployments(run));
    }

    private static List<String> deployments(SimulatedRun run) {
        var service = run.snapshot().services().values().iterator().next();
        return service.deployments().stream()
                .map(d -> d.rolloutState() + " " + d.runningCount())
                .toList();
    }

    @Test
    void revisionThatNeverRunsLeavesTheOldTasksServing() {
        var told =
                Transcript.of(
                        rollout(3, 100, 200)
                                .setup(Scenarios.register("web", "nowhere:1"))
                                .at(100, Scenarios.revision("web:3"))
                                .traffic(5, 100));
        assertEquals(List.of(), told.said("has stopped").stream().skip(2).toList());
        assertEquals(
                List.of("200 served"),
                List.copyOf(
                        told.answers(SimInstant.ofSeconds(100), SimInstant.ofSeconds(400))
                                .keySet()));
    }

    @Test
    void newRevisionInTheMidstOfARolloutReplacesBothOthers() {
        var run =
                rollout(2, 100, 200)
                        .setup(Scenarios.register("web", Scenarios.IMAGE))
                        .at(65, Scenarios.revision("web:3"))
                        .start();
        run.advanceTo(SimInstant.ofSeconds(66));
        assertEquals(List.of("IN_PROGRESS 0", "COMPLETED 2"), deployments(run));
        run.advanceTo(run.header().until());
        assertEquals(List.of("COMPLETED 2"), deployments(run));
        assertEquals(
                List.of("1m6s (service web) stopped 2 pending tasks."),
                Transcript.of(run).said("pending"));
    }

    /// §6.3: only some parameters make a deployment.
    @Test
    void desiredCountIsNoDeploymentButForcingOneIs() {
        var run = Scenarios.service(1).at(60, Scenarios.desired(2)).start();
        run.advanceTo(SimInstant.ofSeconds(100));
        assertEquals(List.of("COMPLETED 2"), deployments(run));
        run.submit(Scenarios.force());
        assertEquals(List.of("IN_PROGRESS 0", "COMPLETED 2"), deployments(run));
    }

    @Test
    void rolloutStateTellsItsReason() {
        var run = Scenarios.service(1).start();
        run.advanceTo(SimInstant.ofSeconds(2));
        var before = run.snapshot().services().values().iterator().next().deployments().getFirst();
        run.advanceTo(SimInstant.ofSeconds(20));
        var after = run.snapshot().services().values().iterator().next().deployments().getFirst();
        assertEquals(
                List.of(
                        RolloutState.IN_PROGRESS,
                        "ECS deployment " + before.id() + " in progress.",
                        RolloutState.COMPLETED,
                        "ECS deployment " + before.id() + " completed."),
                List.of(
                        before.rolloutState(),
                        before.rolloutStateReason(),
                        after.rolloutState(),
                        after.rolloutStateReason()));
        assertEquals("ecs-svc/", before.id().replaceAll("[1-9]\\d{18}$", ""));
    }
}
