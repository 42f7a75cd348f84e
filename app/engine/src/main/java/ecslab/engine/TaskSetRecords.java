package ecslab.engine;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TaskSet;
import java.util.ArrayList;
import java.util.List;

/// Makes, scales and takes away a service's task sets, for whoever deploys it in place of ECS:
/// somebody outside, or CodeDeploy.
final class TaskSetRecords {

    private final Desk desk;
    private final Deployments deployments;
    private final ServiceMessages says;

    TaskSetRecords(Desk desk, Deployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
        says = new ServiceMessages(desk);
    }

    /// What somebody else makes begins as ACTIVE.
    TaskSet add(Service service, ServiceRevision revision, String externalId, int tenths) {
        deployments.put(revision);
        var set = new TaskSet(revision.deploymentId(), externalId, tenths, false);
        var all = new ArrayList<>(service.deployments());
        all.add(
                deployments
                        .deployment(
                                revision,
                                set.computedDesiredCount(service.desiredCount()),
                                RolloutState.COMPLETED,
                                "")
                        .withStatus(DeploymentStatus.ACTIVE, desk.now()));
        var sets = new ArrayList<>(service.rollout().taskSets());
        sets.add(set);
        put(service.withDeployments(List.copyOf(all)), sets);
        sayComputed(service.name(), set);
        return set;
    }

    TaskSet scale(Service service, TaskSet set, int tenths, boolean leaving) {
        var next = new TaskSet(set.id(), set.externalId(), tenths, leaving);
        put(
                service,
                service.rollout().taskSets().stream()
                        .map(one -> one.id().equals(next.id()) ? next : one)
                        .toList());
        if (tenths != set.scaleTenths()) {
            sayComputed(service.name(), next);
        }
        return next;
    }

    /// What the primary task set runs is what the service runs.
    void makePrimary(Service service, String id) {
        var all = new ArrayList<Deployment>();
        for (var one : service.deployments()) {
            if (one.id().equals(id)) {
                all.addFirst(one.withStatus(DeploymentStatus.PRIMARY, desk.now()));
            } else {
                all.add(one.withStatus(DeploymentStatus.ACTIVE, desk.now()));
            }
        }
        desk.put(service.withRevision(desk.state().revision(id)).withDeployments(List.copyOf(all)));
        desk.reconcileSoon(service.name());
    }

    /// The service's desired count has changed, and with it what the sets come to.
    void sayComputed(Service service) {
        service.rollout().taskSets().stream()
                .filter(set -> set.scaleTenths() > 0)
                .forEach(set -> sayComputed(service.name(), set));
    }

    private void sayComputed(ServiceName name, TaskSet set) {
        var count = set.computedDesiredCount(desk.service(name).desiredCount());
        says.say(
                name,
                "updated computedDesiredCount for taskSet " + set.id() + " to " + count + ".");
    }

    private void put(Service service, List<TaskSet> sets) {
        desk.put(service.withRollout(service.rollout().withTaskSets(List.copyOf(sets))));
        desk.memory(service.name()).steady = false;
        desk.reconcileSoon(service.name());
    }
}
