package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskDefinition;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;

/// What there is to see of ECS's neighbours at a glance: load balancing, IAM, ECR, the network.
final class NeighbourOverview {

    private NeighbourOverview() {}

    /// Who sends the requests. They are nobody's but the scenario's.
    static List<Block> ofUsers(Sight sight) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(sight.say("inspector.users.note"), Tone.ACCENT));
        for (var balancer : sight.state().loadBalancers().keySet()) {
            blocks.add(
                    Sight.link(
                            sight.say("inspector.users.to"),
                            balancer,
                            Ref.of(Ref.Kind.LOAD_BALANCER, balancer)));
        }
        BalancerOverview.countRequests(sight, blocks);
        return List.copyOf(blocks);
    }

    static List<Block> of(Sight sight, Role role) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("arn", role.arn()));
        blocks.add(
                sight.fact(
                        "trusts",
                        role.trustedServices().isEmpty()
                                ? "-"
                                : String.join(", ", role.trustedServices())));
        blocks.add(sight.heading("policies"));
        for (var policy : role.policyArns()) {
            blocks.add(new Block.Fact(Arns.lastPart(policy), policy, Tone.MUTED));
        }
        if (role.policyArns().isEmpty()) {
            blocks.add(new Block.Note(sight.say("inspector.policies.none"), Tone.WARNING));
        }
        blocks.add(sight.heading("usedBy"));
        var before = blocks.size();
        for (var definition : sight.state().taskDefinitions().values()) {
            use(sight, role, definition, blocks);
        }
        if (blocks.size() == before) {
            blocks.add(new Block.Note(sight.say("inspector.usedBy.none"), Tone.MUTED));
        }
        return List.copyOf(blocks);
    }

    private static void use(Sight sight, Role role, TaskDefinition definition, List<Block> blocks) {
        if (definition.executionRoleArn().equals(role.arn())) {
            blocks.add(use(sight, definition, "inspector.role.execution"));
        }
        if (definition.taskRoleArn().equals(role.arn())) {
            blocks.add(use(sight, definition, "inspector.role.task"));
        }
    }

    private static Block use(Sight sight, TaskDefinition definition, String key) {
        var name = definition.name().toString();
        return new Block.Link(
                "", name, Ref.of(Ref.Kind.TASK_DEFINITION, name), sight.say(key), Tone.MUTED);
    }

    static List<Block> of(Sight sight, Image image) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("imageUri", image.uri()));
        blocks.add(Sight.aws("imageDigest", image.digest()));
        blocks.add(sight.fact("size", image.sizeMib() + " MiB"));
        blocks.add(sight.fact("layers", image.layers()));
        blocks.add(sight.heading("tasks"));
        var before = blocks.size();
        for (var task : sight.state().tasks().values()) {
            var uses =
                    task.containers().stream()
                            .anyMatch(container -> container.image().equals(image.uri()));
            if (uses && !task.isStopped()) {
                blocks.add(sight.line(task));
            }
        }
        if (blocks.size() == before) {
            blocks.add(new Block.Note(sight.say("inspector.tasks.none"), Tone.MUTED));
        }
        return List.copyOf(blocks);
    }

    static List<Block> of(Sight sight, Subnet subnet) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("subnetId", subnet.subnetId()));
        blocks.add(sight.fact("zone", subnet.availabilityZone()));
        blocks.add(Sight.aws("cidrBlock", subnet.cidr()));
        blocks.add(
                new Block.Note(
                        sight.say(
                                subnet.publicRoute()
                                        ? "inspector.subnet.public"
                                        : "inspector.subnet.private"),
                        Tone.ACCENT));
        blocks.add(sight.heading("tasks"));
        sight.state().tasks().values().stream()
                .filter(task -> task.subnetId().equals(subnet.subnetId()) && !task.isStopped())
                .map(sight::line)
                .forEach(blocks::add);
        return List.copyOf(blocks);
    }
}
