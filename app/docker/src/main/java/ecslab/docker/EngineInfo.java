package ecslab.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.util.Locale;

/// What a Docker engine says about itself and its machine.
///
/// @param version such as `28.2.2`
/// @param apiVersion such as `1.41`
/// @param product such as `Docker Engine - Community`, `Podman Engine`
/// @param architecture `amd64` or `arm64`, as images name it
public record EngineInfo(
        String version,
        String apiVersion,
        String product,
        String operatingSystem,
        String architecture,
        int cpus,
        long memoryMib) {

    private static final String PODMAN = "Podman";
    private static final long MIB = 1 << 20;

    static EngineInfo of(Version version, Info info) {
        return new EngineInfo(
                String.valueOf(version.getVersion()),
                String.valueOf(version.getApiVersion()),
                product(version),
                String.valueOf(info.getOperatingSystem()),
                architecture(String.valueOf(version.getArch())),
                info.getNCPU() == null ? 1 : info.getNCPU(),
                info.getMemTotal() == null ? 0 : info.getMemTotal() / MIB);
    }

    /// Podman writes its name among its parts.
    private static String product(Version version) {
        var parts = version.getComponents();
        var first =
                parts == null || parts.isEmpty() ? "" : String.valueOf(parts.getFirst().getName());
        var platform = version.getPlatform();
        var named = platform == null ? "" : String.valueOf(platform.getName());
        return first.startsWith(PODMAN) ? first : named;
    }

    private static String architecture(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm64";
            case "x86_64", "amd64" -> "amd64";
            default -> said;
        };
    }

    /// Podman speaks Docker's language, but not all of it means the same there.
    public boolean isPodman() {
        return product.startsWith(PODMAN);
    }
}
