package ecslab.engine;

import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Neighbour.FileSystem;
import ecslab.ecs.model.Neighbour.StoredSecret;
import java.util.Optional;

/// What is there of other AWS services. As long as a run has made nothing of a kind, everything of
/// that kind is there: a scenario that isn't about log groups needn't mention any.
final class Neighbours {

    private static final String SECRET = "secret";
    private static final String FILE_SYSTEM = "fileSystem";

    private final Desk desk;

    Neighbours(Desk desk) {
        this.desk = desk;
    }

    boolean hasLogGroup(String name) {
        return !counts("logGroup") || find("logGroup", name).isPresent();
    }

    /// @param valueFrom an ARN, with or without what may follow it; or a parameter's name
    boolean hasSecret(String valueFrom) {
        if (!counts(SECRET)) {
            return true;
        }
        return all(SECRET, StoredSecret.class)
                .anyMatch(one ->
                        valueFrom.equals(one.arn())
                                || valueFrom.startsWith(one.arn() + ":")
                                || (one.isParameter() && valueFrom.equals(one.name())));
    }

    /// Whether file systems are only there if they were made.
    boolean countsFileSystems() {
        return counts(FILE_SYSTEM);
    }

    Optional<FileSystem> fileSystem(String fileSystemId) {
        return all(FILE_SYSTEM, FileSystem.class)
                .filter(one -> one.fileSystemId().equals(fileSystemId))
                .findFirst();
    }

    Optional<Neighbour> find(String kind, String name) {
        return Optional.ofNullable(desk.state().neighbours.get(kind + "/" + name));
    }

    private boolean counts(String kind) {
        return desk.state().neighbourKinds.contains(kind);
    }

    private <T extends Neighbour> java.util.stream.Stream<T> all(String kind, Class<T> type) {
        return desk.state().neighbours.values().stream()
                .filter(one -> one.kind().equals(kind))
                .map(type::cast);
    }
}
