package ecslab.engine;

import ecslab.ecs.model.HostResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How many empty instances of one type some tasks fill, packed one by one into the first that has
/// room: the estimate that managed scaling starts from (behaviour reference §8.5).
///
/// @param bins how many instances
/// @param excluded how many tasks don't fit into an empty one: they aren't counted
record Packing(int bins, int excluded) {

    static Packing of(List<Reservation> tasks, HostResources empty) {
        var bins = new ArrayList<HostResources>();
        var excluded = 0;
        for (var needs : tasks) {
            if (after(empty, needs).isPresent()) {
                pack(bins, empty, needs);
            } else {
                excluded++;
            }
        }
        return new Packing(bins.size(), excluded);
    }

    private static void pack(List<HostResources> bins, HostResources empty, Reservation needs) {
        for (var i = 0; i < bins.size(); i++) {
            var rest = after(bins.get(i), needs);
            if (rest.isPresent()) {
                bins.set(i, rest.get());
                return;
            }
        }
        bins.add(after(empty, needs).orElseThrow());
    }

    private static Optional<HostResources> after(HostResources bin, Reservation needs) {
        var rest =
                new HostResources(
                        bin.cpuUnits() - needs.cpuUnits(),
                        bin.memoryMib() - needs.memoryMib(),
                        Stream.concat(bin.ports().stream(), needs.ports().stream()).toList(),
                        List.of(),
                        bin.enis() - needs.enis(),
                        bin.gpus() - needs.gpus());
        var fits =
                rest.cpuUnits() >= 0
                        && rest.memoryMib() >= 0
                        && rest.enis() >= 0
                        && rest.gpus() >= 0
                        && Collections.disjoint(bin.ports(), needs.ports());
        return fits ? Optional.of(rest) : Optional.empty();
    }
}
