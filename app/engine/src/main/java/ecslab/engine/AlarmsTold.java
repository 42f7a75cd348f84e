package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import java.util.List;

/// Tells which alarms a deployment listens to (behaviour reference §6.5): one that is in ALARM as
/// the deployment begins is ignored until its end, and one that nobody has made can't ring.
final class AlarmsTold {

    private AlarmsTold() {}

    static void tell(Desk desk, Service service) {
        var alarms = service.deploymentConfiguration().alarms();
        if (!alarms.enable()) {
            return;
        }
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.ROLLOUT,
                        List.of(),
                        alarms.alarmNames().stream().map(name -> told(desk, name)).toList(),
                        "",
                        Phrase.of(alarms.rollback() ? "rollout.alarms.back" : "rollout.alarms"));
    }

    private static Candidate told(Desk desk, String name) {
        var alarm = desk.state().alarms.get(name);
        if (alarm == null) {
            return new Candidate(name, false, Phrase.of("rollout.alarm.missing"));
        }
        return alarm.state() == AlarmState.ALARM
                ? new Candidate(name, false, Phrase.of("rollout.alarm.ignored"))
                : new Candidate(
                        name, true, Phrase.of("rollout.alarm.watched", "state", alarm.state()));
    }
}
