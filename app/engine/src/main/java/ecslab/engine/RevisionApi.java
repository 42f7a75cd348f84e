package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.DeleteTaskDefinitionsResponse;
import ecslab.ecs.Response.DeregisterTaskDefinitionResponse;
import ecslab.ecs.Response.DescribeTaskDefinitionResponse;
import ecslab.ecs.Response.ListTaskDefinitionsResponse;
import ecslab.ecs.command.TaskDefinitionCommand.DeleteTaskDefinitions;
import ecslab.ecs.command.TaskDefinitionCommand.DeregisterTaskDefinition;
import ecslab.ecs.command.TaskDefinitionCommand.DescribeTaskDefinition;
import ecslab.ecs.command.TaskDefinitionCommand.ListTaskDefinitions;
import ecslab.ecs.event.Event.TaskDefinitionChange;
import ecslab.ecs.event.Event.TaskDefinitionDeleted;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskDefinitionStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What becomes of revisions: ACTIVE, INACTIVE, DELETE_IN_PROGRESS, and gone when nothing uses them
/// any more (behaviour reference §2.1).
final class RevisionApi {

    private static final int DELETE_MAX = 10;

    private final Desk desk;
    private final Names names;

    RevisionApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /// Tasks and services that use the revision go on, and may still scale.
    Response deregister(DeregisterTaskDefinition command, Runnable accepted) {
        var definition = exactly(command.taskDefinition(), "/taskDefinition");
        if (definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw ApiException.client("/taskDefinition")
                    .because("TaskDefinition is inactive")
                    .remedy(Phrase.of("remedy.taskDefinition.inactive"));
        }
        accepted.run();
        return new DeregisterTaskDefinitionResponse(
                put(definition.withStatus(TaskDefinitionStatus.INACTIVE)));
    }

    /// Only INACTIVE ones are deleted; the others are among the failures.
    Response delete(DeleteTaskDefinitions command, Runnable accepted) {
        var count = command.taskDefinitions().size();
        if (count < 1 || count > DELETE_MAX) {
            throw ApiException.client("/taskDefinitions")
                    .because(OurWords.items("taskDefinitions", DELETE_MAX))
                    .remedy(Phrase.of("remedy.taskDefinitions", "max", DELETE_MAX));
        }
        var found = new ArrayList<TaskDefinition>();
        for (var i = 0; i < count; i++) {
            found.add(exactly(command.taskDefinitions().get(i), "/taskDefinitions/" + i));
        }
        accepted.run();
        var deleted = new ArrayList<TaskDefinition>();
        var failures = new ArrayList<Failure>();
        for (var definition : found) {
            if (definition.status() == TaskDefinitionStatus.ACTIVE) {
                failures.add(
                        new Failure(
                                desk.arns().taskDefinition(definition.name()),
                                "The specified task definition is still in ACTIVE status. Please"
                                        + " deregister the target and try again.",
                                ""));
            } else {
                deleted.add(put(definition.withStatus(TaskDefinitionStatus.DELETE_IN_PROGRESS)));
                lookAgain(definition.name());
            }
        }
        return new DeleteTaskDefinitionsResponse(List.copyOf(deleted), List.copyOf(failures));
    }

    private void lookAgain(TaskDefinitionName name) {
        desk.agenda().wakeAfter(Guesses.DELETE_LOOKS_EVERY, new Wake.DeleteRevision(name));
    }

    /// Is it time for a deleted revision to go?
    void deleteIfUnused(TaskDefinitionName name) {
        if (!desk.state().taskDefinitions.containsKey(name)) {
            return;
        }
        var tasks =
                desk.state().tasks.values().stream()
                        .anyMatch(t -> t.taskDefinition().equals(name) && !t.isStopped());
        var deployments =
                desk.state().services.values().stream()
                        .flatMap(service -> service.deployments().stream())
                        .anyMatch(deployment -> deployment.taskDefinition().equals(name));
        if (tasks || deployments) {
            lookAgain(name);
            return;
        }
        desk.state().taskDefinitions.remove(name);
        desk.journal().report(new TaskDefinitionDeleted(desk.now(), name));
    }

    Response describe(DescribeTaskDefinition command, Runnable accepted) {
        var definition = names.find(command.taskDefinition());
        if (definition.isEmpty()) {
            throw cannotDescribe("/taskDefinition", command.taskDefinition());
        }
        accepted.run();
        return new DescribeTaskDefinitionResponse(definition.get());
    }

    Response list(ListTaskDefinitions command, Runnable accepted) {
        var status = status(command.status().orElse(TaskDefinitionStatus.ACTIVE.name()));
        var family = command.familyPrefix().orElse("");
        accepted.run();
        return new ListTaskDefinitionsResponse(
                desk.state().taskDefinitions.values().stream()
                        .filter(d -> d.status() == status)
                        .map(TaskDefinition::name)
                        .filter(name -> family.isEmpty() || name.family().equals(family))
                        .sorted(Comparator.naturalOrder())
                        .map(desk.arns()::taskDefinition)
                        .toList());
    }

    private static TaskDefinitionStatus status(String text) {
        for (var status : TaskDefinitionStatus.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw ApiException.client("/status")
                .because(OurWords.status(text))
                .remedy(Phrase.of("remedy.taskDefinition.status"));
    }

    /// A family alone won't do here.
    private TaskDefinition exactly(String given, String field) {
        var name = Arns.lastPart(names.plain(given, field));
        var exact = TaskDefinitionName.parse(name);
        if (exact.isEmpty()) {
            throw ApiException.client(field)
                    .because(OurWords.NO_REVISION)
                    .remedy(Phrase.of("remedy.taskDefinition.revision"));
        }
        return Optional.ofNullable(desk.state().taskDefinitions.get(exact.get()))
                .orElseThrow(() -> cannotDescribe(field, name));
    }

    private ApiException cannotDescribe(String field, String name) {
        return ApiException.client(field)
                .because("Unable to describe task definition.")
                .remedy(
                        Phrase.of(
                                "remedy.taskDefinition",
                                "name",
                                Arns.lastPart(name),
                                "known",
                                Names.list(desk.state().taskDefinitions.keySet())));
    }

    private TaskDefinition put(TaskDefinition next) {
        desk.state().taskDefinitions.put(next.name(), next);
        desk.journal().report(new TaskDefinitionChange(desk.now(), next));
        return next;
    }
}
