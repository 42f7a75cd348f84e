package ecslab.desktop.command;

import ecslab.desktop.live.ReaperCommand;
import ecslab.docker.Reaper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What a live cluster starts beside itself: it waits for the end of the program, which is the end
/// of its standard input, and then removes what the program has left on the Docker engine.
@Command(name = ReaperCommand.NAME, hidden = true)
public final class Reap implements Callable<Integer> {

    @Parameters(index = "0")
    private String endpoint = "";

    @Parameters(index = "1")
    private String owner = "";

    @Override
    public Integer call() {
        Reaper.reap(System.in, endpoint, owner);
        return Exit.DONE;
    }
}
