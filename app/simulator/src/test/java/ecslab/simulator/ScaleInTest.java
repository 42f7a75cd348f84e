package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Kind;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §5.2 Who stops when a service is scaled in: from the fullest by the strategy, and where that
/// leaves several, by chance. The instances: a#1 and a#2 in us-east-1a, b#1 in us-east-1b.
class ScaleInTest {

    private static final String SPREAD_ZONES =
            "{\"type\": \"spread\", \"field\": \"attribute:ecs.availability-zone\"}";
    private static final String PACK = "{\"type\": \"binpack\", \"field\": \"memory\"}";

    /// @param strategy of the service from its second minute on; until then tasks are packed, so
    ///   that they stand unevenly
    private static Written.Outcome scaledIn(int from, int to, String strategy) {
        return Written.demo(2, "\"subnets\": \"public\"")
                .setup("lab:StartInstances", instances("a", 2))
                .setup("lab:StartInstances", instances("b", 1))
                .family("web", "bridge", 400, 400, "none")
                .service(
                        "1s",
                        "web",
                        from,
                        ", \"launchType\": \"EC2\", \"placementStrategy\": [" + PACK + "]")
                .at("100s", "ecs:UpdateService", update(from, strategy))
                .at("120s", "ecs:UpdateService", update(to, strategy))
                .until("3m");
    }

    private static String instances(String zone, int count) {
        return "{\"name\": \""
                + zone
                + "\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\", \"count\": "
                + count
                + ", \"subnets\": [\"${subnet/"
                + zone
                + "}\"]}";
    }

    private static String update(int desired, String strategy) {
        return "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": "
                + desired
                + ", \"availabilityZoneRebalancing\": \"DISABLED\", \"placementStrategy\": ["
                + strategy
                + "]}";
    }

    private static String left(Written.Outcome outcome) {
        var counts = new TreeMap<String, Integer>();
        for (var place : outcome.places()) {
            counts.merge(place.substring(place.indexOf(' ') + 1), 1, Integer::sum);
        }
        return counts.toString();
    }

    /// Four fit on an instance: ten are packed as 4, 4 and 2.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Zones 8 and 2: six go from us-east-1a, and of its instances evenly.
                "10 | 4 | `` | {a#1=1, a#2=1, b#1=2}",
                // The most would be free on b#1 after a task has gone: it is emptied first.
                "10 | 8 | binpack | {a#1=4, a#2=4}",
                "10 | 4 | binpack | {a#1=4}",
                "6 | 4 | binpack | {a#1=4}",
                // Two zones and then the least packed: us-east-1a goes down from a#2.
                "10 | 8 | zones then pack | {a#1=4, a#2=2, b#1=2}",
                "10 | 9 | instances | {a#1=3, a#2=4, b#1=2} or {a#1=4, a#2=3, b#1=2}",
            })
    void fullestGoesFirst(int from, int to, String strategy, String expected) {
        var written =
                switch (strategy) {
                    case "binpack" -> PACK;
                    case "zones then pack" -> SPREAD_ZONES + ", " + PACK;
                    case "instances" -> "{\"type\": \"spread\", \"field\": \"instanceId\"}";
                    default -> "";
                };
        var left = left(scaledIn(from, to, written));
        assertEquals(true, List.of(expected.split(" or ")).contains(left), left);
    }

    @Test
    void everyTaskIsToldWithItsScores() {
        var told =
                scaledIn(6, 5, SPREAD_ZONES + ", " + PACK).run().events().stream()
                        .filter(event -> event instanceof Decision one && one.kind() == Kind.VICTIM)
                        .map(event -> (Decision) event)
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of(
                        "victim.candidate.by spread(attribute:ecs.availability-zone) 6 ·"
                                + " binpack(memory) 786",
                        "victim.candidate.by spread(attribute:ecs.availability-zone) 6 ·"
                                + " binpack(memory) 1586"),
                told.candidates().stream()
                        .map(one -> one.why().key() + " " + one.why().values().get("scores"))
                        .distinct()
                        .toList());
        assertEquals(1, told.candidates().stream().filter(one -> one.accepted()).count());
    }
}
