package ecslab.ecs.state;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ApiCall;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.function.Consumer;

/// What a live run has left: it can be looked at from its start to its end, and nothing more.
public final class RecordedRun implements Run {

    private final RunHeader header;
    private final EventLog log;
    private final Keyframes keyframes;
    private SimInstant now = SimInstant.START;

    public RecordedRun(RunHeader header, List<Event> events) {
        this.header = header;
        log = new EventLog(events);
        keyframes = new Keyframes(log);
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
        return header.until();
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
    }

    /// Refused: what is recorded doesn't change.
    @Override
    public Answer submit(Command command) {
        return Recorded.REFUSED;
    }

    /// Nothing happens any more.
    @Override
    public void listen(Consumer<Event> listener) {}

    /// @throws UnsupportedOperationException always
    @Override
    public Run branch(SimInstant instant, String name) {
        throw new UnsupportedOperationException("a recorded run has no branches");
    }

    @Override
    public List<TimedCommand> commands() {
        return log.all().stream()
                .filter(ApiCall.class::isInstance)
                .map(ApiCall.class::cast)
                .filter(call -> call.origin() == Origin.LEARNER)
                .map(call -> new TimedCommand(call.at(), call.command()))
                .toList();
    }
}
