package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.TaskProtectionResponse;
import ecslab.ecs.command.DeploymentCommand.GetTaskProtection;
import ecslab.ecs.command.DeploymentCommand.UpdateTaskProtection;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Event.TaskProtectionChange;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Task scale-in protection: a protected task is stopped neither by scale-in nor by a deployment
/// (API Reference, *UpdateTaskProtection*).
final class ProtectionApi {

    private static final int TASKS_MAX = 10;
    private static final int MINUTES_DEFAULT = 120;
    private static final int MINUTES_MAX = 2_880;

    private final Desk desk;
    private final Names names;

    ProtectionApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response update(UpdateTaskProtection command, Runnable accepted) {
        checkTasks(command.tasks());
        int minutes = command.expiresInMinutes().orElse(MINUTES_DEFAULT);
        if (minutes < 1 || minutes > MINUTES_MAX) {
            throw ApiException.invalidParameter("/expiresInMinutes")
                    .because("expiresInMinutes must be 1 to " + MINUTES_MAX + ".")
                    .remedy(Phrase.of("remedy.protection.minutes"));
        }
        var cluster = names.cluster(Given.of(command.cluster()));
        var ids = command.tasks().stream().map(names::taskId).toList();
        accepted.run();
        var told = new ArrayList<ProtectedTask>();
        var failures = new ArrayList<Failure>();
        for (var id : ids) {
            var task = desk.state().tasks.get(id);
            var failed = failure(id.hex(), task);
            if (!failed.isEmpty() || task == null) {
                failures.addAll(failed);
                continue;
            }
            var until = desk.now().plus(Duration.ofMinutes(minutes));
            told.add(put(new ProtectedTask(task.id(), command.protectionEnabled(), until)));
            if (command.protectionEnabled()) {
                desk.agenda()
                        .wakeAfter(
                                Duration.ofMinutes(minutes),
                                new Wake.ProtectionOver(task.id(), until));
            }
            desk.reconcileSoon(desk.serviceOf(task));
        }
        NotDone.tell(desk, cluster, failures);
        return new TaskProtectionResponse(List.copyOf(told), List.copyOf(failures));
    }

    Response get(GetTaskProtection command, Runnable accepted) {
        checkTasks(command.tasks());
        names.cluster(Given.of(command.cluster()));
        var ids = command.tasks().stream().map(names::taskId).toList();
        accepted.run();
        var told = new ArrayList<ProtectedTask>();
        var failures = new ArrayList<Failure>();
        for (var id : ids) {
            var task = desk.state().tasks.get(id);
            var failed = failure(id.hex(), task);
            if (!failed.isEmpty() || task == null) {
                failures.addAll(failed);
            } else {
                var known = desk.state().protectedTasks.get(task.id());
                told.add(
                        known == null
                                ? new ProtectedTask(task.id(), false, SimInstant.START)
                                : known);
            }
        }
        return new TaskProtectionResponse(List.copyOf(told), List.copyOf(failures));
    }

    private static void checkTasks(List<String> tasks) {
        if (tasks.isEmpty() || tasks.size() > TASKS_MAX) {
            throw ApiException.invalidParameter("/tasks")
                    .because("tasks must have 1 to " + TASKS_MAX + " items.")
                    .remedy(Phrase.of("remedy.protection.tasks", "max", TASKS_MAX));
        }
    }

    private List<Failure> failure(String given, @Nullable Task task) {
        if (task == null) {
            return List.of(new Failure(given, "MISSING", ""));
        }
        var arn = desk.arns().task(task.cluster(), task.id());
        return task.service().isPresent() && !task.isLeaving()
                ? List.of()
                : List.of(
                        new Failure(
                                arn,
                                "TASK_NOT_VALID",
                                "The specified task is either stopping or not part of an Amazon"
                                        + " ECS service."));
    }

    private ProtectedTask put(ProtectedTask task) {
        if (task.protectionEnabled()) {
            desk.state().protectedTasks.put(task.task(), task);
        } else {
            desk.state().protectedTasks.remove(task.task());
        }
        desk.journal().report(new TaskProtectionChange(desk.now(), task));
        return task;
    }

    /// Nothing is to be done if the protection was renewed meanwhile.
    void over(TaskId id, SimInstant until) {
        var known = desk.state().protectedTasks.get(id);
        if (known != null && known.expirationDate().equals(until)) {
            put(new ProtectedTask(id, false, until));
            desk.reconcileSoon(desk.serviceOf(desk.task(id)));
        }
    }

    /// A task that stops is protected no more.
    static void forget(Desk desk, TaskId id) {
        var known = desk.state().protectedTasks.remove(id);
        if (known != null) {
            desk.journal()
                    .report(
                            new TaskProtectionChange(
                                    desk.now(),
                                    new ProtectedTask(id, false, known.expirationDate())));
        }
    }
}
