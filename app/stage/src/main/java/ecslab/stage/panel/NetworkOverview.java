package ecslab.stage.panel;

import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.SecurityGroup;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What there is to see at a glance of the VPC with its ways out, and of a registry.
final class NetworkOverview {

    private static final String ALL = "*";

    private NetworkOverview() {}

    /// Empty for anything else, and for what isn't there.
    static Optional<Subject> of(Sight sight, Ref ref) {
        return switch (ref.kind()) {
            case VPC ->
                    Optional.of(sight.state().network())
                            .filter(one -> one.vpcId().equals(ref.id()))
                            .map(one ->
                                    Subject.named(one.vpcId(), "", Tone.MUTED, vpc(sight, one)));
            case REGISTRY -> Optional.of(registry(sight, ref.id()));
            default -> Optional.empty();
        };
    }

    private static List<Block> vpc(Sight sight, Network network) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("CidrBlock", network.cidr()));
        blocks.add(sight.heading("ways"));
        if (network.subnets().stream().anyMatch(subnet -> subnet.publicRoute())) {
            blocks.add(way(sight, "internet gateway", network.internetGatewayOpen()));
        }
        network.natGateways()
                .forEach(one -> blocks.add(way(sight, "NAT gateway " + one.name(), one.open())));
        network.endpoints()
                .forEach(one -> blocks.add(way(sight, "endpoint " + one.service(), one.open())));
        blocks.add(sight.heading("subnets"));
        for (var subnet : network.subnets()) {
            blocks.add(
                    new Block.Link(
                            "",
                            subnet.name() + " · " + subnet.availabilityZone(),
                            Ref.of(Ref.Kind.SUBNET, subnet.subnetId()),
                            sight.say(
                                    subnet.publicRoute()
                                            ? "inspector.subnet.isPublic"
                                            : "inspector.subnet.isPrivate"),
                            Tone.MUTED));
        }
        if (!network.securityGroups().isEmpty()) {
            blocks.add(sight.heading("securityGroups"));
        }
        network.securityGroups().forEach(one -> blocks.add(group(sight, one)));
        return List.copyOf(blocks);
    }

    private static Block way(Sight sight, String name, boolean isOpen) {
        return new Block.Fact(
                name,
                sight.say(isOpen ? "inspector.way.open" : "inspector.way.closed"),
                isOpen ? Tone.SUCCESS : Tone.DANGER);
    }

    private static Block group(Sight sight, SecurityGroup group) {
        var rules =
                group.ingress().stream()
                        .map(rule -> ports(rule) + " ← " + source(sight, rule.source()))
                        .collect(Collectors.joining(", "));
        return new Block.Fact(
                group.name(),
                rules.isEmpty() ? sight.say("inspector.securityGroup.none") : rules,
                rules.isEmpty() ? Tone.WARNING : Tone.MUTED);
    }

    private static String ports(SecurityGroup.Ingress rule) {
        return rule.fromPort() == rule.toPort()
                ? Integer.toString(rule.fromPort())
                : rule.fromPort() + "-" + rule.toPort();
    }

    private static String source(Sight sight, String source) {
        return sight.state().network().securityGroups().stream()
                .filter(one -> one.groupId().equals(source))
                .map(SecurityGroup::name)
                .findFirst()
                .orElse(source);
    }

    private static Subject registry(Sight sight, String host) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(sight.say("inspector.registry.note"), Tone.ACCENT));
        blocks.add(sight.heading("images"));
        for (var image : sight.state().images().values()) {
            if (host.equals(ALL) || ImageName.parse(image.uri()).host().equals(host)) {
                blocks.add(
                        new Block.Link(
                                "",
                                image.shortName(),
                                Ref.of(Ref.Kind.IMAGE, image.uri()),
                                image.sizeMib() + " MiB",
                                Tone.MUTED));
            }
        }
        var name = host.contains(".dkr.ecr.") || host.equals(ALL) ? "ECR" : host;
        return new Subject(name, host.equals(name) ? "" : host, "", Tone.MUTED, blocks);
    }
}
