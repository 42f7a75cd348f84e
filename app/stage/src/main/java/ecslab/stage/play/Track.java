package ecslab.stage.play;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Run;
import ecslab.ecs.RunKind;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One branch of a run, and how far the reader has seen it.
///
/// A step looks for the next event ahead and so computes more than it shows. What was computed but
/// never seen isn't the past: it is thrown away when the reader acts.
final class Track {

    private static final Duration LOOK_AHEAD = Duration.ofSeconds(1);

    private Run run;
    private final EventTape tape;
    private SimInstant seen;

    Track(Run run) {
        this(run, new EventTape());
    }

    private Track(Run run, EventTape tape) {
        this.run = run;
        this.tape = tape;
        this.seen = run.now();
        see();
    }

    Run run() {
        return run;
    }

    SimInstant now() {
        return run.now();
    }

    SimInstant seen() {
        return seen;
    }

    List<Event> events() {
        return tape.list();
    }

    boolean isAtEnd() {
        return !now().isBefore(run.header().until());
    }

    boolean isInThePast() {
        return now().isBefore(seen);
    }

    /// Goes to a moment, but not beyond the run's end.
    void moveTo(SimInstant instant) {
        var target = SimInstant.earlier(instant, run.header().until());
        if (target.isBefore(now())) {
            run.seek(target);
        } else {
            run.advanceTo(target);
        }
        see();
    }

    /// Carries a command out at the present moment, which must not lie in the past.
    ///
    /// A live run carries it out now, wherever the reader stands.
    Answer submit(Command command) {
        var computed = run.header().kind() == RunKind.SIMULATED;
        if (computed && now().isBefore(run.frontier())) {
            run = run.branch(now(), run.header().branch());
        }
        var answer = run.submit(command);
        see();
        return answer;
    }

    /// The same up to `instant`, under another name.
    Track branch(SimInstant instant, String name) {
        var branched = run.branch(instant, name);
        return new Track(branched, tape.first(Math.min(tape.size(), branched.position())));
    }

    /// The same until one of the learner's commands, which never came.
    Track before(int command, String name) {
        var branched = run.before(command, name);
        return new Track(branched, tape.first(Math.min(tape.size(), branched.position())));
    }

    /// A branch at the present moment that begins with a command; none if it is refused, since a
    /// wish that changes nothing needs no branch.
    Attempt attempt(Command command, String name) {
        var branched = branch(now(), name);
        var answer = branched.submit(command);
        return answer instanceof ApiError
                ? new Attempt(answer, Optional.empty())
                : new Attempt(answer, Optional.of(branched));
    }

    /// What came of acting in the past. Never stored, so it may hold an Optional.
    record Attempt(Answer answer, Optional<Track> branched) {}

    boolean isLive() {
        return run.header().isLive();
    }

    /// Whether acting in the past makes a branch.
    boolean branches() {
        return run.header().kind() == RunKind.SIMULATED;
    }

    /// Goes to where a live run has got by now.
    void follow() {
        run.advanceTo(run.frontier());
        see();
    }

    /// How far the run has got that goes on by itself.
    SimInstant frontier() {
        return run.frontier();
    }

    /// The moment of the next event that counts, looked for beyond what has been computed; the
    /// run's end if there is none.
    SimInstant next(Predicate<Event> counts) {
        var from = now();
        var index = run.position();
        while (true) {
            var events = run.events();
            while (index < events.size()) {
                var event = events.get(index++);
                if (counts.test(event)) {
                    return event.at();
                }
            }
            if (isLive()) {
                return SimInstant.later(from, run.frontier());
            }
            if (!run.frontier().isBefore(run.header().until())) {
                return SimInstant.later(from, run.header().until());
            }
            run.advanceTo(run.frontier().plus(LOOK_AHEAD));
        }
    }

    /// The moment of the last event that counts before the present one; the run's start if there is
    /// none.
    SimInstant previous(Predicate<Event> counts) {
        var events = run.events();
        for (var index = run.position() - 1; index >= 0; index--) {
            var event = events.get(index);
            if (event.at().isBefore(now()) && counts.test(event)) {
                return event.at();
            }
        }
        return SimInstant.START;
    }

    private void see() {
        seen = SimInstant.later(seen, run.now());
        tape.takeUpTo(EventLog.countUpTo(run.events(), seen), run.events());
    }
}
