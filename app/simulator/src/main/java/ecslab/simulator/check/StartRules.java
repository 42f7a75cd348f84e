package ecslab.simulator.check;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service starts all the tasks that it lacks, as far as its maximum lets it, or says why not
/// (behaviour reference §6.1, §6.2: `startable = max - (running + pending)`).
///
/// What is told as an excuse holds until the service has become steady: the same message isn't
/// repeated for hours (§6.6).
final class StartRules implements Checker.Rule {

    /// The scheduler's own pause is a second.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final List<String> EXCUSES = List.of("unable to place", "failed to launch");
    private static final String STEADY = "has reached a steady state.";

    private final Seen seen;
    private final List<String> broken;
    private final Map<ServiceName, SimInstant> since = new LinkedHashMap<>();
    private final Map<Ref, SimInstant> heldUntil = new LinkedHashMap<>();
    private final Set<ServiceName> excused = new LinkedHashSet<>();

    StartRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ServiceEvent(_, var name, _, var message) -> hear(name, message);
            case Event.TaskStateChange(_, var task) -> hear(task);
            case Decision told when told.kind() == Kind.THROTTLE -> {
                var minutes = told.outcome().values().getOrDefault("minutes", "0");
                var until = told.at().plus(Duration.ofMinutes(Long.parseLong(minutes)));
                heldUntil.merge(told.about(), until, SimInstant::later);
            }
            default -> {}
        }
    }

    /// Whoever starts or leaves gives the scheduler something new to look at.
    private void hear(Task task) {
        var before = seen.task(task.id());
        var goesOn = before.filter(one -> one.isLeaving() == task.isLeaving()).isPresent();
        if (!goesOn) {
            task.service().ifPresent(name -> since.remove(new ServiceName(task.cluster(), name)));
        }
    }

    private void hear(ServiceName name, String message) {
        if (EXCUSES.stream().anyMatch(message::contains)) {
            excused.add(name);
        } else if (message.endsWith(STEADY)) {
            excused.remove(name);
        }
    }

    @Override
    public void settled(SimInstant at) {
        for (var service : seen.services.values()) {
            var name = service.name();
            var lacking = isRolling(service) ? startable(service) : 0;
            if (lacking <= 0 || isExcused(name, at)) {
                since.remove(name);
                continue;
            }
            var from = since.computeIfAbsent(name, _ -> at);
            if (at.since(from).compareTo(PATIENCE) > 0) {
                broken.add(at + " " + name + " could start " + lacking + " tasks since " + from);
            }
        }
    }

    private boolean isExcused(ServiceName name, SimInstant at) {
        var held = heldUntil.get(Ref.service(name));
        return excused.contains(name) || (held != null && !at.isAfter(held));
    }

    /// Where traffic is shifted, and of task sets, each has a count of its own. A deployment that
    /// has failed starts nothing.
    private static boolean isRolling(Service service) {
        return service.isActive()
                && !service.scheduling().isDaemon()
                && service.rollout().controller() == DeploymentController.ECS
                && !service.deploymentConfiguration().strategy().shiftsTraffic()
                && service.deployments().getFirst().rolloutState() != RolloutState.FAILED;
    }

    private long startable(Service service) {
        var newest = service.deployments().getFirst().id();
        var percent = service.deploymentConfiguration().maximumPercent();
        var most = Math.floorDiv(service.desiredCount() * percent, 100);
        var own =
                seen.members(service.name())
                        .filter(task -> task.startedBy().equals(newest))
                        .count();
        return Math.min(service.desiredCount() - own, most - seen.members(service.name()).count());
    }
}
