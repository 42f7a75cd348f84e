package ecslab.engine;

import ecslab.ecs.event.Event.DeploymentStateChange;
import ecslab.ecs.event.Event.ServiceAction;
import ecslab.ecs.event.Event.ServiceEvent;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TaskId;
import java.util.List;

/// What a service says: its `events[]`, in ECS's words, and their EventBridge twins.
final class ServiceMessages {

    private final Desk desk;

    ServiceMessages(Desk desk) {
        this.desk = desk;
    }

    /// @param words what follows `(service NAME) `
    void say(ServiceName service, String words) {
        report(service, "(service " + service.service() + ") " + words);
    }

    /// What is said of one deployment's tasks names it in the prefix.
    void sayOfTaskSet(ServiceName service, String deployment, String words) {
        report(service, "(service " + service.service() + ", taskSet " + deployment + ") " + words);
    }

    /// Where ECS doesn't begin with `(service NAME)`.
    void sayPlain(ServiceName service, String words) {
        report(service, words);
    }

    private void report(ServiceName service, String message) {
        desk.journal()
                .report(
                        new ServiceEvent(
                                desk.now(), service, desk.ids().uuid("ids/event"), message));
    }

    /// Says it unless it was said, and not cleared, in the last six hours.
    ///
    /// @return whether it was said
    boolean sayOnce(ServiceName service, String words) {
        var said = desk.memory(service).said;
        var before = said.get(words);
        if (before != null && desk.now().isBefore(before.plus(Timings.SAME_MESSAGE_AFTER))) {
            return false;
        }
        said.put(words, desk.now());
        say(service, words);
        return true;
    }

    /// What was wrong is right again: the message may come at once the next time.
    void clear(ServiceName service) {
        desk.memory(service).said.clear();
    }

    void act(ServiceName service, String eventType, String eventName, String reason) {
        desk.journal().report(new ServiceAction(desk.now(), service, eventType, eventName, reason));
    }

    void deployment(ServiceName service, Deployment deployment, String eventName) {
        desk.journal()
                .report(
                        new DeploymentStateChange(
                                desk.now(),
                                service,
                                deployment.id(),
                                eventName,
                                deployment.rolloutStateReason()));
    }

    /// `(task ID) (task ID)`
    static String list(List<TaskId> tasks) {
        var joined = new StringBuilder();
        for (var task : tasks) {
            joined.append(joined.isEmpty() ? "" : " ").append("(task ").append(task).append(')');
        }
        return joined.toString();
    }
}
