package ecslab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The way to the Docker engine, and the work that waits for it to be open again.
final class Line {

    private final Hands hands;
    private final Consumer<Runnable> inbox;
    private final List<Runnable> waiting = new ArrayList<>();
    private Runnable cut = () -> {};
    private volatile boolean open = true;

    Line(Hands hands, Consumer<Runnable> inbox) {
        this.hands = hands;
        this.inbox = inbox;
    }

    /// @param heard on the owner thread, once each time that the engine stops answering
    void onCut(Runnable heard) {
        cut = heard;
    }

    boolean isOpen() {
        return open;
    }

    /// Does a piece of work on another thread, again if the engine goes away meanwhile. It must not
    /// mind being done twice.
    void work(Runnable what) {
        if (open) {
            hands.work(() -> tried(what));
        } else {
            waiting.add(what);
        }
    }

    /// The same for work that itself waits.
    void wait(Runnable what) {
        if (open) {
            hands.wait(() -> tried(what));
        } else {
            waiting.add(what);
        }
    }

    private void tried(Runnable what) {
        try {
            what.run();
        } catch (EngineGone _) {
            inbox.accept(() -> {
                waiting.add(what);
                close();
            });
        }
    }

    /// The engine doesn't answer any more.
    void close() {
        if (open) {
            open = false;
            cut.run();
        }
    }

    /// The engine answers again: what has waited is done now.
    void reopen() {
        open = true;
        var again = List.copyOf(waiting);
        waiting.clear();
        again.forEach(this::wait);
    }
}
