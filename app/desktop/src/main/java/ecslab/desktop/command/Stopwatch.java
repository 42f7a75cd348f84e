package ecslab.desktop.command;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/// Tells how long the start took, counted from the start of the JVM.
public final class Stopwatch {

    private final Consumer<String> told;

    public Stopwatch(Consumer<String> told) {
        this.told = told;
    }

    /// Tells how long it is since the JVM's start. (The operating system knows the process's start
    /// only to the second on some machines.)
    public void say(String what) {
        told.accept(what + ": " + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
    }
}
