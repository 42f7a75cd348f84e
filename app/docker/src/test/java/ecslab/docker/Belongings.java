package ecslab.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is on the engine, as `docker` itself lists it: containers, networks, volumes and images.
record Belongings(String containers, String networks, String volumes, String images) {

    static Belongings now() throws IOException, InterruptedException {
        return new Belongings(
                docker("ps", "-a", "--no-trunc", "--format", "{{.ID}} {{.Names}}"),
                docker("network", "ls", "--format", "{{.ID}} {{.Name}}"),
                docker("volume", "ls", "--format", "{{.Name}}"),
                sorted(
                        docker(
                                "images",
                                "-a",
                                "--no-trunc",
                                "--format",
                                "{{.ID}} {{.Repository}}")));
    }

    /// The engine lists images of one moment in any order.
    private static String sorted(String lines) {
        return String.join("\n", lines.lines().sorted().toList());
    }

    static String docker(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("docker", "-H", Engines.endpoint()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
