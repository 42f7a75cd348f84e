package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
import ecslab.stage.log.NextTry;
import ecslab.stage.log.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What there is to see of a service at a glance.
final class ServiceOverview {

    /// Tasks that have stopped fill no screens; the log has all of them.
    private static final int STOPPED_SHOWN_MAX = 4;

    private ServiceOverview() {}

    static List<Block> of(Sight sight, Service service) {
        var blocks = new ArrayList<Block>();
        blocks.add(counts(sight, service));
        NextTry.of(sight.frame(), service)
                .map(left -> sight.say("inspector.nextTry", "time", NextTry.words(left)))
                .ifPresent(text -> blocks.add(new Block.Note(text, Tone.DANGER)));
        blocks.add(
                Sight.link(
                        sight.say("inspector.taskDefinition"),
                        service.taskDefinition().toString(),
                        Ref.of(Ref.Kind.TASK_DEFINITION, service.taskDefinition().toString())));
        blocks.add(sight.fact("runsOn", service.launchType()));
        blocks.add(sight.fact("bounds", bounds(sight, service)));
        blocks.addAll(ServicePlacement.blocks(sight, service));
        for (var wiring : service.loadBalancers()) {
            blocks.add(targetGroup(sight, wiring.targetGroupArn()));
            if (wiring.advanced().isGiven()) {
                blocks.add(targetGroup(sight, wiring.advanced().alternateTargetGroupArn()));
            }
        }
        if (!service.healthCheckGracePeriod().equals(Duration.ZERO)) {
            blocks.add(sight.fact("grace", service.healthCheckGracePeriod().toSeconds() + " s"));
        }
        blocks.add(requests(sight, service));
        blocks.addAll(UsageOverview.of(sight, service));
        blocks.add(sight.heading("tasks"));
        blocks.addAll(tasks(sight, service));
        blocks.addAll(DeploymentOverview.of(sight, service));
        return List.copyOf(blocks);
    }

    private static Block counts(Sight sight, Service service) {
        var isShort = service.runningCount() < service.desiredCount();
        return new Block.Fact(
                sight.say("inspector.counts"),
                service.desiredCount()
                        + " / "
                        + service.runningCount()
                        + " / "
                        + service.pendingCount(),
                isShort ? Tone.WARNING : Tone.SUCCESS);
    }

    private static String bounds(Sight sight, Service service) {
        var percents = service.deploymentConfiguration();
        return sight.say(
                "inspector.bounds.value",
                "minimum",
                percents.minimumHealthyPercent(),
                "maximum",
                percents.maximumPercent(),
                "least",
                percents.least(service.desiredCount()),
                "most",
                percents.most(service.desiredCount()));
    }

    private static Block targetGroup(Sight sight, String arn) {
        var name = nameOfGroup(arn);
        return new Block.Link(
                sight.say("inspector.targetGroup"),
                name,
                Ref.of(Ref.Kind.TARGET_GROUP, name),
                health(sight, name),
                Tone.MUTED);
    }

    /// The name stands before the last part of the ARN.
    private static String nameOfGroup(String arn) {
        return Arns.lastPart(arn.substring(0, Math.max(0, arn.lastIndexOf('/'))));
    }

    /// `3 healthy, 1 draining`
    static String health(Sight sight, String group) {
        Map<TargetState, Long> counts =
                sight.state().targets().values().stream()
                        .filter(target -> target.id().targetGroup().equals(group))
                        .collect(
                                Collectors.groupingBy(
                                        Target::state,
                                        () -> new EnumMap<>(TargetState.class),
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().printed())
                .collect(Collectors.joining(", "));
    }

    private static Block requests(Sight sight, Service service) {
        var answeredBy = sight.state().requests().answeredBy();
        var answered =
                sight.state().tasks().values().stream()
                        .filter(task -> sight.belongs(task, service.name()))
                        .mapToLong(task -> answeredBy.getOrDefault(task.id(), 0L))
                        .sum();
        return sight.fact("answered", Sight.count(answered));
    }

    private static List<Block> tasks(Sight sight, Service service) {
        var mine =
                sight.state().tasks().values().stream()
                        .filter(task -> sight.belongs(task, service.name()))
                        .toList();
        var lines = new ArrayList<Block>();
        mine.stream().filter(task -> !task.isStopped()).map(sight::line).forEach(lines::add);
        mine.reversed().stream()
                .filter(task -> task.isStopped())
                .limit(STOPPED_SHOWN_MAX)
                .map(sight::line)
                .forEach(lines::add);
        if (lines.isEmpty()) {
            lines.add(new Block.Note(sight.say("inspector.tasks.none"), Tone.MUTED));
        }
        return lines;
    }
}
