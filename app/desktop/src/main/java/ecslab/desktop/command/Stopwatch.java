package ecslab.desktop.command;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Tells how long the start took, counted from the start of the process.
public final class Stopwatch {

    private final Consumer<String> told;

    public Stopwatch(Consumer<String> told) {
        this.told = told;
    }

    public void say(String what) {
        var began = ProcessHandle.current().info().startInstant();
        began.ifPresent(start ->
                told.accept(
                        what + ": " + Duration.between(start, Instant.now()).toMillis() + " ms"));
    }
}
