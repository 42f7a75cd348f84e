package ecslab.stage;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.Keyframes;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A run whose events are written beforehand. It knows three commands: StopTask of `nobody` is
/// refused, StopTask of `everything` breaks the run, and any other is reported and does nothing.
public final class ScriptedRun implements Run {

    private final RunHeader header;
    private final List<Event> script;
    private final EventLog log = new EventLog();
    private final Keyframes keyframes = new Keyframes(log);
    private final List<TimedCommand> commands = new ArrayList<>();
    private int told;
    private SimInstant now = SimInstant.START;
    private SimInstant frontier = SimInstant.START;

    public ScriptedRun(RunHeader header, List<? extends Event> script) {
        this.header = header;
        this.script = List.copyOf(script);
        compute(SimInstant.START);
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public SimInstant now() {
        return now;
    }

    @Override
    public SimInstant frontier() {
        return frontier;
    }

    @Override
    public ClusterState snapshot() {
        return keyframes.at(position());
    }

    @Override
    public List<Event> events() {
        return log.all();
    }

    @Override
    public int position() {
        return log.countUpTo(now);
    }

    @Override
    public void seek(SimInstant instant) {
        now = SimInstant.earlier(instant, header.until());
        compute(now);
    }

    @Override
    public Run branch(SimInstant instant, String name) {
        var branch = new ScriptedRun(header.withBranch(name), script);
        for (var command : commands) {
            if (!command.at().isAfter(instant)) {
                branch.seek(command.at());
                branch.submit(command.command());
            }
        }
        branch.seek(instant);
        return branch;
    }

    @Override
    public List<TimedCommand> commands() {
        return commands;
    }

    @Override
    public Answer submit(Command command) {
        if (now.isBefore(frontier)) {
            throw new IllegalStateException("the past can't be changed: branch first");
        }
        if (command instanceof TaskCommand.StopTask stop && stop.task().equals("everything")) {
            throw new IllegalStateException("the run is broken");
        }
        if (command instanceof TaskCommand.StopTask stop && stop.task().equals("nobody")) {
            var error =
                    new ApiError(
                            "InvalidParameterException",
                            400,
                            "The referenced task was not found.",
                            "/task",
                            Phrase.NOTHING);
            log.add(new Event.ApiRefusal(now, 1, Event.Origin.LEARNER, command, error));
            return error;
        }
        commands.add(new TimedCommand(now, command));
        log.add(new Event.ApiCall(now, commands.size(), Event.Origin.LEARNER, command));
        return new Response.EmptyResponse();
    }

    @Override
    public void listen(Consumer<Event> listener) {
        throw new UnsupportedOperationException("nobody listens to a scripted run");
    }

    private void compute(SimInstant instant) {
        while (told < script.size() && !script.get(told).at().isAfter(instant)) {
            log.add(script.get(told++));
        }
        frontier = SimInstant.later(frontier, instant);
    }
}
