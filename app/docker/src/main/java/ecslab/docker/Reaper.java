package ecslab.docker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A process of its own that removes what an owner leaves behind, however that came to its end.
///
/// It holds one end of a pipe, which closes with the program, also when that is killed. Then it
/// removes everything of the owner, and waits for an engine that is being restarted.
public final class Reaper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Process process;

    private Reaper(Process process) {
        this.process = process;
    }

    /// Starts one for an owner.
    ///
    /// @param command how the program is started that calls [#reap]; endpoint and owner follow
    static Reaper start(List<String> command, String endpoint, Owner owner) throws IOException {
        var words = new ArrayList<>(command);
        words.add(endpoint);
        words.add(owner.id());
        return new Reaper(
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /// What the process does.
    ///
    /// @param pipe ends when the owner ends
    public static void reap(InputStream pipe, String endpoint, String owner) {
        var done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> await(done)));
        try {
            await(pipe);
            sweep(endpoint, owner);
        } finally {
            done.countDown();
        }
    }

    /// Ctrl+C, a closed terminal and the end of a session are told to the reaper as well, which
    /// must not go before its owner.
    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                // Nobody writes: only the end counts.
            }
        } catch (IOException _) {
            // A broken pipe is an end, too.
        }
    }

    private static void sweep(String endpoint, String owner) {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUpAt) {
            try (var engine = new DockerEngine(endpoint, ANSWER)) {
                new Sweep(engine).owner(owner);
                return;
            } catch (EngineGone | IOException _) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    /// The program ends as it should: the reaper looks once more and ends.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // Then it has ended already.
        }
    }
}
