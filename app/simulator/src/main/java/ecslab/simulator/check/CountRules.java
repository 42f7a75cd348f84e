package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What clusters, services and deployments count is what there is (behaviour reference §1.1, §6.4).
final class CountRules implements Checker.Rule {

    private static final String STEADY = "has reached a steady state.";

    private final Seen seen;
    private final List<String> broken;

    CountRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.ServiceEvent(var at, var name, _, var message)
                && message.endsWith(STEADY)) {
            var service = Objects.requireNonNull(seen.services.get(name));
            var sets = service.rollout().controller().hasTaskSets();
            var complete =
                    service.runningCount() == service.desiredCount()
                            && service.pendingCount() == 0
                            && service.deployments().size() == 1;
            var healthy = seen.members(name).allMatch(t -> seen.isHealthy(service, t, at));
            var steady = healthy && (sets ? areWhole(service) : complete);
            expect(steady, at, "says that it is steady: " + service);
        }
    }

    private static boolean areWhole(Service service) {
        var scaled =
                service.rollout().taskSets().stream()
                        .mapToInt(set -> set.computedDesiredCount(service.desiredCount()))
                        .sum();
        return service.runningCount() == scaled && service.pendingCount() == 0;
    }

    @Override
    public void settled(SimInstant at) {
        seen.services.values().forEach(service -> judge(at, service));
        for (var cluster : seen.clusters.values()) {
            var tasks =
                    seen.tasks.values().stream()
                            .filter(t -> t.cluster().equals(cluster.name()))
                            .toList();
            var services =
                    seen.services.values().stream()
                            .filter(s -> s.name().cluster().equals(cluster.name()))
                            .filter(s -> s.status() == ServiceStatus.ACTIVE)
                            .count();
            expect(cluster.runningTasksCount() == running(tasks.stream()), at, "" + cluster);
            expect(cluster.pendingTasksCount() == pending(tasks.stream()), at, "" + cluster);
            expect(cluster.activeServicesCount() == services, at, "" + cluster);
        }
    }

    private void judge(SimInstant at, Service service) {
        var members = seen.members(service.name()).toList();
        expect(service.runningCount() == running(members.stream()), at, "running: " + service);
        expect(service.pendingCount() == pending(members.stream()), at, "pending: " + service);
        for (var deployment : service.deployments()) {
            judge(at, service, deployment, members);
        }
        if (service.status() == ServiceStatus.INACTIVE) {
            expect(service.deployments().isEmpty(), at, "has deployments: " + service);
            return;
        }
        if (service.rollout().controller() == DeploymentController.EXTERNAL) {
            return;
        }
        var primary = service.deployments().getFirst();
        expect(primary.status() == DeploymentStatus.PRIMARY, at, "no primary: " + service);
        expect(
                primary.taskDefinition().equals(service.taskDefinition()),
                at,
                "another revision: " + service);
        var known = service.deployments().stream().map(Deployment::id).toList();
        expect(
                members.stream().allMatch(task -> known.contains(task.startedBy())),
                at,
                "forgot a deployment: " + service);
    }

    private void judge(SimInstant at, Service service, Deployment deployment, List<Task> members) {
        var own = members.stream().filter(t -> t.startedBy().equals(deployment.id())).toList();
        var primary = deployment.status() == DeploymentStatus.PRIMARY;
        var scaled =
                service.rollout().taskSets().stream()
                        .filter(set -> set.id().equals(deployment.id()))
                        .map(set -> set.computedDesiredCount(service.desiredCount()))
                        .findFirst();
        var shifts =
                service.deploymentConfiguration().strategy().shiftsTraffic()
                        || service.rollout().controller() != DeploymentController.ECS;
        var counts =
                deployment.runningCount() == running(own.stream())
                        && deployment.pendingCount() == pending(own.stream())
                        && (shifts
                                ? deployment.desiredCount() == scaled.orElse(0)
                                        || deployment.desiredCount() == service.desiredCount()
                                : deployment.desiredCount()
                                        == (primary ? service.desiredCount() : 0));
        expect(counts, at, "deployment: " + deployment);
        expect(
                own.stream().allMatch(t -> t.taskDefinition().equals(deployment.taskDefinition())),
                at,
                "mixes revisions: " + deployment);
    }

    private static long running(Stream<Task> tasks) {
        return tasks.filter(t -> t.lastStatus() == TaskStatus.RUNNING).count();
    }

    private static long pending(Stream<Task> tasks) {
        return tasks.filter(t -> t.desiredStatus() == TaskStatus.RUNNING)
                .filter(t -> t.lastStatus().compareTo(TaskStatus.RUNNING) < 0)
                .count();
    }

    private void expect(boolean holds, SimInstant at, String otherwise) {
        if (!holds) {
            broken.add(at + " " + otherwise);
        }
    }
}
