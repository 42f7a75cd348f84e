package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.DeploymentCircuitBreaker.Threshold;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The circuit breaker trips when its count has reached the threshold, neither before nor after,
/// and the threshold follows the latest desired count (behaviour reference §6.5).
final class BreakerRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    BreakerRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.ServiceDeploymentChange(var at, var one)) {
            var count = one.circuitBreaker().count();
            var before = counts.put(one.id(), count);
            if (count > (before == null ? 0 : before)) {
                judge(at, one);
            }
        }
    }

    private void judge(SimInstant at, ServiceDeployment one) {
        var told = one.circuitBreaker();
        var trips = told.status() == MonitorStatus.TRIGGERED;
        if (trips != told.count() >= told.threshold()) {
            broken.add(at + " circuit breaker is " + told + " of " + one.service());
        }
        var service = seen.services.get(one.service());
        var asked = one.configuration().circuitBreaker().threshold();
        if (service != null
                && told.status() == MonitorStatus.MONITORING
                && told.threshold() != failures(asked, service.desiredCount())) {
            broken.add(
                    at
                            + " circuit breaker's threshold for "
                            + service.desiredCount()
                            + " tasks is "
                            + told.threshold());
        }
    }

    private static int failures(Threshold asked, int desired) {
        var percent = (asked.value() * desired + 99) / 100;
        return Math.max(
                1,
                switch (asked.type()) {
                    case BOUNDED_PERCENT -> Math.min(200, Math.max(3, percent));
                    case UNBOUNDED_PERCENT -> percent;
                    case COUNT -> asked.value();
                });
    }

    @Override
    public void settled(SimInstant at) {}
}
