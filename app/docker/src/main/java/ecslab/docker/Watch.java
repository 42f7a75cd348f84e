package ecslab.docker;

import com.github.dockerjava.api.model.Event;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Hears what the engine says, and notices when it says no more: asks it again and again, opens the
/// stream of events anew, and has everything looked at that may have been missed.
final class Watch implements Closeable {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /// A stream may lose an event without ending.
    private static final int LOOK_AT_ALL_EVERY = 20;

    private static final Set<String> COUNT =
            Set.of("die", "oom", "destroy", "health_status: healthy", "health_status: unhealthy");

    /// A health check is such a command; the engine notes what came of it a moment later.
    private static final String COMMAND_ENDED = "exec_die";

    private static final Duration NOTED = Duration.ofMillis(150);

    private final Bench bench;
    private final DockerEngine asked;
    private final BiConsumer<String, String> happened;
    private final Runnable missed;
    private final Runnable back;
    private volatile boolean streams;
    private @Nullable Closeable stream;
    private int rounds;

    /// @param happened hears task and container, on the owner thread
    /// @param missed something may have been missed; on the owner thread
    /// @param back the engine answers again; on the owner thread
    Watch(
            Bench bench,
            String endpoint,
            BiConsumer<String, String> happened,
            Runnable missed,
            Runnable back) {
        this.bench = bench;
        this.happened = happened;
        this.missed = missed;
        this.back = back;
        asked = new DockerEngine(endpoint, ANSWER);
    }

    void begin() {
        open();
        bench.hands().repeat(EVERY, this::check);
    }

    private void open() {
        streams = true;
        stream = bench.engine().events(bench.owner().id(), this::hear, () -> streams = false);
    }

    private void hear(Event event) {
        var action = String.valueOf(event.getAction());
        var actor = event.getActor();
        if (actor == null) {
            return;
        }
        var task = Labels.get(actor.getAttributes(), Labels.TASK);
        var container = Labels.get(actor.getAttributes(), Labels.CONTAINER);
        Runnable look = () -> bench.inbox().accept(() -> happened.accept(task, container));
        if (COUNT.contains(action)) {
            look.run();
        } else if (action.equals(COMMAND_ENDED)) {
            bench.hands().later(NOTED, look);
        }
    }

    /// On a timer.
    private void check() {
        try {
            asked.ping();
            if (!bench.line().isOpen()) {
                open();
                bench.inbox().accept(back);
            } else if (!streams) {
                open();
                bench.inbox().accept(missed);
            } else if (++rounds % LOOK_AT_ALL_EVERY == 0) {
                bench.inbox().accept(missed);
            }
        } catch (EngineGone | EngineRefused _) {
            bench.inbox().accept(bench.line()::close);
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
        asked.close();
    }
}
