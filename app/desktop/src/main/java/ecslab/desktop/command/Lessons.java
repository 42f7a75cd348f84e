package ecslab.desktop.command;

import ecslab.desktop.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// What can be done with lessons without a window; by itself it does nothing.
@Command(
        name = "lessons",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Work on lessons: check them.")
public final class Lessons implements Callable<Integer> {

    @Override
    public Integer call() {
        throw BadUse.of(
                "ecslab lessons",
                "nothing is said about what to do with them",
                "Write: ecslab lessons check DIR");
    }
}
