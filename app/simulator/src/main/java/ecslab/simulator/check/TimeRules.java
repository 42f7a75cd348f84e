package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// Time goes on, and the API's calls are numbered without a gap.
final class TimeRules implements Checker.Rule {

    private final List<String> broken;
    private SimInstant last = SimInstant.START;
    private long calls;

    TimeRules(List<String> broken) {
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event.at().isBefore(last)) {
            broken.add(event.at() + " comes after " + last + ": " + event);
        }
        last = event.at();
        switch (event) {
            case Event.ApiCall(_, long call, _, _) -> number(event, call);
            case Event.ApiRefusal(_, long call, _, _, _) -> number(event, call);
            default -> {}
        }
    }

    private void number(Event event, long call) {
        calls++;
        if (call != calls) {
            broken.add(event.at() + " call " + call + " should be number " + calls);
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
