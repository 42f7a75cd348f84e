package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CreateClusterResponse;
import ecslab.ecs.command.Command.CreateCluster;
import ecslab.ecs.event.Event.ClusterChange;
import ecslab.ecs.model.ClusterDescription;
import java.util.regex.Pattern;

/// `CreateCluster`.
final class ClusterApi {

    private static final String DEFAULT_NAME = "default";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private final Desk desk;

    ClusterApi(Desk desk) {
        this.desk = desk;
    }

    /// Creating a cluster that exists answers with the one that exists.
    Response create(CreateCluster command, Runnable accepted) {
        var name = command.clusterName().orElse(DEFAULT_NAME);
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalidParameter("/clusterName")
                    .because("Identifier was invalid: " + name)
                    .remedy(Phrase.of("remedy.name"));
        }
        accepted.run();
        var known = desk.state().clusters.get(name);
        if (known != null) {
            return new CreateClusterResponse(known);
        }
        var cluster = ClusterDescription.empty(name);
        desk.state().clusters.put(name, cluster);
        desk.journal().report(new ClusterChange(desk.now(), cluster));
        return new CreateClusterResponse(cluster);
    }
}
