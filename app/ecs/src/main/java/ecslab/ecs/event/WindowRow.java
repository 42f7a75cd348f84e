package ecslab.ecs.event;

import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.Latencies;

/// Requests of one window that went the same way and ended the same way.
public record WindowRow(
        Route route, int status, RequestCause cause, int count, Latencies latencies) {

    /// Whether they were the users' loss.
    public boolean isFailure() {
        return cause.isFailure(status);
    }
}
