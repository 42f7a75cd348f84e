package ecslab.desktop.command;

import ecslab.desktop.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Measures how fast the program is; what is measured is its sub-command.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Measure how fast the program is on this computer.")
public final class Bench implements Callable<Integer> {

    @Override
    public Integer call() {
        throw BadUse.of(
                "ecslab bench",
                "nothing is said about what to measure",
                "Write: ecslab bench engine, ecslab bench seek, or ecslab bench frames");
    }
}
