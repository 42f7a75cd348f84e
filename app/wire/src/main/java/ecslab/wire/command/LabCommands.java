package ecslab.wire.command;

import ecslab.ecs.Nearest;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the lab's own commands: each stands for what takes many API calls and isn't the topic.
final class LabCommands {

    static final String NETWORK = "lab:Network";
    static final String LOAD_BALANCER = "lab:LoadBalancer";
    static final String SEND_REQUESTS = "lab:SendRequests";
    static final List<String> CALLS =
            Stream.concat(
                            Stream.of(NETWORK, LOAD_BALANCER, SEND_REQUESTS),
                            Stream.of(
                                            FaultCommands.CALLS,
                                            OutageCommands.CALLS,
                                            NeighbourCommands.CALLS,
                                            DeploymentCommands.CALLS,
                                            CapacityCommands.CALLS)
                                    .flatMap(List::stream))
                    .toList();

    private static final List<String> TYPES = List.of("application", "network", "classic");
    private static final int PORT_MAX = 65_535;
    private static final int REQUESTS_MAX = 100;
    private static final String TO_BALANCER = "loadBalancer/";
    private static final String TARGET_GROUP =
            "{\"name\": \"web\", \"targetType\": \"ip\", \"port\": 80}";

    private LabCommands() {}

    static Optional<Command> read(String call, Json json, Problems problems) {
        var fields = Fields.of(json, call, problems);
        if (OutageCommands.CALLS.contains(call)) {
            return fields.map(one -> whole(OutageCommands.read(call, one), one));
        }
        if (FaultCommands.CALLS.contains(call)) {
            return fields.map(one -> whole(FaultCommands.read(call, one), one));
        }
        if (NeighbourCommands.CALLS.contains(call)) {
            return fields.map(one -> whole(NeighbourCommands.read(call, one), one));
        }
        if (DeploymentCommands.CALLS.contains(call)) {
            return fields.map(one -> DeploymentCommands.readLab(call, one));
        }
        if (CapacityCommands.CALLS.contains(call)) {
            return fields.map(one -> CapacityCommands.read(call, one, problems));
        }
        return switch (call) {
            case NETWORK -> fields.map(LabCommands::network);
            case SEND_REQUESTS -> fields.map(LabCommands::sendRequests);
            default -> fields.flatMap(LabCommands::loadBalancer);
        };
    }

    /// Nothing may stand there that wasn't read.
    private static Command whole(Command command, Fields fields) {
        fields.refuseOthers();
        return command;
    }

    private static Command sendRequests(Fields fields) {
        var to = fields.needText("to", "\"loadBalancer/web\"");
        var name = to.startsWith(TO_BALANCER) ? to.substring(TO_BALANCER.length()) : "";
        if (!to.isEmpty() && name.isEmpty()) {
            fields.wrong("to", "must select a load balancer", "\"loadBalancer/web\"");
        }
        var path = beginningWithSlash(fields, "path", "\"/\"").orElse("/");
        var count = Math.toIntExact(fields.needWhole("count", 1, REQUESTS_MAX));
        fields.refuseOthers();
        return new LabCommand.LabSendRequests(name, path, count);
    }

    private static Command network(Fields fields) {
        fields.need("availabilityZones", "[\"us-east-1a\", \"us-east-1b\"]");
        var zones = fields.texts("availabilityZones", "[\"us-east-1a\", \"us-east-1b\"]");
        if (zones.isEmpty() && fields.names().contains("availabilityZones")) {
            fields.wrong("availabilityZones", "has no zone", "[\"us-east-1a\"]");
        }
        var subnets = oneOf(fields, "subnets", List.of("public", "private", "both"));
        var gateways = fields.texts("natGateways", "[\"a\"]");
        var endpoints = fields.texts("endpoints", "[\"ecr.api\", \"ecr.dkr\", \"s3\"]");
        fields.refuseOthers();
        return new LabCommand.LabNetwork(
                zones, !subnets.equals("private"), !subnets.equals("public"), gateways, endpoints);
    }

    private static Optional<Command> loadBalancer(Fields fields) {
        var name = fields.needText("name", "\"web\"");
        var listener = port(fields, "listener");
        var securityGroups = fields.texts("securityGroups", "[\"${securityGroup/alb}\"]");
        var type = fields.givenText("type", "\"network\"");
        if (!TYPES.contains(type.orElse("application"))) {
            fields.wrong("type", "must be one of " + String.join(", ", TYPES), "\"network\"");
        }
        var group = fields.needInside("targetGroup", "a target group", TARGET_GROUP);
        fields.refuseOthers();
        return group.map(inside -> loadBalancer(name, listener, securityGroups, type, inside));
    }

    private static Command loadBalancer(
            String name,
            int listener,
            List<String> securityGroups,
            Given<String> type,
            Fields group) {
        var command =
                new LabCommand.LabLoadBalancer(
                        name,
                        listener,
                        group.needText("name", "\"web\""),
                        oneOf(group, "targetType", List.of("ip", "instance")),
                        port(group, "port"),
                        beginningWithSlash(group, "healthCheckPath", "\"/health\""),
                        group.givenSpan("healthCheckInterval", "\"30s\""),
                        group.givenWhole("unhealthyThreshold", 2, 10),
                        group.givenSpan("deregistrationDelay", "\"300s\""),
                        securityGroups,
                        type);
        group.refuseOthers();
        return command;
    }

    private static Given<String> beginningWithSlash(Fields fields, String name, String example) {
        var path = fields.givenText(name, example);
        if (!path.orElse("/").startsWith("/")) {
            fields.wrong(name, "must begin with /", example);
        }
        return path;
    }

    private static int port(Fields fields, String name) {
        return Math.toIntExact(fields.needWhole(name, 1, PORT_MAX));
    }

    private static String oneOf(Fields fields, String name, List<String> known) {
        var first = "\"" + known.getFirst() + "\"";
        var written = fields.needText(name, first);
        if (!written.isEmpty() && !known.contains(written)) {
            var near = Nearest.to(written, known).map(one -> "\"" + one + "\"").orElse(first);
            fields.wrong(name, "must be one of " + String.join(", ", known), near);
        }
        return written;
    }
}
