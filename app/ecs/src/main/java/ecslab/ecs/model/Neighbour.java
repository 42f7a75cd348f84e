package ecslab.ecs.model;

import java.util.List;

/// What tasks need of other AWS services before their containers start. As long as a run has none
/// of a kind, whatever a task asks for is there; as soon as it has one, only what was made is.
public sealed interface Neighbour {

    /// What it is found by among its kind.
    String name();

    /// A log group of CloudWatch Logs, such as `/ecs/web`.
    record LogGroup(String name) implements Neighbour {}

    /// A secret of Secrets Manager, or a parameter of Systems Manager.
    ///
    /// @param arn what `valueFrom` begins with
    record StoredSecret(String name, String arn) implements Neighbour {

        public boolean isParameter() {
            return arn.contains(":ssm:");
        }
    }

    /// A file system of EFS.
    ///
    /// @param mountTargets ids of the subnets that have one
    /// @param securityGroups ids; of all mount targets. None: the VPC's default group
    /// @param iamOnly whether its policy lets in nobody but roles that may mount it
    /// @param accessPoints ids
    /// @param directories the ones below `/` that exist
    record FileSystem(
            String name,
            String fileSystemId,
            List<String> mountTargets,
            List<String> securityGroups,
            boolean iamOnly,
            List<String> accessPoints,
            List<String> directories)
            implements Neighbour {

        /// NFS.
        public static final int PORT = 2049;
    }

    /// As selectors and the texts `neighbour.WORD` call the kind.
    default String kind() {
        return switch (this) {
            case LogGroup _ -> "logGroup";
            case StoredSecret _ -> "secret";
            case FileSystem _ -> "fileSystem";
        };
    }

    /// There is one of a kind with a name.
    default String key() {
        return kind() + "/" + name();
    }
}
