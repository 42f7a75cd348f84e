package ecslab.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import ecslab.ecs.model.ContainerDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a task definition says that only a real container has. What would reach out of it was
/// refused before by [Reach].
final class Extras {

    private static final long MIB = 1 << 20;
    private static final String NETWORK = "net.";

    /// Docker lets everybody in a container listen on port 80; Podman has to be told.
    private static final String LOW_PORTS = "net.ipv4.ip_unprivileged_port_start";

    private Extras() {}

    /// @param shares whether the network is the task's, with its names and settings
    static void give(
            CreateContainerCmd made,
            HostConfig host,
            ContainerDefinition container,
            boolean shares) {
        var given = Wishes.of(container);
        given.text("user").ifPresent(made::withUser);
        given.text("workingDirectory").ifPresent(made::withWorkingDir);
        made.withStdinOpen(given.flag("interactive")).withTty(given.flag("pseudoTerminal"));
        host.withReadonlyRootfs(given.flag("readonlyRootFilesystem"));
        host.withUlimits(
                given.elements("ulimits")
                        .map(one ->
                                new Ulimit(
                                        one.path("name").asText(),
                                        one.path("softLimit").asLong(),
                                        one.path("hardLimit").asLong()))
                        .toList());
        linux(host, given.linux());
        if (!shares) {
            names(made, host, given);
        }
        host.withSysctls(systemControls(Stream.of(container), shares));
    }

    private static void linux(HostConfig host, JsonNode linux) {
        host.withInit(linux.path("initProcessEnabled").asBoolean(false));
        host.withCapDrop(
                Wishes.texts(linux.path("capabilities").path("drop"))
                        .flatMap(Extras::capability)
                        .toArray(Capability[]::new));
        if (linux.path("sharedMemorySize").asInt(0) > 0) {
            host.withShmSize(linux.path("sharedMemorySize").asLong() * MIB);
        }
        var tmpfs = new LinkedHashMap<String, String>();
        Wishes.elements(linux.path("tmpfs"))
                .forEach(one -> tmpfs.put(one.path("containerPath").asText(), options(one)));
        host.withTmpFs(tmpfs);
    }

    private static Stream<Capability> capability(String name) {
        return Arrays.stream(Capability.values()).filter(one -> one.name().equals(name));
    }

    private static String options(JsonNode tmpfs) {
        var size = "size=" + tmpfs.path("size").asInt() + "m";
        return Stream.concat(Stream.of(size), Wishes.texts(tmpfs.path("mountOptions")))
                .collect(Collectors.joining(","));
    }

    private static void names(CreateContainerCmd made, HostConfig host, Wishes given) {
        given.text("hostname").ifPresent(made::withHostName);
        made.withNetworkDisabled(given.flag("disableNetworking"));
        host.withDns(given.texts("dnsServers").toList());
        host.withDnsSearch(given.texts("dnsSearchDomains").toList());
        host.withExtraHosts(
                given.elements("extraHosts")
                        .map(one ->
                                one.path("hostname").asText()
                                        + ":"
                                        + one.path("ipAddress").asText())
                        .toArray(String[]::new));
    }

    /// What the container that holds a task's network is set to: its containers' wishes.
    static Map<String, String> networkControls(List<ContainerDefinition> containers) {
        var all = new LinkedHashMap<String, String>();
        all.put(LOW_PORTS, "0");
        systemControls(containers.stream(), false).entrySet().stream()
                .filter(one -> one.getKey().startsWith(NETWORK))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /// @param shares whether the settings of the network are the task's
    private static Map<String, String> systemControls(
            Stream<ContainerDefinition> containers, boolean shares) {
        var all = new LinkedHashMap<String, String>();
        if (!shares) {
            all.put(LOW_PORTS, "0");
        }
        containers
                .flatMap(one -> Wishes.of(one).elements("systemControls"))
                .filter(one -> !shares || !one.path("namespace").asText().startsWith(NETWORK))
                .forEach(
                        one -> all.put(one.path("namespace").asText(), one.path("value").asText()));
        return all;
    }

    /// The learner's own labels; nobody becomes another owner by them.
    static Map<String, String> labels(ContainerDefinition container, Map<String, String> ours) {
        var all = new LinkedHashMap<String, String>();
        Wishes.of(container)
                .json("dockerLabels")
                .properties()
                .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        all.keySet().removeIf(name -> name.startsWith(Labels.PREFIX));
        all.putAll(ours);
        return all;
    }
}
