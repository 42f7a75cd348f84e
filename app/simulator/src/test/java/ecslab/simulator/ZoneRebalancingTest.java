package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §5.5 Availability Zone rebalancing: after a zone was lost and has come back, a steady service
/// moves tasks into it, one start before each stop.
class ZoneRebalancingTest {

    private static Written lostAndBack(int desired, String more) {
        return Written.demo(2, "\"subnets\": \"public\"")
                .setup("lab:StartInstances", instance("a"))
                .setup("lab:StartInstances", instance("b"))
                .family("web", "bridge", 128, 128, "none")
                .service("1s", "web", desired, ", \"launchType\": \"EC2\"" + more)
                .at("60s", "lab:TerminateInstance", "{\"instance\": \"instance/b#1\"}")
                .at("150s", "lab:StartInstances", instance("b"));
    }

    private static String instance(String zone) {
        return "{\"name\": \"%\", \"cluster\": \"demo\", \"instanceType\": \"m5.large\","
                        .replace("%", zone)
                + " \"subnets\": [\"${subnet/"
                + zone
                + "}\"], \"registersIn\": \"5s\"}";
    }

    private static Map<String, Integer> byZone(Written.Outcome outcome) {
        assertEquals(List.of(), Checker.check(outcome.run().events()));
        var counts = new TreeMap<String, Integer>();
        for (Task task : outcome.run().snapshot().tasks().values()) {
            if (!task.isLeaving()) {
                counts.merge(task.availabilityZone(), 1, Integer::sum);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 2, 1", "4, 2, 2", "7, 4, 3", "10, 5, 5"})
    void zonesEndWithEquallyMany(int desired, int inA, int inB) {
        assertEquals(
                Map.of("us-east-1a", inA, "us-east-1b", inB),
                byZone(lostAndBack(desired, "").until("10m")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`, \"availabilityZoneRebalancing\": \"DISABLED\"`",
                "`, \"placementStrategy\": [{\"type\": \"binpack\", \"field\": \"memory\"}]`",
            })
    void withoutItTasksStayWhereTheyAre(String more) {
        assertEquals(Map.of("us-east-1a", 4), byZone(lostAndBack(4, more).until("10m")));
    }

    @Test
    void itIsToldFromItsBeginningToItsEnd() {
        var outcome = lostAndBack(4, "").until("10m");
        var told = outcome.told().said("AZ");
        assertEquals(
                List.of(
                        "service (web) is not AZ balanced with 4 tasks in us-east-1a and 0 in"
                                + " us-east-1b. AZ Rebalancing in progress.",
                        "web has started 2 tasks in us-east-1b to AZ Rebalance: (task web#7) (task"
                                + " web#8).",
                        "web has stopped 1 running tasks in us-east-1a due to AZ rebalancing:",
                        "web has stopped 1 running tasks in us-east-1a due to AZ rebalancing:",
                        "service (web) is AZ balanced with 2 tasks in us-east-1a and 2 tasks in"
                                + " us-east-1b."),
                told.stream()
                        .map(one -> one.substring(one.indexOf(' ') + 1))
                        .map(one ->
                                one.contains("has stopped")
                                        ? one.substring(0, one.indexOf(" (task"))
                                        : one)
                        .toList());
        assertEquals(
                List.of(
                        "SERVICE_REBALANCING_STARTED",
                        "TASKS_STARTED",
                        "SERVICE_REBALANCING_COMPLETED"),
                outcome.run().events().stream()
                        .filter(Event.ServiceAction.class::isInstance)
                        .map(event -> ((Event.ServiceAction) event).eventName())
                        .filter(name ->
                                name.contains("REBALANCING") || name.equals("TASKS_STARTED"))
                        .toList());
    }

    /// Never fewer than the desired count run: the new ones are healthy before the old ones stop.
    @Test
    void nothingIsLostOnTheWay() {
        var outcome = lostAndBack(4, "").until("10m");
        var least = 4;
        for (var event : outcome.run().events()) {
            if (event instanceof Event.ServiceChange(var at, var service)
                    && at.isAfter(SimInstant.ofSeconds(160))) {
                least = Math.min(least, service.runningCount());
            }
        }
        assertEquals(4, least);
    }

    /// A deployment comes first, and the service is looked at again when it is steady.
    @Test
    void deploymentEndsIt() {
        var outcome =
                lostAndBack(4, "")
                        .at(
                                "165s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"forceNewDeployment\": true}")
                        .until("10m");
        assertTrue(
                outcome.run().events().stream()
                        .anyMatch(event ->
                                event instanceof Event.ServiceAction act
                                        && act.eventName().equals("SERVICE_REBALANCING_STOPPED")));
        assertEquals(Map.of("us-east-1a", 2, "us-east-1b", 2), byZone(outcome));
    }

    /// §6.5 A deployment that has failed starts no tasks, however uneven the zones are.
    @Test
    void failedDeploymentMovesNothing() {
        var outcome =
                Written.demo(2, "\"subnets\": \"public\"")
                        .setup("lab:StartInstances", instance("a"))
                        .setup("lab:Alarm", "{\"name\": \"errors\", \"state\": \"OK\"}")
                        .family("web", "bridge", 128, 128, "none")
                        .service(
                                "30s",
                                "web",
                                4,
                                ", \"launchType\": \"EC2\", \"deploymentConfiguration\":"
                                        + " {\"bakeTimeInMinutes\": 5, \"alarms\":"
                                        + " {\"alarmNames\": [\"errors\"], \"enable\": true,"
                                        + " \"rollback\": false}}")
                        .at(
                                "90s",
                                "cloudwatch:SetAlarmState",
                                "{\"AlarmName\": \"errors\", \"StateValue\": \"ALARM\","
                                        + " \"StateReason\": \"5xx\"}")
                        .at("150s", "lab:StartInstances", instance("b"))
                        .until("10m");
        assertEquals(
                List.of(RolloutState.FAILED),
                outcome.run().snapshot().services().values().stream()
                        .map(service -> service.deployments().getFirst().rolloutState())
                        .toList());
        assertEquals(Map.of("us-east-1a", 4), byZone(outcome));
    }

    /// An instance that starts in a zone that is out isn't heard before the zone is back.
    @Test
    void instanceOfAZoneThatIsOutRegistersLater() {
        var heard =
                Written.demo(2, "\"subnets\": \"public\"")
                        .at("10s", "lab:ZoneOutage", "{\"zone\": \"us-east-1b\"}")
                        .at("20s", "lab:StartInstances", instance("b"))
                        .at("120s", "lab:ZoneBack", "{\"zone\": \"us-east-1b\"}")
                        .until("200s")
                        .run()
                        .events()
                        .stream()
                        .filter(Event.ContainerInstanceChange.class::isInstance)
                        .map(Event::at)
                        .toList();
        assertTrue(heard.getFirst().isAfter(SimInstant.ofSeconds(119)), heard::toString);
    }

    /// What is started for a zone that is out comes up elsewhere: to go on would only wear out the
    /// tasks that are left.
    @Test
    void nothingIsMovedWhileAZoneIsOut() {
        var run =
                new Balanced()
                        .service("web", 4)
                        .at(
                                "41s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"healthCheckGracePeriodSeconds\": 0}")
                        .at("60s", "lab:ZoneOutage", "{\"zone\": \"us-east-1a\"}")
                        .at("240s", "lab:ZoneBack", "{\"zone\": \"us-east-1a\"}")
                        .until("10m")
                        .play();
        var moved =
                run.events().stream()
                        .filter(Event.ServiceEvent.class::isInstance)
                        .map(Event.ServiceEvent.class::cast)
                        .filter(event -> event.message().contains("to AZ Rebalance"))
                        .map(Event::at)
                        .toList();
        assertEquals(List.of(), Checker.check(run.events()));
        assertTrue(!moved.isEmpty(), "it is balanced again later");
        assertTrue(moved.getFirst().isAfter(SimInstant.ofSeconds(239)), moved::toString);
    }

    private static List<String> held(Written.Outcome outcome) {
        return outcome.run().events().stream()
                .filter(event -> event instanceof Decision)
                .map(event -> ((Decision) event).outcome().key())
                .filter(key -> key.startsWith("rebalance.") && !key.startsWith("rebalance.st"))
                .toList();
    }

    /// It says once what holds it, and goes on when that ends.
    @Test
    void protectedTasksHoldIt() {
        var outcome =
                lostAndBack(2, "")
                        .at(
                                "110s",
                                "ecs:UpdateTaskProtection",
                                "{\"cluster\": \"demo\", \"tasks\": [\"${task/web#1}\"],"
                                        + " \"protectionEnabled\": true, \"expiresInMinutes\": 2}")
                        .until("10m");
        assertEquals(List.of("rebalance.protected"), held(outcome));
        assertEquals(Map.of("us-east-1a", 1, "us-east-1b", 1), byZone(outcome));
    }

    /// EC2 instances that are there count, and ECS adds none for it.
    @Test
    void zoneWithoutRoomHoldsIt() {
        var outcome =
                Written.demo(2, "\"subnets\": \"public\"")
                        .setup("lab:StartInstances", instance("a"))
                        .family("web", "bridge", 128, 1_500, "none")
                        .service("1s", "web", 2, ", \"launchType\": \"EC2\"")
                        .at(
                                "90s",
                                "lab:StartInstances",
                                instance("b").replace("m5.large", "t3.micro"))
                        .until("10m");
        assertEquals(List.of("rebalance.noRoom"), held(outcome));
        assertEquals(Map.of("us-east-1a", 2), byZone(outcome));
    }
}
