package ecslab.docker;

import ecslab.ecs.model.ContainerHealthCheck.Check;
import ecslab.ecs.model.HealthStatus;
import ecslab.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Container health checks: each one that the engine has run is told. Podman leaves them to
/// systemd, which isn't everywhere; there they are run from here, as Docker runs them.
final class Probing {

    private static final String SHELL = "CMD-SHELL";

    private final Bench bench;
    private final Consumer<Seat> changed;

    /// @param changed hears on the owner thread that a container may be healthy now
    Probing(Bench bench, Consumer<Seat> changed) {
        this.bench = bench;
        this.changed = changed;
    }

    /// A health check that was run.
    record Probe(Instant at, boolean passed) {}

    /// What the engine says of a container's health.
    void see(Seat seat, Cell cell, Look look) {
        if (bench.info().isPodman()) {
            return;
        }
        var fresh = look.probes().stream().filter(one -> one.at().isAfter(cell.lastProbe)).toList();
        for (var probe : fresh) {
            cell.lastProbe = probe.at();
            var verdict = probe.equals(fresh.getLast()) ? look.health() : cell.health;
            told(seat, cell, probe.passed(), look.failingStreak() > 0, verdict);
        }
        if (look.health() != cell.health && look.health() != HealthStatus.UNKNOWN) {
            told(seat, cell, look.health() == HealthStatus.HEALTHY, true, look.health());
        }
    }

    private void told(Seat seat, Cell cell, boolean passed, boolean counts, HealthStatus verdict) {
        cell.inARow = passed ? Math.max(cell.inARow, 0) + 1 : Math.min(cell.inARow, 0) - 1;
        var before = cell.health;
        cell.health = verdict;
        bench.tell(
                new Observation.ContainerProbed(
                        seat.task,
                        cell.name(),
                        passed,
                        Math.abs(cell.inARow),
                        passed || counts,
                        verdict));
        if (before != verdict) {
            changed.accept(seat);
        }
    }

    /// A container has started.
    void begin(Seat seat, Cell cell) {
        cell.inARow = 0;
        cell.failures = 0;
        if (bench.info().isPodman()
                && cell.definition.settings().healthCheck() instanceof Check check) {
            later(seat, cell, check, cell.startedAt);
        }
    }

    private void later(Seat seat, Cell cell, Check check, Instant run) {
        bench.hands()
                .later(
                        check.interval(),
                        () -> bench.inbox().accept(() -> check(seat, cell, check, run)));
    }

    private void check(Seat seat, Cell cell, Check check, Instant run) {
        if (cell.isUp() && cell.startedAt.equals(run)) {
            var id = cell.id;
            bench.line()
                    .wait(() -> {
                        var passed = passes(id, check);
                        bench.inbox().accept(() -> checked(seat, cell, check, run, passed));
                    });
        }
    }

    private boolean passes(String id, Check check) {
        var command = check.command();
        var words = command.subList(1, command.size());
        var run =
                command.getFirst().equals(SHELL)
                        ? List.of("/bin/sh", "-c", words.getFirst())
                        : words;
        try {
            return bench.engine().execCode(id, run, check.timeout()) == 0;
        } catch (EngineRefused _) {
            return false;
        }
    }

    private void checked(Seat seat, Cell cell, Check check, Instant run, boolean passed) {
        if (!cell.isUp() || !cell.startedAt.equals(run)) {
            return;
        }
        later(seat, cell, check, run);
        var age = Duration.between(run, Instant.now());
        var starting =
                cell.health == HealthStatus.UNKNOWN && age.compareTo(check.startPeriod()) <= 0;
        if (passed) {
            cell.failures = 0;
        } else if (!starting) {
            cell.failures++;
        }
        var verdict =
                passed
                        ? HealthStatus.HEALTHY
                        : cell.failures >= check.retries() ? HealthStatus.UNHEALTHY : cell.health;
        told(seat, cell, passed, !starting, verdict);
    }
}
