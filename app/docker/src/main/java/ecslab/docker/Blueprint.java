package ecslab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Link;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumesFrom;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerHealthCheck.Check;
import ecslab.ecs.model.MountPoint;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.VolumeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a container of a task is created as.
///
/// Its ports are published on loopback only, it gets no new privileges, none of the computer's
/// folders, and always a limit for memory, CPU and processes.
final class Blueprint {

    static final String LOOPBACK = "127.0.0.1";

    private static final long MIB = 1 << 20;
    private static final long NANO_CPUS = 1_000_000_000L;
    private static final long CPU_UNITS = 1_024;
    private static final int CPU_SHARES_MIN = 2;
    private static final int PAUSE_MIB = 16;
    private static final int NAME_DIGITS = 12;
    private static final String SHARED = "shared";

    /// Else newer engines wait five seconds for the first result where there is a start period.
    private static final long FIRST_CHECK_NANOS = 500_000_000L;

    private Blueprint() {}

    /// As the agent names them: family, revision, container, and what makes it unique.
    static String name(Seat seat, String container) {
        var revision = seat.definition().name();
        return ("ecs-" + revision.family() + "-" + revision.revision() + "-" + container)
                        .replaceAll("[^a-zA-Z0-9_.-]", "")
                + "-"
                + seat.task.hex().substring(0, NAME_DIGITS);
    }

    /// A task's own, or one that is shared by all that name it.
    static String volume(Owner owner, TaskId task, ecslab.ecs.model.Volume volume) {
        var whose =
                switch (volume.kind()) {
                    case VolumeKind.Efs(var fileSystem, _, _, _, _) -> fileSystem;
                    case VolumeKind.Docker(var scope, _, _) when scope.equals(SHARED) ->
                            SHARED + "-" + volume.name();
                    case VolumeKind.Bind _,
                            VolumeKind.Docker _,
                            VolumeKind.FsxWindows _,
                            VolumeKind.AtLaunch _,
                            VolumeKind.Several _ ->
                            task.hex().substring(0, NAME_DIGITS) + "-" + volume.name();
                };
        return "ecslab-" + owner.id() + "-" + whose;
    }

    /// Whether a volume goes with its task.
    static boolean isOwn(ecslab.ecs.model.Volume volume) {
        return switch (volume.kind()) {
            case VolumeKind.Efs _ -> false;
            case VolumeKind.Docker(var scope, _, _) -> !scope.equals(SHARED);
            case VolumeKind.Bind _,
                    VolumeKind.FsxWindows _,
                    VolumeKind.AtLaunch _,
                    VolumeKind.Several _ ->
                    true;
        };
    }

    static int memoryMib(Seat seat, Cell cell) {
        var own = cell.definition.memoryMib();
        var whole = seat.definition().memoryMib();
        return own > 0 ? own : whole > 0 ? whole : Caps.MEMORY_DEFAULT_MIB;
    }

    /// The container that holds the network of a task in `awsvpc`: all ports of the task are its.
    static CreateContainerCmd pause(CreateContainerCmd given, Bench bench, Seat seat) {
        var mappings =
                seat.definition().containerDefinitions().stream()
                        .flatMap(one -> one.portMappings().stream())
                        .toList();
        var host =
                limits(PAUSE_MIB, bench.caps().cpuUnits())
                        .withSysctls(
                                Extras.networkControls(seat.definition().containerDefinitions()))
                        .withPortBindings(published(mappings, seat));
        return given.withName(name(seat, "internalecspause"))
                .withLabels(Labels.of(bench.owner(), seat.task.hex(), Labels.PAUSE))
                .withEntrypoint("/server", "pause")
                .withExposedPorts(exposed(mappings))
                .withHostConfig(host);
    }

    static CreateContainerCmd container(
            CreateContainerCmd given, Bench bench, Seat seat, Cell cell, List<String> environment) {
        var definition = cell.definition;
        var settings = definition.settings();
        var host = limits(memoryMib(seat, cell), cpuUnits(bench, seat));
        if (definition.memoryReservationMib() > 0) {
            host.withMemoryReservation(definition.memoryReservationMib() * MIB);
        }
        host.withCpuShares(Math.max(CPU_SHARES_MIN, definition.cpuUnits()))
                .withBinds(binds(bench, seat, cell))
                .withVolumesFrom(volumesFrom(seat, cell));
        network(host, seat, cell);
        var made =
                given.withName(name(seat, cell.name()))
                        .withLabels(
                                Extras.labels(
                                        definition,
                                        Labels.of(bench.owner(), seat.task.hex(), cell.name())))
                        .withEnv(environment)
                        .withHealthcheck(health(settings.healthCheck()))
                        .withHostConfig(host);
        Extras.give(made, host, definition, seat.hasOwnNetwork());
        if (seat.pause.isEmpty()) {
            made.withExposedPorts(exposed(definition.portMappings()));
        }
        if (!settings.entryPoint().isEmpty()) {
            made.withEntrypoint(settings.entryPoint());
        }
        if (!settings.command().isEmpty()) {
            made.withCmd(settings.command());
        }
        return made;
    }

