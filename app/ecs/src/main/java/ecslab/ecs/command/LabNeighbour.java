package ecslab.ecs.command;

import java.util.List;

/// Our own commands that make and take away what tasks need of other AWS services.
public sealed interface LabNeighbour extends Command {

    @Override
    default String api() {
        return "lab";
    }

    /// `lab:LogGroup`
    ///
    /// @param name such as `/ecs/web`
    record LabLogGroup(String name) implements LabNeighbour {}

    /// `lab:DeleteLogGroup`
    record LabDeleteLogGroup(String name) implements LabNeighbour {}

    /// `lab:Secret`: `${secret/NAME}` is its ARN from now on.
    ///
    /// @param parameter whether it is a parameter of Systems Manager, not a secret of Secrets
    ///   Manager
    record LabSecret(String name, boolean parameter) implements LabNeighbour {}

    /// `lab:DeleteSecret`
    record LabDeleteSecret(String name) implements LabNeighbour {}

    /// `lab:FileSystem`: `${fileSystem/NAME}` is its id from now on.
    ///
    /// @param mountTargets subnets, one in each Availability Zone at most
    /// @param iamOnly whether its policy lets in nobody but roles that may mount it
    /// @param accessPoints how many there are: `${accessPoint/NAME#1}` is the first one's id
    /// @param directories the ones below `/` that exist
    record LabFileSystem(
            String name,
            List<String> mountTargets,
            List<String> securityGroups,
            boolean iamOnly,
            int accessPoints,
            List<String> directories)
            implements LabNeighbour {}

    /// `lab:DeleteFileSystem`
    record LabDeleteFileSystem(String name) implements LabNeighbour {}
}
