package ecslab.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import ecslab.ecs.model.HealthStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a Docker engine says about one container at one moment.
///
/// @param task our task's id in hex, by its label
/// @param container its name in the task definition, by its label
/// @param runs also while it is paused
/// @param exitCode of the last run, once that has ended
/// @param startedAt of the last run; [Instant#EPOCH] if there was none
/// @param failingStreak health checks that have failed in a row
/// @param probes the newest health checks
/// @param ports by the container's own port: the computer's
record Look(
        String id,
        String task,
        String container,
        boolean runs,
        boolean hasRun,
        int exitCode,
        boolean outOfMemory,
        String error,
        Instant startedAt,
        Duration ranFor,
        HealthStatus health,
        int failingStreak,
        List<Probing.Probe> probes,
        Map<Integer, Integer> ports) {

    private static final int CODE_MAX = 255;

    static Look of(InspectContainerResponse seen) {
        var state = seen.getState();
        var labels = seen.getConfig().getLabels();
        var started = moment(String.valueOf(state.getStartedAt()));
        var finished = moment(String.valueOf(state.getFinishedAt()));
        var ran = started.isBefore(finished) ? Duration.between(started, finished) : Duration.ZERO;
        var status = String.valueOf(state.getStatus());
        var code = state.getExitCodeLong();
        return new Look(
                seen.getId(),
                Labels.get(labels, Labels.TASK),
                Labels.get(labels, Labels.CONTAINER),
                status.equals("running") || status.equals("paused"),
                started.isAfter(Instant.EPOCH),
                code == null ? 0 : (int) (code & CODE_MAX),
                Boolean.TRUE.equals(state.getOOMKilled()),
                state.getError() == null ? "" : state.getError(),
                started,
                ran,
                health(seen),
                state.getHealth() == null || state.getHealth().getFailingStreak() == null
                        ? 0
                        : state.getHealth().getFailingStreak(),
                probes(seen),
                ports(seen));
    }

    private static HealthStatus health(InspectContainerResponse seen) {
        var health = seen.getState().getHealth();
        return switch (health == null ? "none" : String.valueOf(health.getStatus())) {
            case "healthy" -> HealthStatus.HEALTHY;
            case "unhealthy" -> HealthStatus.UNHEALTHY;
            default -> HealthStatus.UNKNOWN;
        };
    }

    /// The newest ones, in order.
    private static List<Probing.Probe> probes(InspectContainerResponse seen) {
        var health = seen.getState().getHealth();
        if (health == null || health.getLog() == null) {
            return List.of();
        }
        return health.getLog().stream()
                .map(one ->
                        new Probing.Probe(
                                moment(String.valueOf(one.getStart())),
                                Long.valueOf(0).equals(one.getExitCodeLong())))
                .toList();
    }

    private static Map<Integer, Integer> ports(InspectContainerResponse seen) {
        var ports = new TreeMap<Integer, Integer>();
        var settings = seen.getNetworkSettings();
        if (settings != null && settings.getPorts() != null) {
            settings.getPorts()
                    .getBindings()
                    .forEach((port, bindings) -> {
                        if (bindings != null && bindings.length > 0) {
                            ports.put(
                                    port.getPort(),
                                    Integer.parseInt(bindings[0].getHostPortSpec()));
                        }
                    });
        }
        return ports;
    }

    /// The engine writes year 1 for never.
    private static Instant moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text).toInstant();
            return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