    private static void network(HostConfig host, Seat seat, Cell cell) {
        if (!seat.pause.isEmpty()) {
            host.withNetworkMode("container:" + seat.pause);
        } else if (seat.definition().networkMode() == NetworkMode.NONE) {
            host.withNetworkMode("none");
        } else {
            host.withNetworkMode("bridge")
                    .withPortBindings(published(cell.definition.portMappings(), seat))
                    .withLinks(links(seat, cell));
        }
    }

    private static HostConfig limits(int memoryMib, int cpuUnits) {
        return HostConfig.newHostConfig()
                .withMemory(memoryMib * MIB)
                .withMemorySwap(memoryMib * MIB)
                .withNanoCPUs(cpuUnits * NANO_CPUS / CPU_UNITS)
                .withPidsLimit(Caps.PIDS)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withLogConfig(
                        new LogConfig(
                                LogConfig.LoggingType.JSON_FILE,
                                Map.of("max-size", "1m", "max-file", "1")));
    }

    private static int cpuUnits(Bench bench, Seat seat) {
        var whole = seat.definition().cpuUnits();
        return whole > 0 ? Math.min(whole, bench.caps().cpuUnits()) : bench.caps().cpuUnits();
    }

    private static List<PortBinding> published(List<PortMapping> mappings, Seat seat) {
        return mappings.stream().map(one -> new PortBinding(door(one, seat), port(one))).toList();
    }

    /// In `awsvpc` the host port is the task's own and none of the computer's; in `host` it is the
    /// container's.
    private static Ports.Binding door(PortMapping mapping, Seat seat) {
        if (seat.networkInterface.isPresent()) {
            return Ports.Binding.bindIp(LOOPBACK);
        }
        var port =
                seat.definition().networkMode() == NetworkMode.HOST
                        ? mapping.containerPort()
                        : mapping.hostPort();
        return port == 0
                ? Ports.Binding.bindIp(LOOPBACK)
                : Ports.Binding.bindIpAndPort(LOOPBACK, port);
    }

    private static List<ExposedPort> exposed(List<PortMapping> mappings) {
        return mappings.stream().map(Blueprint::port).toList();
    }

    private static ExposedPort port(PortMapping mapping) {
        return new ExposedPort(
                mapping.containerPort(),
                InternetProtocol.valueOf(mapping.protocol().toUpperCase(Locale.ROOT)));
    }

    private static List<Bind> binds(Bench bench, Seat seat, Cell cell) {
        return cell.definition.settings().mountPoints().stream()
                .map(mount ->
                        new Bind(
                                volume(bench.owner(), seat.task, named(seat, mount)),
                                new Volume(mount.containerPath()),
                                mount.readOnly() ? AccessMode.ro : AccessMode.rw))
                .toList();
    }

    private static ecslab.ecs.model.Volume named(Seat seat, MountPoint mount) {
        return seat.definition().volumes().stream()
                .filter(one -> one.name().equals(mount.sourceVolume()))
                .findFirst()
                .orElseThrow();
    }

    private static List<VolumesFrom> volumesFrom(Seat seat, Cell cell) {
        return cell.definition.settings().volumesFrom().stream()
                .map(from ->
                        new VolumesFrom(
                                seat.cell(from.sourceContainer()).id,
                                from.readOnly() ? AccessMode.ro : AccessMode.rw))
                .toList();
    }

    private static List<Link> links(Seat seat, Cell cell) {
        var links = new ArrayList<Link>();
        for (var link : cell.definition.settings().links()) {
            var parts = link.split(":", 2);
            links.add(new Link(name(seat, parts[0]), parts.length > 1 ? parts[1] : parts[0]));
        }
        return links;
    }

    /// An image's own HEALTHCHECK doesn't count for ECS.
    private static HealthCheck health(ContainerHealthCheck asked) {
        return switch (asked) {
            case ContainerHealthCheck.None() -> new HealthCheck().withTest(List.of("NONE"));
            case Check check -> {
                var health =
                        new HealthCheck()
                                .withTest(check.command())
                                .withInterval(check.interval().toNanos())
                                .withTimeout(check.timeout().toNanos())
                                .withRetries(check.retries());
                yield check.startPeriod().compareTo(Duration.ZERO) > 0
                        ? health.withStartPeriod(check.startPeriod().toNanos())
                                .withStartInterval(FIRST_CHECK_NANOS)
                        : health;
            }
        };
    }
}
