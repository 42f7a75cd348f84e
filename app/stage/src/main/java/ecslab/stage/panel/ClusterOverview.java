package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskDefinition;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What there is to see of a cluster, and of a task definition, at a glance.
final class ClusterOverview {

    private ClusterOverview() {}

    static List<Block> of(Sight sight, ClusterDescription cluster) {
        var blocks = new ArrayList<Block>();
        blocks.add(Sight.aws("runningTasksCount", cluster.runningTasksCount()));
        blocks.add(Sight.aws("pendingTasksCount", cluster.pendingTasksCount()));
        blocks.add(Sight.aws("activeServicesCount", cluster.activeServicesCount()));
        blocks.add(sight.heading("services"));
        var before = blocks.size();
        for (var service : sight.state().services().values()) {
            if (service.name().cluster().equals(cluster.name())) {
                blocks.add(
                        new Block.Link(
                                "",
                                service.name().service(),
                                Ref.service(service.name()),
                                service.runningCount() + " / " + service.desiredCount(),
                                Tone.MUTED));
            }
        }
        if (blocks.size() == before) {
            blocks.add(new Block.Note(sight.say("inspector.services.none"), Tone.MUTED));
        }
        var alone =
                sight.state().tasks().values().stream()
                        .filter(task -> task.cluster().equals(cluster.name()))
                        .filter(task -> task.service().isEmpty() && !task.isStopped())
                        .map(sight::line)
                        .toList();
        if (!alone.isEmpty()) {
            blocks.add(sight.heading("standalone"));
            blocks.addAll(alone);
        }
        return List.copyOf(blocks);
    }

    static List<Block> of(Sight sight, TaskDefinition definition) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(sight.say("inspector.taskDefinition.note"), Tone.ACCENT));
        blocks.add(Sight.aws("networkMode", definition.networkMode().printed()));
        blocks.add(
                Sight.aws(
                        "compatibilities",
                        definition.compatibilities().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
        blocks.add(sight.fact("size", Sight.size(definition.cpuUnits(), definition.memoryMib())));
        role(blocks, sight.say("inspector.executionRole"), definition.executionRoleArn());
        role(blocks, sight.say("inspector.taskRole"), definition.taskRoleArn());
        blocks.addAll(NeedsOverview.of(sight, definition));
        blocks.add(sight.heading("containers"));
        definition.containerDefinitions().forEach(one -> container(sight, one, blocks));
        blocks.add(sight.heading("usedBy"));
        var before = blocks.size();
        for (var service : sight.state().services().values()) {
            if (service.taskDefinition().equals(definition.name())) {
                blocks.add(Sight.link("", service.name().service(), Ref.service(service.name())));
            }
        }
        sight.state().tasks().values().stream()
                .filter(task -> task.taskDefinition().equals(definition.name()))
                .filter(task -> !task.isStopped())
                .map(sight::line)
                .forEach(blocks::add);
        if (blocks.size() == before) {
            blocks.add(new Block.Note(sight.say("inspector.usedBy.none"), Tone.MUTED));
        }
        return List.copyOf(blocks);
    }

    private static void role(List<Block> blocks, String name, String arn) {
        var role = Arns.lastPart(arn);
        blocks.add(
                arn.isEmpty()
                        ? new Block.Fact(name, "-", Tone.MUTED)
                        : Sight.link(name, role, Ref.of(Ref.Kind.ROLE, role)));
    }

    private static void container(Sight sight, ContainerDefinition one, List<Block> blocks) {
        var ports =
                one.portMappings().stream()
                        .map(port -> ":" + port.containerPort())
                        .collect(Collectors.joining(" "));
        var parts = new ArrayList<String>();
        if (one.essential()) {
            parts.add("essential");
        }
        if (!ports.isEmpty()) {
            parts.add(ports);
        }
        if (one.memoryMib() > 0) {
            parts.add(one.memoryMib() + " MiB");
        }
        blocks.add(new Block.Fact(one.name(), String.join(" · ", parts), Tone.MUTED));
        blocks.add(
                Sight.link(
                        sight.say("inspector.image"),
                        Arns.lastPart(one.image()),
                        Ref.of(Ref.Kind.IMAGE, one.image())));
    }
}
