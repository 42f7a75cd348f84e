package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import ecslab.ecs.model.Neighbour;
import java.io.IOException;

/// Writes what tasks need of other AWS services.
class NeighbourWriter extends RequestWriter {

    NeighbourWriter(JsonGenerator out) {
        super(out);
    }

    void neighbour(String name, Neighbour neighbour) throws IOException {
        open(name);
        text("kind", neighbour.kind());
        text("name", neighbour.name());
        switch (neighbour) {
            case Neighbour.LogGroup _ -> {}
            case Neighbour.StoredSecret(_, var arn) -> text("arn", arn);
            case Neighbour.FileSystem system -> {
                text("fileSystemId", system.fileSystemId());
                texts("mountTargets", system.mountTargets());
                texts("securityGroups", system.securityGroups());
                flag("iamOnly", system.iamOnly());
                texts("accessPoints", system.accessPoints());
                texts("directories", system.directories());
            }
        }
        close();
    }
}
