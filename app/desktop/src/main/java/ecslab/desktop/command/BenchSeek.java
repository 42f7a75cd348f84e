package ecslab.desktop.command;

import ecslab.desktop.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Measures how long it takes to look at any moment of a run.
@Command(
        name = "seek",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Measure how fast any moment of a run is found.",
        footer = {
            "",
            "Two runs are played and read once: one of about 100,000 events, and one of 1,000 tasks"
                + " under 5,000 requests a second for 10 minutes. Then 400 moments all over the run"
                + " are looked up; the second half counts."
        })
public final class BenchSeek implements Callable<Integer> {

    private final Terminal terminal;

    public BenchSeek(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new BenchTraffic(terminal).seeks();
        return Exit.DONE;
    }
}
