package ecslab.simulator;

import ecslab.ecs.model.Subnet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who has which private address. A subnet of 256 addresses has 251 to give.
final class Addresses {

    /// The first four addresses and the last one of a subnet are AWS's own.
    private static final int FIRST_HOST = 4;

    private static final int HOSTS = 251;

    /// By subnet id: how many were given out so far, so that an address that was given back is
    /// given out again as late as possible.
    private final TreeMap<String, Integer> given = new TreeMap<>();

    /// By subnet id: the host numbers in use.
    private final TreeMap<String, TreeSet<Integer>> taken = new TreeMap<>();

    /// By subnet id: those that somebody else has filled.
    private final TreeSet<String> full = new TreeSet<>();

    Addresses copy() {
        var copy = new Addresses();
        copy.given.putAll(given);
        taken.forEach((subnet, hosts) -> copy.taken.put(subnet, new TreeSet<>(hosts)));
        copy.full.addAll(full);
        return copy;
    }

    /// Somebody else takes every address that is left, or gives them back.
    void fill(String subnetId, boolean isFull) {
        if (isFull) {
            full.add(subnetId);
        } else {
            full.remove(subnetId);
        }
    }

    /// An address that nobody has; empty if all are taken.
    Optional<String> take(Subnet subnet) {
        if (full.contains(subnet.subnetId())) {
            return Optional.empty();
        }
        var hosts = taken.computeIfAbsent(subnet.subnetId(), _ -> new TreeSet<>());
        if (hosts.size() == HOSTS) {
            return Optional.empty();
        }
        int next = given.getOrDefault(subnet.subnetId(), 0);
        for (var i = 0; i < HOSTS; i++) {
            var host = FIRST_HOST + (next + i) % HOSTS;
            if (hosts.add(host)) {
                given.put(subnet.subnetId(), next + i + 1);
                return Optional.of(network(subnet) + host);
            }
        }
        return Optional.empty();
    }

    void giveBack(Subnet subnet, String address) {
        var host = Integer.parseInt(address.substring(network(subnet).length()));
        taken.computeIfPresent(
                subnet.subnetId(),
                (_, hosts) -> {
                    hosts.remove(host);
                    return hosts;
                });
    }

    /// What the addresses of a subnet have in common, with its last dot.
    private static String network(Subnet subnet) {
        return subnet.cidr().substring(0, subnet.cidr().lastIndexOf('.') + 1);
    }
}
