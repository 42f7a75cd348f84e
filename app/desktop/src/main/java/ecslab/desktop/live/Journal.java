package ecslab.desktop.live;

import ecslab.ecs.RunHeader;
import ecslab.ecs.RunKind;
import ecslab.ecs.event.Event;
import ecslab.wire.run.RunFileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Writes down what happens while it happens, so that a program that is killed leaves a run file up
/// to its last second. One that ends as it should keeps the whole and takes this file away.
final class Journal {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConcurrentLinkedQueue<Event> told = new ConcurrentLinkedQueue<>();
    private final Path file;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private volatile boolean ended;

    Journal(Path file) {
        this.file = file;
    }

    /// Begins with the header of the run, and hears its events.
    Consumer<Event> begin(RunHeader header) {
        var recorded = header.withKind(RunKind.RECORDED);
        thread = Thread.ofPlatform().daemon().name("live-journal").start(() -> write(recorded));
        return told::add;
    }

    /// Where there is no room to write, the run goes on without.
    private void write(RunHeader header) {
        try (var out = new RunFileWriter(file, header)) {
            while (!ended) {
                for (var next = told.poll(); next != null; next = told.poll()) {
                    out.write(next);
                }
                out.flush();
                LockSupport.parkNanos(EVERY.toNanos());
            }
        } catch (IOException _) {
            ended = true;
        }
    }

    /// The whole is kept elsewhere by now.
    void end() {
        ended = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE);
            Files.deleteIfExists(file);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
