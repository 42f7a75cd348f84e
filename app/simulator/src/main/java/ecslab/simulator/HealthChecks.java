package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerHealthCheck.Check;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.engine.Observation;
import ecslab.simulator.Work.InContainer;
import ecslab.simulator.Work.Moment;
import java.time.Duration;
import java.util.List;

/// Container health checks, as Docker runs them: the first one `interval` after the container's
/// start, each next one `interval` after the one before has ended.
final class HealthChecks {

    private final FleetState state;
    private final SimAgenda agenda;

    HealthChecks(FleetState state, SimAgenda agenda) {
        this.state = state;
        this.agenda = agenda;
    }

    void begin(TaskId task, ContainerDefinition container, ContainerState own) {
        switch (container.settings().healthCheck()) {
            case ContainerHealthCheck.None() -> {}
            case Check check ->
                    agenda.after(
                            check.interval(),
                            new InContainer(task, container.name(), own.run, new Moment.Check()));
        }
    }

    /// A check that takes longer than its timeout has failed.
    List<Observation> check(
            InContainer due,
            ContainerState own,
            ContainerDefinition container,
            ImageBehaviour image) {
        if (!own.isUp() || !(container.settings().healthCheck() instanceof Check check)) {
            return List.of();
        }
        var age = agenda.now().since(own.startedAt);
        var answers = image.health();
        var late = state.troubles.startsIn(image).minus(image.startsIn());
        var inTime = answers.takes().compareTo(check.timeout()) <= 0;
        var passed =
                inTime
                        && !state.troubles.isHealthBroken(due.task(), image)
                        && age.compareTo(answers.passesAfter().plus(late)) >= 0
                        && age.compareTo(answers.failsAfter()) < 0;
        var starting =
                own.health == HealthStatus.UNKNOWN && age.compareTo(check.startPeriod()) <= 0;
        var result = new Moment.Checked(passed, !starting);
        var takes = inTime ? answers.takes() : check.timeout();
        if (takes.isZero()) {
            return checked(due, result, own, container);
        }
        agenda.after(takes, new InContainer(due.task(), due.container(), due.run(), result));
        return List.of();
    }

    List<Observation> checked(
            InContainer due,
            Moment.Checked result,
            ContainerState own,
            ContainerDefinition container) {
        if (!own.isUp() || !(container.settings().healthCheck() instanceof Check check)) {
            return List.of();
        }
        own.inARow = result.passed() ? Math.max(own.inARow, 0) + 1 : Math.min(own.inARow, 0) - 1;
        if (result.passed()) {
            own.failures = 0;
            own.health = HealthStatus.HEALTHY;
        } else if (result.counts()) {
            own.failures++;
            own.health = own.failures >= check.retries() ? HealthStatus.UNHEALTHY : own.health;
        }
        Duration next = check.interval();
        agenda.after(
                next, new InContainer(due.task(), due.container(), due.run(), new Moment.Check()));
        return List.of(
                new Observation.ContainerProbed(
                        due.task(),
                        due.container(),
                        result.passed(),
                        Math.abs(own.inARow),
                        result.counts() || result.passed(),
                        own.health));
    }
}
