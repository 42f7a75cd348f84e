package ecslab.stage.picture;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.stage.log.StatusGloss;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a task card says.
final class TaskWords {

    private TaskWords() {}

    /// Where the task is reached, or what it waits for, or how it ended.
    ///
    /// @param percent of the pull under way; below 0 if there is none
    static String detail(Moment moment, Task task, Optional<Target> target, int percent) {
        return switch (task.lastStatus()) {
            case PROVISIONING -> provisioning(moment, task);
            case PENDING -> pending(moment, task, percent);
            case ACTIVATING ->
                    moment.say(
                            target.isPresent()
                                    ? "picture.task.registering"
                                    : "picture.task.starting");
            case RUNNING -> address(moment, task, target);
            case DEACTIVATING -> moment.say("picture.task.deregistering");
            case STOPPING -> stopping(moment, task);
            case DEPROVISIONING -> moment.say("picture.task.detaching");
            case STOPPED -> ended(task);
        };
    }

    private static String provisioning(Moment moment, Task task) {
        var waits = task.launchType() == LaunchType.EC2 && !task.place().isOnInstance();
        return moment.say(waits ? "picture.task.waiting" : "picture.task.attaching");
    }

    private static String pending(Moment moment, Task task, int percent) {
        if (percent >= 0) {
            return moment.say("picture.task.pulling", "percent", percent);
        }
        return task.time(TaskMoment.PULL_STOPPED_AT).isPresent()
                ? moment.say("picture.task.starting")
                : moment.say("picture.task.beforePull");
    }

    private static String address(Moment moment, Task task, Optional<Target> target) {
        if (target.isPresent()) {
            return addressed(target.get().id());
        }
        if (task.networkInterfaces().isEmpty()) {
            return hostPort(task).orElseGet(() -> moment.say("picture.task.noPort"));
        }
        var port = port(moment, task).map(it -> ":" + it.containerPort()).orElse("");
        return task.networkInterfaces().stream()
                .findFirst()
                .map(it -> it.privateIpv4Address() + port)
                .orElse(moment.say("picture.task.noPort"));
    }

    /// The frame around the card says which instance it is; the port must not be cut off.
    private static String addressed(TargetId target) {
        var address = target.address();
        var shown = address.startsWith("i-") ? InstanceFrame.abbreviated(address) : address;
        return shown + ":" + target.port();
    }

    private static Optional<String> hostPort(Task task) {
        return task.containers().stream()
                .flatMap(container -> container.networkBindings().stream())
                .findFirst()
                .map(binding -> ":" + binding.hostPort() + " → " + binding.containerPort());
    }

    private static Optional<PortMapping> port(Moment moment, Task task) {
        return Optional.ofNullable(moment.state().taskDefinitions().get(task.taskDefinition()))
                .stream()
                .flatMap(definition -> definition.containerDefinitions().stream())
                .flatMap(container -> container.portMappings().stream())
                .findFirst();
    }

    /// Who doesn't run hears no signal.
    private static String stopping(Moment moment, Task task) {
        return exitCode(task)
                .map(code -> "exit " + code)
                .orElse(
                        StatusGloss.hearsSignal(task)
                                ? "SIGTERM"
                                : moment.say("picture.task.stopping"));
    }

    private static String ended(Task task) {
        return exitCode(task).map(code -> "exit " + code + " · ").orElse("") + abridged(why(task));
    }

    private static Optional<Integer> exitCode(Task task) {
        for (var container : task.containers()) {
            if (container.exit() instanceof Exit.Code(int exitCode)) {
                return Optional.of(exitCode);
            }
        }
        return Optional.empty();
    }

    /// ECS's `stoppedReason`, and what the container says if there is no more to it.
    static String why(Task task) {
        return switch (task.stop()) {
            case Stop.NotAsked _ -> containerReason(task);
            case Stop.Asked(_, var reason) -> reason.isEmpty() ? containerReason(task) : reason;
        };
    }

    private static String containerReason(Task task) {
        return task.containers().stream()
                .map(Container::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// An error's name says enough on a card; the rest is in the inspector.
    private static String abridged(String reason) {
        var colon = reason.indexOf(':');
        return colon > 0 && reason.substring(0, colon).endsWith("Error")
                ? reason.substring(0, colon)
                : reason;
    }

    static String spoken(Moment moment, Task task, Optional<Target> target, int percent) {
        var name = moment.nameOf(task.id());
        var status = task.lastStatus().name();
        var known =
                target.map(it ->
                        moment.say(
                                "picture.task.spokenWithTarget",
                                "name",
                                name,
                                "status",
                                status,
                                "health",
                                it.state().printed()));
        return known.orElseGet(
                        () -> moment.say("picture.task.spoken", "name", name, "status", status))
                + ", "
                + detail(moment, task, target, percent)
                + task.containers().stream()
                        .map(container -> ". " + ContainerChip.spoken(moment, container))
                        .collect(Collectors.joining());
    }
}
