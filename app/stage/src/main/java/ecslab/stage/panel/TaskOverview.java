package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.StatusGloss;
import ecslab.stage.log.StopGloss;
import ecslab.stage.log.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What there is to see of a task at a glance.
final class TaskOverview {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Sight sight;
    private final Task task;
    private final List<Block> blocks = new ArrayList<>();

    private TaskOverview(Sight sight, Task task) {
        this.sight = sight;
        this.task = task;
    }

    static List<Block> of(Sight sight, Task task) {
        return new TaskOverview(sight, task).all();
    }

    private List<Block> all() {
        blocks.add(new Block.TaskActions(task.id(), !task.isLeaving()));
        explain();
        pull();
        belonging();
        place();
        blocks.addAll(UsageOverview.of(sight, task));
        blocks.add(sight.heading("life"));
        blocks.add(new Block.Life(life()));
        blocks.add(sight.heading("containers"));
        task.containers().forEach(this::container);
        return List.copyOf(blocks);
    }

    private void explain() {
        if (task.stop() instanceof Stop.Asked(var code, var reason)) {
            blocks.add(Sight.aws("stopCode", code.printed()));
            blocks.add(Sight.aws("stoppedReason", reason.isEmpty() ? "-" : reason));
            StopGloss.of(task.stop())
                    .ifPresent(gloss ->
                            blocks.add(new Block.Note(sight.say(gloss.key()), Tone.WARNING)));
        } else {
            blocks.add(
                    new Block.Note(
                            sight.say(StatusGloss.keyFor(task)), Tone.of(task.lastStatus())));
        }
    }

    private void pull() {
        var pull = sight.state().pulls().get(task.id());
        if (pull != null) {
            var share = pull.shareAt(sight.frame().at());
            blocks.add(
                    new Block.Progress(
                            sight.say("inspector.pull", "image", ecrName(pull.image())),
                            Math.round(share * 100) + " %",
                            share,
                            Tone.WARNING));
        }
    }

    /// Only while scale-in and deployments must leave the task alone.
    private void protection() {
        var protectedTask = sight.state().rollouts().protectedTasks().get(task.id());
        if (protectedTask != null) {
            blocks.add(sight.fact("protectedUntil", sight.at(protectedTask.expirationDate())));
        }
    }

    private void belonging() {
        task.service()
                .ifPresent(name ->
                        blocks.add(
                                Sight.link(
                                        sight.say("inspector.service"),
                                        name,
                                        Ref.service(new ServiceName(task.cluster(), name)))));
        blocks.add(
                Sight.link(
                        sight.say("inspector.taskDefinition"),
                        task.taskDefinition().toString(),
                        Ref.of(Ref.Kind.TASK_DEFINITION, task.taskDefinition().toString())));
        target().ifPresent(blocks::add);
        protection();
        var answered = sight.state().requests().answeredBy().getOrDefault(task.id(), 0L);
        if (answered > 0) {
            blocks.add(sight.fact("answered", Sight.count(answered)));
        }
    }

    private Optional<Block> target() {
        return sight.state().targets().values().stream()
                .filter(target -> target.task().equals(task.id()))
                .findFirst()
                .map(target ->
                        new Block.Link(
                                sight.say("inspector.target"),
                                target.id().targetGroup(),
                                Ref.of(Ref.Kind.TARGET_GROUP, target.id().targetGroup()),
                                target.state().printed(),
                                Tone.of(target.state())));
    }

    private void place() {
        blocks.add(
                sight.fact(
                        "runsOn",
                        task.launchType() + " · " + Sight.size(task.cpuUnits(), task.memoryMib())));
        blocks.add(sight.fact("zone", task.availabilityZone()));
        for (var eni : task.networkInterfaces()) {
            var publicAddress =
                    eni.publicIpv4Address().isEmpty() ? "" : " · " + eni.publicIpv4Address();
            blocks.add(sight.fact("address", eni.privateIpv4Address() + publicAddress));
            blocks.add(Sight.aws("ENI", eni.eniId()));
        }
        blocks.add(Sight.aws("desiredStatus", task.desiredStatus()));
    }

    private List<Block.State> life() {
        var states = new ArrayList<Block.State>();
        var statuses = TaskStatus.values();
        for (var index = 0; index < statuses.length; index++) {
            var status = statuses[index];
            var reached = reachedByNow(status);
            states.add(
                    new Block.State(
                            status.toString(),
                            reached.map(sight::at).orElse(""),
                            reached.map(from -> lasted(from, status)).orElse(""),
                            stage(status, reached.isPresent()),
                            Tone.of(status)));
        }
        return List.copyOf(states);
    }

    private Block.Stage stage(TaskStatus status, boolean wasReached) {
        if (status == task.lastStatus()) {
            return Block.Stage.NOW;
        }
        if (status.precedes(task.lastStatus())) {
            return wasReached ? Block.Stage.PAST : Block.Stage.SKIPPED;
        }
        return Block.Stage.AHEAD;
    }

    /// What is remembered goes to the frontier; the reader may stand before it.
    private Optional<SimInstant> reachedByNow(TaskStatus status) {
        return sight.memory()
                .reached(task.id(), status)
                .filter(at -> !at.isAfter(sight.frame().at()))
                .filter(_ -> !task.lastStatus().precedes(status));
    }

    private String lasted(SimInstant from, TaskStatus status) {
        if (status == TaskStatus.STOPPED) {
            return "";
        }
        var next = sight.frame().at();
        for (var later : TaskStatus.values()) {
            var reached = reachedByNow(later);
            if (status.precedes(later) && reached.isPresent()) {
                next = reached.get();
                break;
            }
        }
        var seconds = next.since(from).toMillis() / MILLIS_PER_SECOND;
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private void container(Container container) {
        blocks.add(
                new Block.Fact(
                        container.name(),
                        container.lastStatus() + exit(container),
                        container.reason().isEmpty() ? Tone.MUTED : Tone.DANGER));
        blocks.add(
                Sight.link(
                        sight.say("inspector.image"),
                        ecrName(container.image()),
                        Ref.of(Ref.Kind.IMAGE, container.image())));
        if (!container.reason().isEmpty()) {
            blocks.add(new Block.Note(container.reason(), Tone.DANGER));
        }
    }

    private static String exit(Container container) {
        return switch (container.exit()) {
            case Exit.None() -> "";
            case Exit.Code(int code) -> " · exitCode " + code;
        };
    }

    private static String ecrName(String image) {
        return Arns.lastPart(image);
    }
}
