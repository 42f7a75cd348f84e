package ecslab.simulator;

import static ecslab.simulator.Balanced.answers;
import static ecslab.simulator.Balanced.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.TargetHealthChange;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.model.TargetState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many requests come, and what they do to tasks.
class TrafficTest {

    private static List<UtilizationReport> reports(SimulatedRun run) {
        return run.events().stream()
                .filter(UtilizationReport.class::isInstance)
                .map(UtilizationReport.class::cast)
                .toList();
    }

    private static Balanced troubled() {
        return new Balanced()
                .service("web", 3)
                .users("\"client\": {\"retries\": 1}, \"paths\": {\"/\": 3, \"/api\": 1}")
                .at(
                        "60s",
                        "lab:KillContainer",
                        "{\"task\": \"task/web#1\", \"container\": \"web\"}")
                .at("80s", "lab:DropRoute", "{\"of\": \"task/web#2\"}");
    }

    /// The same scenario, told in both ways: the same requests end in the same way.
    @Test
    void eachAndWindowsCountTheSame() {
        var each = troubled().play();
        var windows = troubled().windows().play();
        assertEquals(answers(each), answers(windows));
        assertEquals(served(each, false), served(windows, false));
        assertEquals(each.snapshot().requests(), windows.snapshot().requests());
        assertEquals(reports(each), reports(windows));
        assertTrue(windows.events().size() < each.events().size());
    }

    @Test
    void playedInStepsItIsTheSame() {
        var whole = troubled().windows().play();
        var stepped = SimulatedRun.start(troubled().windows().scenario());
        while (stepped.now().isBefore(stepped.header().until())) {
            stepped.seek(stepped.now().plus(Duration.ofMillis(73)));
        }
        assertEquals(whole.events(), stepped.events());
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 60, 80})
    void branchGoesOnAsTheRunDid(int second) {
        var whole = troubled().windows().play();
        var branch = whole.branch(ecslab.ecs.time.SimInstant.ofSeconds(second), "again");
        branch.seek(whole.header().until());
        assertEquals(whole.events(), branch.events());
    }

    private static List<Long> sentBySecond(String shape) {
        var run = new Balanced().shape(shape).until("80s").play();
        var counts = new ArrayList<Long>();
        for (var second = 40; second < 80; second += 10) {
            var from = second;
            counts.add(
                    run.events().stream()
                            .filter(RequestSent.class::isInstance)
                            .filter(one -> one.at().micros() / 1_000_000 >= from)
                            .filter(one -> one.at().micros() / 1_000_000 < from + 10)
                            .count());
        }
        return counts;
    }

    @Test
    void shapesSayHowManyCome() {
        assertEquals(List.of(200L, 200L, 200L, 200L), sentBySecond("{\"steady\": \"20/s\"}"));
        assertEquals(
                List.of(50L, 400L, 50L, 50L),
                sentBySecond(
                        "{\"spike\": {\"base\": \"5/s\", \"peak\": \"40/s\", \"at\": \"10s\","
                                + " \"lasts\": \"10s\"}}"));
        var wave = "{\"wave\": {\"low\": \"0/s\", \"high\": \"40/s\", \"period\": \"40s\"}}";
        assertEquals(List.of(100L, 300L, 300L, 100L), sentBySecond(wave));
    }

    /// 20 requests a second of 5 ms on a quarter of a vCPU: 40 per cent.
    @Test
    void cpuFollowsFromRequests() {
        var report = reports(new Balanced().service("web", 1).play()).getLast();
        assertEquals(400, report.cpuPermille(), 5);
        assertEquals(200, report.latencies().count(), 2);
        assertEquals(41, report.latencies().percentile(50).toMillis(), 5);
    }

    /// A quarter of a vCPU serves 50 requests of 5 ms a second; 60 make a queue that grows by 10 a
    /// second, each of which waits 20 ms more than the one before.
    @Test
    void saturationMakesLatenciesGrow() {
        var run =
                new Balanced()
                        .windows()
                        .shape("{\"steady\": \"60/s\"}")
                        .service("web", 1)
                        .at(
                                "41s",
                                "elbv2:ModifyTargetGroup",
                                "{\"TargetGroupArn\": \"${targetGroup/web}\","
                                        + " \"UnhealthyThresholdCount\": 10}")
                        .until("100s")
                        .play();
        var reports = reports(run);
        var last = reports.getLast();
        assertEquals(1_000, last.cpuPermille(), 5);
        assertTrue(last.latencies().percentile(50).toMillis() > 7_000);
        assertTrue(
                reports.get(reports.size() - 2)
                                .latencies()
                                .percentile(50)
                                .compareTo(last.latencies().percentile(50))
                        < 0);
    }

    @Test
    void drainingLosesNoneWithinTheDelay() {
        assertEquals(java.util.Set.of("200 served"), answers(rolledOut("20s")).keySet());
    }

    /// Without a delay, what a leaving task works on is lost: a request takes 2 s, so it is what
    /// was sent to it in the 2 s before.
    @Test
    void withoutADelayWhatIsUnderWayIsLost() {
        var run = rolledOut("0s");
        var underWay = 0L;
        for (var event : run.events()) {
            if (event instanceof TargetHealthChange(var at, var target)
                    && target.state() == TargetState.DRAINING) {
                underWay +=
                        run.events().stream()
                                .filter(RequestRouted.class::isInstance)
                                .map(RequestRouted.class::cast)
                                .filter(one -> one.task().equals(target.task()))
                                .filter(one -> one.at().isAfter(at.minus(Duration.ofSeconds(2))))
                                .count();
            }
        }
        assertTrue(underWay > 20, "" + underWay);
        assertEquals(underWay, answers(run).get("502 deregistered"));
    }

    private static SimulatedRun rolledOut(String delay) {
        return new Balanced()
                .delay(delay)
                .request("\"cpuMillis\": 0, \"time\": \"2s\"")
                .service("web", 2)
                .at(
                        "60s",
                        "ecs:UpdateService",
                        "{\"cluster\": \"demo\", \"service\": \"web\","
                                + " \"forceNewDeployment\": true}")
                .until("160s")
                .play();
    }
}
