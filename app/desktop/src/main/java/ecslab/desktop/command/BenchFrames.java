package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.desktop.shot.Camera;
import ecslab.desktop.shot.FrameBench;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how long the window takes to show a frame, for ever more tasks.
@Command(
        name = "frames",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Measure how long a frame takes to show. No display is needed.")
public final class BenchFrames implements Callable<Integer> {

    @Option(
            names = "--tasks",
            paramLabel = "N,N,…",
            split = ",",
            description = "How many tasks run; 10,100,1000,5000 unless said.")
    private List<Integer> tasks = List.of(10, 100, 1_000, 5_000);

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeText.class,
            description = "The window's size in pixels; 1280x720 unless said.")
    private Camera.Size size = new Camera.Size(1280, 720);

    private final Terminal terminal;

    public BenchFrames(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (int count : tasks) {
            if (count < 1) {
                throw BadUse.of(
                        "--tasks", "must be 1 or more, but is " + count, "Write --tasks 10,100.");
            }
        }
        terminal.out()
                .line(
                        "milliseconds of the window's thread a frame while a run plays, with"
                                + " layout, without painting; a screen gives 16.7");
        terminal.out()
                .line(
                        String.format(
                                Locale.ROOT,
                                "%8s %8s %8s %10s %10s %10s %10s",
                                "tasks",
                                "on EC2",
                                "frames",
                                "picture",
                                "its 99th",
                                "window",
                                "its 99th"));
        for (int count : tasks) {
            for (var onEc2 : List.of(false, true)) {
                say(new FrameBench(size).measure(count, onEc2));
                terminal.out().flush();
            }
        }
        return Exit.DONE;
    }

    private void say(FrameBench.Row row) {
        terminal.out()
                .line(
                        String.format(
                                Locale.ROOT,
                                "%8d %8s %8d %10.2f %10.2f %10.2f %10.2f",
                                row.tasks(),
                                row.onEc2() ? "yes" : "no",
                                row.frames(),
                                row.picture().median(),
                                row.picture().slowest(),
                                row.window().median(),
                                row.window().slowest()));
    }
}
