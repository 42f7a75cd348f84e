package ecslab.simulator;

import ecslab.ecs.model.Network;
import ecslab.ecs.model.SecurityGroup;
import java.util.List;

/// Who may come in, as security groups have it. A network without any filters nothing.
final class Firewall {

    private Firewall() {}

    /// @param from the groups of who calls; none for somebody outside the VPC
    /// @param to the groups of who is called; none stands for the VPC's default group
    static boolean lets(
            Network network, boolean isOutside, List<String> from, List<String> to, int port) {
        if (network.securityGroups().isEmpty()) {
            return true;
        }
        var callers = isOutside ? List.<String>of() : orDefault(network, from);
        var called = orDefault(network, to);
        return network.securityGroups().stream()
                .filter(group -> called.contains(group.groupId()))
                .flatMap(group -> group.ingress().stream())
                .filter(rule -> rule.covers(port))
                .anyMatch(rule ->
                        rule.source().equals(SecurityGroup.ANYWHERE)
                                || callers.contains(rule.source()));
    }

    private static List<String> orDefault(Network network, List<String> groups) {
        return groups.isEmpty()
                ? network.securityGroups().stream()
                        .filter(group -> group.name().equals(SecurityGroup.DEFAULT))
                        .map(SecurityGroup::groupId)
                        .toList()
                : groups;
    }
}
