package ecslab.lesson.play;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabFault.LabKillContainer;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.state.ClusterState;

/// Calls tasks by their names, such as `${task/web#2}`: another run gives them other ids.
final class TaskNames {

    private TaskNames() {}

    /// The command, with a name wherever it had the id or ARN of a task of this state.
    static Command in(Command command, ClusterState state) {
        return switch (command) {
            case StopTask(var cluster, var task, var reason) ->
                    new StopTask(cluster, named(task, state), reason);
            case LabKillContainer(var task, var container, int exitCode) ->
                    new LabKillContainer(named(task, state), container, exitCode);
            case Command other -> other;
        };
    }

    private static String named(String task, ClusterState state) {
        var id = task.substring(task.lastIndexOf('/') + 1);
        return state.taskNames().entrySet().stream()
                .filter(entry -> entry.getKey().hex().equals(id))
                .map(entry -> "${task/" + entry.getValue() + "}")
                .findFirst()
                .orElse(task);
    }
}
