package ecslab.docker;

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
        long memoryMib) {}
