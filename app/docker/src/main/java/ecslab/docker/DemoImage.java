package ecslab.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecslab.assets.Assets;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.ecs.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The images that come with the program: one static web server under several tags. They are packed
/// here, so that a Docker engine gets them without any network, and the same ones everywhere.
final class DemoImage {

    /// A tag and the environment that makes it what it is.
    private static final Map<String, List<String>> TAGS = demo();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREATED = "2026-01-01T00:00:00Z";
    private static final int EXECUTABLE = 0_755;
    private static final int READABLE = 0_644;

    private static final String ANYBODYS = "ecslab-";
    private static final String LOCALHOST = "localhost/";

    private DemoImage() {}

    /// Those that work first: a picture has no room for all.
    private static Map<String, List<String>> demo() {
        var tags = new LinkedHashMap<String, List<String>>();
        tags.put("web:v1", List.of("VERSION=v1"));
        tags.put("web:v2", List.of("VERSION=v2"));
        tags.put("worker:v1", List.of("VERSION=worker", "PORT=9000"));
        tags.put("web:crash", List.of("VERSION=crash", "EXIT_AFTER_MS=300"));
        tags.put("web:sick", List.of("VERSION=sick", "HEALTH=broken"));
        return tags;
    }

    /// Its name on the engine. Another copy of the program has names of its own, so that neither
    /// takes the other's away.
    static String reference(Owner owner, String tag) {
        return prefix(owner.id()) + tag;
    }

    static String prefix(String owner) {
        return ANYBODYS + owner + "/";
    }

    /// Whether an image is an owner's, as Docker or Podman names it.
    static boolean isOf(String owner, String reference) {
        return plain(reference).startsWith(prefix(owner));
    }

    /// Podman says of images that came from no registry that they are from here.
    private static String plain(String reference) {
        return reference.startsWith(LOCALHOST)
                ? reference.substring(LOCALHOST.length())
                : reference;
    }

    /// Whether an image came with some copy of this program.
    static boolean isAnybodys(String reference) {
        return plain(reference).startsWith(ANYBODYS);
    }

    /// What comes with the program, and what a scenario's own registry holds: the demo program
    /// behaves as the scenario says of its images, as far as it can.
    ///
    /// @return by tag, such as `web:v1`: the environment that makes the image what it is
    static Map<String, List<String>> tags(Scenario scenario) {
        var tags = new LinkedHashMap<String, List<String>>();
        for (var image : scenario.images()) {
            var name = ImageName.parse(image.uri());
            if (name.host().equals(scenario.arns().registryHost()) && !name.isByDigest()) {
                tags.put(name.repository() + ":" + name.reference(), environment(name, image));
            }
        }
        TAGS.forEach(tags::putIfAbsent);
        return tags;
    }

    private static List<String> environment(ImageName name, ImageBehaviour image) {
        var all = new ArrayList<String>();
        all.add("VERSION=" + name.reference());
        all.add("STARTS_IN_MS=" + image.startsIn().toMillis());
        all.add("HEALTH_PATH=" + image.healthPath());
        if (image.end() instanceof ProgramEnd.After(var ranFor, int exitCode)) {
            all.add("EXIT_AFTER_MS=" + ranFor.toMillis());
            all.add("EXIT_CODE=" + exitCode);
        }
        return all;
    }

    /// A docker-archive with all tags, for a machine of this architecture.
    static byte[] archive(Owner owner, String architecture, Map<String, List<String>> tags) {
        var layer = tar(Map.of("server", program(architecture)), EXECUTABLE);
        var layerName = hex(layer) + ".tar";
        var files = new java.util.LinkedHashMap<String, byte[]>();
        files.put(layerName, layer);
        var manifest = new ArrayList<Map<String, Object>>();
        tags.forEach((tag, environment) -> {
            var config = json(config(owner, environment, architecture, hex(layer)));
            files.put(hex(config) + ".json", config);
            manifest.add(
                    Map.of(
                            "Config", hex(config) + ".json",
                            "RepoTags", List.of(reference(owner, tag)),
                            "Layers", List.of(layerName)));
        });
        files.put("manifest.json", json(manifest));
        return tar(files, READABLE);
    }

    /// With the owner's label, so that two copies never hold, and never take away, one image.
    private static Map<String, Object> config(
            Owner owner, List<String> environment, String architecture, String layer) {
        var run = new TreeMap<String, Object>();
        run.put("Entrypoint", List.of("/server"));
        run.put("Env", environment);
        run.put("ExposedPorts", Map.of("80/tcp", Map.of()));
        run.put("Labels", Map.of(Labels.OWNER, owner.id()));
        run.put("User", "65534:65534");
        var all = new TreeMap<String, Object>();
        all.put("architecture", architecture);
        all.put("config", run);
        all.put("created", CREATED);
        all.put("history", List.of(Map.of("created_by", "ECS Lab")));
        all.put("os", "linux");
        var root = new TreeMap<String, Object>();
        root.put("type", "layers");
        root.put("diff_ids", List.of("sha256:" + layer));
        all.put("rootfs", root);
        return all;
    }

    private static byte[] program(String architecture) {
        try (var in = Assets.url("demo-image/server-" + architecture).openStream()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] tar(Map<String, byte[]> files, int mode) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setMode(mode);
                entry.setModTime(0);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static byte[] json(Object what) {
        try {
            return JSON.writeValueAsString(what).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
