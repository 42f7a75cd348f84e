package ecslab.stage.picture;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.Service;
import ecslab.ecs.state.ClusterState;
import java.util.HashMap;
import java.util.Map;

/// Which of a service's deployments a task belongs to, while there is more than one.
enum Generation {
    /// The service has one deployment, or the task belongs to no service.
    ONLY(""),
    OLD("old"),
    NEW("new");

    private final String word;

    Generation(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// Among task sets the newest one is new, whichever is the primary one.
    static Generation of(Service service, Deployment deployment) {
        var isNew =
                service.rollout().controller().hasTaskSets()
                        ? service.deployments().stream()
                                .noneMatch(one -> one.createdAt().isAfter(deployment.createdAt()))
                        : deployment.status() == DeploymentStatus.PRIMARY;
        return isNew ? NEW : OLD;
    }

    /// Of each deployment by its id, which is what its tasks' `startedBy` says.
    static Map<String, Generation> all(ClusterState state) {
        var byId = new HashMap<String, Generation>();
        for (var service : state.services().values()) {
            if (service.deployments().size() > 1) {
                service.deployments().forEach(one -> byId.put(one.id(), of(service, one)));
            }
        }
        return byId;
    }
}
