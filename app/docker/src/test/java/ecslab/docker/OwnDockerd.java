package ecslab.docker;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/// A Docker engine of a test's own, beside the one that is there, which it may kill. Only root can
/// start one.
final class OwnDockerd implements AutoCloseable {

    private static final Duration STARTS = Duration.ofSeconds(30);
    private static final String BRIDGE = "ecslab-test0";
    private static final int LOG_LINES = 12;
    private static final String ADDRESS = "172.31.213.1/24";

    private final Path folder;
    private Process process;

    private OwnDockerd(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static OwnDockerd start() throws IOException, InterruptedException {
        var able = "root".equals(System.getProperty("user.name")) && found("dockerd");
        if (!able && Engines.REQUIRED) {
            fail("root and dockerd are required for an engine that a test may kill");
        }
        Assumptions.assumeTrue(able, "SKIPPED: only root can start an engine of its own");
        run("ip", "link", "add", BRIDGE, "type", "bridge");
        run("ip", "addr", "add", ADDRESS, "dev", BRIDGE);
        run("ip", "link", "set", BRIDGE, "up");
        var folder = Files.createTempDirectory("ecslab-dockerd");
        var own = new OwnDockerd(folder, begin(folder));
        own.awaitAnswer();
        return own;
    }

    private static boolean found(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static Process begin(Path folder) throws IOException {
        return new ProcessBuilder(
                        "dockerd",
                        "--host",
                        "unix://" + folder.resolve("docker.sock"),
                        "--data-root",
                        folder.resolve("data").toString(),
                        "--exec-root",
                        folder.resolve("exec").toString(),
                        "--pidfile",
                        folder.resolve("pid").toString(),
                        "--bridge",
                        BRIDGE,
                        "--iptables=false")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    String endpoint() {
        return "unix://" + folder.resolve("docker.sock");
    }

    private void awaitAnswer() throws IOException {
        var until = System.nanoTime() + STARTS.toNanos();
        while (System.nanoTime() < until) {
            try (var engine = new DockerEngine(endpoint())) {
                engine.ping();
                return;
            } catch (EngineGone | EngineRefused _) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        var log = Files.readAllLines(folder.resolve("log"));
        var end = log.subList(Math.max(0, log.size() - LOG_LINES), log.size());
        fail("dockerd doesn't start:\n" + String.join("\n", end));
    }

    /// As `kill -9` does: it can't say goodbye to anybody.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        Files.deleteIfExists(folder.resolve("pid"));
        // Where nobody waits for orphans, the containerd that went with it seems to live on.
        Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
        process = begin(folder);
        awaitAnswer();
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("dockerd was left running in " + folder);
        }
    }

    private void end() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STARTS.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        killWhatIsLeft();
        run("ip", "link", "delete", BRIDGE);
        run("umount", "-R", folder.resolve("data").toString());
        delete(folder.toFile());
    }

    /// What an engine that was killed has left running: each names a file below its folder.
    private void killWhatIsLeft() {
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(one -> {
                    one.descendants().forEach(ProcessHandle::destroyForcibly);
                    one.destroyForcibly();
                });
    }

    private static void delete(File file) {
        var within = file.listFiles();
        if (within != null && !Files.isSymbolicLink(file.toPath())) {
            for (var one : within) {
                delete(one);
            }
        }
        file.delete();
    }

    private static void run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
    }
}
