package ecslab.engine;

import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskId;
import java.util.Collection;
import java.util.List;

/// Tasks that are kept at a count of their own. A rolling service has one side: its newest
/// deployment replaces all others. While traffic is shifted, and among task sets, each deployment
/// is a side.
///
/// @param deployment the tasks that stay are this one's
/// @param alone whether the service's other tasks are to go
record Side(String deployment, int desired, boolean alone) {

    static List<Side> of(EngineState state, Service service) {
        if (isOne(state, service)) {
            return service.deployments().isEmpty()
                    ? List.of()
                    : List.of(new Side(newest(service), service.desiredCount(), true));
        }
        return service.deployments().stream()
                .map(one -> new Side(one.id(), desired(state, service, one.id()), false))
                .toList();
    }

    /// How many tasks a deployment is to have.
    static int desired(EngineState state, Service service, String deployment) {
        if (service.rollout().controller().hasTaskSets()) {
            return service.rollout().taskSets().stream()
                    .filter(set -> set.id().equals(deployment))
                    .mapToInt(set -> set.computedDesiredCount(service.desiredCount()))
                    .sum();
        }
        if (isOne(state, service)) {
            return deployment.equals(newest(service)) ? service.desiredCount() : 0;
        }
        var shift = state.memory(service.name()).shift;
        return shift.keeps(deployment) ? service.desiredCount() : 0;
    }

    private static boolean isOne(EngineState state, Service service) {
        return !service.rollout().controller().hasTaskSets()
                && !state.memory(service.name()).shift.isUnderWay();
    }

    private static String newest(Service service) {
        return service.deployments().getFirst().id();
    }

    /// Whether a task is of the deployment that stays.
    boolean isOwn(Desk desk, TaskId id) {
        return desk.task(id).startedBy().equals(deployment);
    }

    /// Whether a task is among [#members].
    boolean has(Desk desk, Service service, TaskId id) {
        return desk.memory(service.name()).members.contains(id) && (alone || isOwn(desk, id));
    }

    /// The side's tasks that nobody asked to stop.
    Collection<TaskId> members(Desk desk, Service service) {
        var all = desk.memory(service.name()).members();
        return alone ? all : all.stream().filter(id -> isOwn(desk, id)).toList();
    }
}
