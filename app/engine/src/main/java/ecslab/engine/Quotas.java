package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.TaskStatus;

/// How much of everything there may be (behaviour reference §1.1, *Amazon ECS service quotas*). The
/// limits of a single call stand with the call.
final class Quotas {

    static final int CLUSTERS = 10_000;
    static final int SERVICES_OF_A_CLUSTER = 5_000;
    static final int INSTANCES_OF_A_CLUSTER = 5_000;

    /// Tasks that wait for a capacity provider.
    static final int PROVISIONING_OF_A_CLUSTER = 500;

    /// The agent's default ones included; dynamic ones don't count.
    static final int HOST_PORTS_OF_AN_INSTANCE = 100;

    private Quotas() {}

    static void checkClusters(EngineState state) {
        var clusters =
                state.clusters.values().stream()
                        .filter(one -> one.status() != ClusterStatus.INACTIVE)
                        .count();
        refuseFrom(clusters, CLUSTERS, "clusters");
    }

    static void checkServices(EngineState state, String cluster) {
        var services =
                state.services.values().stream()
                        .filter(one -> one.name().cluster().equals(cluster))
                        .filter(one -> one.status() != ServiceStatus.INACTIVE)
                        .count();
        refuseFrom(services, SERVICES_OF_A_CLUSTER, "services");
    }

    private static void refuseFrom(long there, int most, String what) {
        if (there >= most) {
            throw ApiException.invalidParameter("")
                    .because(OurWords.quota(what, most))
                    .remedy(Phrase.of("remedy.quota", "max", most));
        }
    }

    static boolean isProvisioningFull(EngineState state, String cluster) {
        return state.waiting.keySet().stream()
                        .map(state.tasks::get)
                        .filter(task -> task != null && task.cluster().equals(cluster))
                        .filter(task -> task.lastStatus() == TaskStatus.PROVISIONING)
                        .count()
                >= PROVISIONING_OF_A_CLUSTER;
    }

    /// Whether one more instance may register.
    static boolean hasRoomForInstance(EngineState state, String cluster) {
        return state.registered.count(cluster) < INSTANCES_OF_A_CLUSTER;
    }
}
