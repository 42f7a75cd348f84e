package ecslab.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecslab.docker.Finding.Kind;
import ecslab.docker.Finding.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks where Docker engines are on this computer, and asks each. Nothing is changed by it.
///
/// @param environment as the system has it
/// @param userHome where contexts and per-user sockets lie
/// @param root the file system's; another one in tests
/// @param isWindows whether there are named pipes instead of sockets
public record EngineFinder(
        Map<String, String> environment, Path userHome, Path root, boolean isWindows) {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNIX = "unix://";
    private static final String PIPE = "npipe:////./pipe/docker_engine";

    /// A finder for this computer.
    public static EngineFinder here() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return new EngineFinder(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("/"),
                system.contains("windows"));
    }

    /// All places, best first, each asked. Empty if there is no sign of Docker.
    public List<Finding> find() {
        var seen = new LinkedHashSet<String>();
        var all = new ArrayList<Finding>();
        for (var place : places()) {
            if (seen.add(real(place.endpoint()))) {
                all.add(new Finding(place.kind(), place.endpoint(), ask(place.endpoint())));
            }
        }
        return List.copyOf(all);
    }

    /// Whether there is a place to ask. Nobody is asked for this.
    public boolean hasSign() {
        return !places().isEmpty();
    }

    /// Where to ask.
    record Place(Kind kind, String endpoint) {}

    List<Place> places() {
        var all = new ArrayList<Place>();
        var named = environment.getOrDefault("DOCKER_HOST", "");
        if (!named.isEmpty()) {
            all.add(new Place(Kind.DOCKER_HOST, named));
        }
        context().ifPresent(endpoint -> all.add(new Place(Kind.CONTEXT, endpoint)));
        if (isWindows) {
            all.add(new Place(Kind.NAMED_PIPE, PIPE));
        }
        socket(all, Kind.SOCKET, root.resolve("var/run/docker.sock"));
        socket(all, Kind.DESKTOP, userHome.resolve(".docker/run/docker.sock"));
        socket(all, Kind.DESKTOP, userHome.resolve(".docker/desktop/docker.sock"));
        socket(all, Kind.COLIMA, userHome.resolve(".colima/default/docker.sock"));
        socket(all, Kind.COLIMA, userHome.resolve(".colima/docker.sock"));
        socket(all, Kind.RANCHER, userHome.resolve(".rd/docker.sock"));
        socket(all, Kind.ORBSTACK, userHome.resolve(".orbstack/run/docker.sock"));
        var runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            socket(all, Kind.ROOTLESS, Path.of(runtime, "docker.sock"));
            socket(all, Kind.PODMAN, Path.of(runtime, "podman/podman.sock"));
        }
        socket(all, Kind.PODMAN, root.resolve("run/podman/podman.sock"));
        return List.copyOf(all);
    }

    private static void socket(List<Place> all, Kind kind, Path path) {
        if (Files.exists(path)) {
            all.add(new Place(kind, UNIX + path));
        }
    }

    /// The context that is chosen, unless it is the one that needs no choosing.
    private Optional<String> context() {
        var config = json(userHome.resolve(".docker/config.json"));
        var named = environment.getOrDefault("DOCKER_CONTEXT", "");
        var chosen = named.isEmpty() ? config.path("currentContext").asText("") : named;
        if (chosen.isEmpty() || chosen.equals("default")) {
            return Optional.empty();
        }
        var meta =
                json(
                        userHome.resolve(".docker/contexts/meta")
                                .resolve(sha256(chosen))
                                .resolve("meta.json"));
        var host = meta.path("Endpoints").path("docker").path("Host").asText("");
        return host.isEmpty() ? Optional.empty() : Optional.of(host);
    }

    private static JsonNode json(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
        } catch (IOException _) {
            return JSON.missingNode();
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// One engine may be found in several ways: `/run` and `/var/run` are often one folder.
    private static String real(String endpoint) {
        if (!endpoint.startsWith(UNIX)) {
            return endpoint;
        }
        try {
            return Path.of(endpoint.substring(UNIX.length())).toRealPath().toString();
        } catch (IOException _) {
            return endpoint;
        }
    }

    private static State ask(String endpoint) {
        if (!isHere(endpoint)) {
            return new State.Elsewhere();
        }
        if (endpoint.startsWith(UNIX)) {
            var socket = Path.of(endpoint.substring(UNIX.length()));
            if (Files.exists(socket) && !Files.isWritable(socket)) {
                return new State.Forbidden();
            }
        }
        try (var engine = new DockerEngine(endpoint, ANSWER)) {
            return new State.Answers(engine.info());
        } catch (EngineGone | EngineRefused | IOException silent) {
            return new State.Silent(root(silent));
        }
    }

    private static String root(Throwable silent) {
        var cause = silent;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean isHere(String endpoint) {
        return endpoint.startsWith(UNIX)
                || endpoint.startsWith("npipe:")
                || endpoint.matches("tcp://(localhost|127\\.0\\.0\\.1)(:\\d+)?/?");
    }
}
