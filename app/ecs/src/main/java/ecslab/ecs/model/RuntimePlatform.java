package ecslab.ecs.model;

/// What a task definition's containers are built for.
///
/// @param cpuArchitecture [#X86_64] or [#ARM64]; empty if it was left out
/// @param operatingSystemFamily such as `LINUX`; empty if it was left out
public record RuntimePlatform(String cpuArchitecture, String operatingSystemFamily) {

    public static final String X86_64 = "X86_64";
    public static final String ARM64 = "ARM64";
    public static final String LINUX = "LINUX";

    public static final RuntimePlatform NONE = new RuntimePlatform("", "");

    /// What Fargate gives the task a machine of.
    public String architecture() {
        return cpuArchitecture.isEmpty() ? X86_64 : cpuArchitecture;
    }

    public boolean isWindows() {
        return operatingSystemFamily.startsWith("WINDOWS");
    }

    /// As image manifests write it, such as `linux/amd64`.
    public static String inManifests(String architecture) {
        return architecture.equals(ARM64) ? "linux/arm64" : "linux/amd64";
    }
}
