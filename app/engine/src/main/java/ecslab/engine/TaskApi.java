package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.DescribeTasksResponse;
import ecslab.ecs.Response.RunTaskResponse;
import ecslab.ecs.Response.StartTaskResponse;
import ecslab.ecs.Response.StopTaskResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.DescribeTasks;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskCommand.StartTask;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/// `RunTask`, `StartTask`, `DescribeTasks` and `StopTask`.
final class TaskApi {

    private static final int COUNT_MAX = 10;
    private static final int DESCRIBE_MAX = 100;

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final CapacityChoice choice;
    private final TaskRunner runner;
    private final TaskLifecycle lifecycle;

    TaskApi(Desk desk, Names names, TaskLifecycle lifecycle, TaskRunner runner) {
        this.desk = desk;
        this.names = names;
        this.lifecycle = lifecycle;
        awsvpc = new Awsvpc(desk, names);
        choice = new CapacityChoice(desk, awsvpc);
        this.runner = runner;
    }

    Response run(RunTask command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var definition = names.taskDefinition(command.taskDefinition());
        int count = command.count().orElse(1);
        if (count < 1 || count > COUNT_MAX) {
            throw ApiException.invalidParameter("/count")
                    .because(OurWords.count(COUNT_MAX, count))
                    .remedy(Phrase.of("remedy.count", "max", COUNT_MAX));
        }
        var chosen =
                choice.choose(
                        cluster,
                        command.launchType(),
                        command.capacityProviderStrategy(),
                        definition);
        var type = chosen.type();
        var network = awsvpc.network(command.networkConfiguration(), definition, type);
        runner.check(cluster, chosen);
        var placement =
                PlacementChecks.check(
                        command.placement(),
                        PlacementRules.NONE,
                        definition.placementConstraints(),
                        type);
        var changed = Overrides.checked(definition, command.overrides(), type);
        refuseRoles(changed);
        PlatformVersions.check(command.unmodelled(), type);
        var group = checkedGroup(command.group(), definition);
        accepted.run();
        var order =
                new TaskStarter.Order(
                        cluster,
                        changed,
                        group,
                        command.startedBy().orElse(""),
                        network,
                        command.overrides(),
                        placement);
        var outcome = runner.run(order, chosen, count);
        return new RunTaskResponse(outcome.tasks(), outcome.failures());
    }

    /// Placement strategies play no part: the caller has placed the tasks.
    Response start(StartTask command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var definition = names.taskDefinition(command.taskDefinition());
        var count = command.containerInstances().size();
        ReadApi.checkCount(count, 1, COUNT_MAX, "containerInstances");
        var type = awsvpc.launchType(Given.of(LaunchType.EC2.name()), definition);
        var network = awsvpc.network(command.networkConfiguration(), definition, type);
        var changed = Overrides.checked(definition, command.overrides(), type);
        refuseRoles(changed);
        var group = checkedGroup(command.group(), definition);
        accepted.run();
        var order =
                new TaskStarter.Order(
                        cluster,
                        changed,
                        group,
                        command.startedBy().orElse(""),
                        network,
                        command.overrides(),
                        PlacementRules.NONE);
        var instances =
                command.containerInstances().stream().map(names::containerInstanceId).toList();
        var outcome = runner.start(order, instances);
        return new StartTaskResponse(outcome.tasks(), outcome.failures());
    }

    private void refuseRoles(TaskDefinition definition) {
        var refused = awsvpc.cannotAssume(definition);
        if (!refused.isEmpty()) {
            throw ApiException.client("/taskDefinition")
                    .because(refused)
                    .remedy(Phrase.of("remedy.assume"));
        }
    }

    Response describe(DescribeTasks command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var count = command.tasks().size();
        if (count < 1 || count > DESCRIBE_MAX) {
            throw ApiException.invalidParameter("/tasks")
                    .because(OurWords.items("Tasks", DESCRIBE_MAX))
                    .remedy(Phrase.of("remedy.tasks", "max", DESCRIBE_MAX));
        }
        accepted.run();
        var tasks = new ArrayList<Task>();
        var failures = new ArrayList<Failure>();
        for (var given : command.tasks()) {
            var id = names.taskId(given);
            var task = desk.state().tasks.get(id);
            if (task != null && task.cluster().equals(cluster)) {
                tasks.add(task);
            } else {
                failures.add(new Failure(desk.arns().task(cluster, id), "MISSING", ""));
            }
        }
        return new DescribeTasksResponse(List.copyOf(tasks), List.copyOf(failures));
    }

    /// A group `service:NAME` belongs to the service: a task in it would count as the service's.
    private static String checkedGroup(Given<String> given, TaskDefinition definition) {
        var group = given.orElse("family:" + definition.name().family());
        if (group.startsWith(Task.groupOfService(""))) {
            throw ApiException.invalidParameter("/group")
                    .because(OurWords.reservedGroup(group))
                    .remedy(Phrase.of("remedy.group"));
        }
        return group;
    }

    /// Stopping a task that has stopped is no error: the answer shows it as it is.
    Response stop(StopTask command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        var task = names.task(command.task());
        if (!task.cluster().equals(cluster)) {
            throw ApiException.invalidParameter("/cluster")
                    .because("The referenced task was not found.")
                    .remedy(Phrase.of("remedy.task.cluster", "cluster", task.cluster()));
        }
        accepted.run();
        var reason = command.reason().orElse("Task stopped by user");
        lifecycle.stops().stop(task.id(), new Stop.Asked(StopCode.USER_INITIATED, reason), false);
        return new StopTaskResponse(desk.task(task.id()));
    }
}
