package ecslab.ecs.command;

/// A wish: one record for each API action, with AWS's field names.
///
/// A text field may hold `${selector}`, such as `${subnet/a}` or `${task/web#2}`: it stands for the
/// id or ARN that AWS would have given, and is looked up when the command is carried out.
public sealed interface Command
        permits BalancingCommand,
                CapacityCommand,
                CodeDeployCommand,
                DeploymentCommand,
                LabCommand,
                LabFault,
                LabOutage,
                LabNeighbour,
                ReadCommand,
                RoleCommand,
                ServiceCommand,
                TaskCommand,
                TaskDefinitionCommand,
                WatchCommand {

    /// The API that the action belongs to: `ecs`, `iam`, `elbv2`, or `lab` for our own. (Not
    /// `service`: that is a field of some commands.)
    default String api() {
        return "ecs";
    }

    /// The action's name, such as `RunTask`.
    default String action() {
        var name = getClass().getSimpleName();
        return name.startsWith("Lab") ? name.substring("Lab".length()) : name;
    }
}
