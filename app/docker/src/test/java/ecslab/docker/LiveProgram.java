package ecslab.docker;

import java.util.List;

/// A program that runs a live cluster until it is killed, and the program that waits for its end.
final class LiveProgram {

    private LiveProgram() {}

    /// With `reap`, endpoint and owner it waits; else it runs a service of three tasks, with a
    /// reaper if it is told to, and prints its owner.
    public static void main(String[] words) throws InterruptedException {
        if (words[0].equals("reap")) {
            Reaper.reap(System.in, words[1], words[2]);
            return;
        }
        var reaper = words[0].equals("reaper") ? command("reap") : List.<String>of();
        var live = Live.start(Drafts.cluster().web("web:v1"), given -> given.withReaper(reaper));
        live.submit("ecs:CreateService", Drafts.service(3, false, ""));
        live.awaitRunning(3);
        new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
                .println(live.cluster().ownerId());
        Thread.currentThread().join();
    }

    static List<String> command(String... words) {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LiveProgram.class.getName()));
        command.addAll(List.of(words));
        return command;
    }
}
