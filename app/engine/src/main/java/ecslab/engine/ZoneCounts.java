package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// How many tasks of a service are in each Availability Zone that it may use.
final class ZoneCounts {

    private final TreeMap<String, Integer> byZone = new TreeMap<>();

    private ZoneCounts() {}

    /// From where to where a task is to be moved.
    record Move(String from, String to) {}

    static ZoneCounts of(List<String> zones) {
        var counts = new ZoneCounts();
        zones.forEach(zone -> counts.byZone.put(zone, 0));
        return counts;
    }

    /// Tasks elsewhere can't be balanced.
    void add(String zone) {
        byZone.computeIfPresent(zone, (_, count) -> count + 1);
    }

    /// What evens the zones out by one; empty if no two of them differ by more than one task.
    ///
    /// @param underWay tasks that have started already and for which others are still to stop
    Optional<Move> move(int underWay) {
        var after = new ZoneCounts();
        after.byZone.putAll(byZone);
        if (byZone.size() < 2) {
            return Optional.empty();
        }
        for (var i = 0; i < underWay; i++) {
            after.byZone.merge(after.fullest(), -1, Integer::sum);
        }
        var from = after.fullest();
        var to = after.emptiest();
        return after.count(from) - after.count(to) > 1
                ? Optional.of(new Move(from, to))
                : Optional.empty();
    }

    private int count(String zone) {
        return byZone.getOrDefault(zone, 0);
    }

    String fullest() {
        var best = byZone.firstKey();
        for (var zone : byZone.entrySet()) {
            best = zone.getValue() > count(best) ? zone.getKey() : best;
        }
        return best;
    }

    private String emptiest() {
        var best = byZone.firstKey();
        for (var zone : byZone.entrySet()) {
            best = zone.getValue() < count(best) ? zone.getKey() : best;
        }
        return best;
    }

    /// As ECS tells of what is not balanced: `2 tasks in a, 0 in b, and 1 in c`.
    String unbalanced() {
        return told("");
    }

    /// As ECS tells of what is balanced: `2 tasks in a, 1 tasks in b, and 1 tasks in c`.
    String balanced() {
        return told(" tasks");
    }

    private String told(String word) {
        var parts = new ArrayList<String>();
        byZone.forEach((zone, count) ->
                parts.add(count + (parts.isEmpty() ? " tasks" : word) + " in " + zone));
        var last = parts.removeLast();
        return parts.isEmpty()
                ? last
                : String.join(", ", parts) + (parts.size() > 1 ? "," : "") + " and " + last;
    }

    List<Candidate> candidates(String taken) {
        var candidates = new ArrayList<Candidate>();
        byZone.forEach((zone, count) ->
                candidates.add(
                        new Candidate(
                                zone,
                                zone.equals(taken),
                                Phrase.of("rebalance.zone", "count", count))));
        return candidates;
    }

    /// What each zone should have.
    String arithmetic(int desired) {
        var zones = byZone.size();
        return "desiredCount ÷ AZs = "
                + desired
                + " ÷ "
                + zones
                + " = "
                + desired / zones
                + (desired % zones == 0 ? "" : " … " + (desired / zones + 1));
    }
}
