package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ListResponse;
import ecslab.ecs.command.ReadCommand.ListTasks;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `ListTasks`.
final class ReadTasks {

    private final Desk desk;
    private final Names names;

    ReadTasks(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response list(ListTasks command) {
        var cluster = names.cluster(command.cluster());
        var status = command.desiredStatus().orElse("RUNNING");
        if (!List.of("RUNNING", "PENDING", "STOPPED").contains(status)) {
            throw ApiException.invalidParameter("/desiredStatus")
                    .because("Invalid desiredStatus: " + status)
                    .remedy(Phrase.of("remedy.desiredStatus"));
        }
        if (command.startedBy().isGiven() && isFilteredOtherwise(command)) {
            throw ApiException.invalidParameter("/startedBy")
                    .because("When startedBy is specified, it must be the only filter.")
                    .remedy(Phrase.of("remedy.startedBy.alone"));
        }
        var wanted = filter(command, cluster);
        var arns =
                desk.state().tasks.values().stream()
                        .filter(one -> one.cluster().equals(cluster))
                        .filter(one -> one.desiredStatus().name().equals(status))
                        .filter(wanted)
                        .map(one -> desk.arns().task(cluster, one.id()))
                        .toList();
        var page = Pages.of(arns, command.page());
        return new ListResponse("taskArns", page.items(), page.nextToken());
    }

    private static boolean isFilteredOtherwise(ListTasks command) {
        return command.family().isGiven()
                || command.serviceName().isGiven()
                || command.containerInstance().isGiven();
    }

    private Predicate<Task> filter(ListTasks command, String cluster) {
        var service =
                command.serviceName().isGiven()
                        ? names.service(cluster, command.serviceName().orElse("")).name().service()
                        : "";
        var instance =
                command.containerInstance().isGiven()
                        ? names.containerInstanceId(command.containerInstance().orElse(""))
                        : "";
        var family = command.family().orElse("");
        var startedBy = command.startedBy().orElse("");
        var type = LaunchTypes.checked(command.launchType());
        return task ->
                is(service, task.service().orElse(""))
                        && is(instance, task.place().containerInstance())
                        && is(family, task.taskDefinition().family())
                        && is(startedBy, task.startedBy())
                        && is(type, task.launchType());
    }

    private static boolean is(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static boolean is(Optional<LaunchType> wanted, LaunchType found) {
        return wanted.isEmpty() || wanted.get() == found;
    }
}
