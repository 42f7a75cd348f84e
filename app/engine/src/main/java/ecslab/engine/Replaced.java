package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which tasks of earlier deployments, and of draining instances, go now (behaviour reference
/// §6.2), and why each of them goes or stays. Those that aren't healthy go at once; healthy ones as
/// far as `minimumHealthyPercent` allows, the oldest first.
final class Replaced {

    private final Desk desk;
    private final Service service;
    private final List<TaskId> stopped = new ArrayList<>();
    private final List<TaskId> guarded = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private int healthy;
    private int healthyStopped;
    private int spare;

    Replaced(Desk desk, Service service, Plan plan) {
        this.desk = desk;
        this.service = service;
        spare = plan.spare();
    }

    void consider(TaskId id, boolean isHealthy) {
        if (Departures.waitsForOthers(desk, service, id)) {
            tell(id, "replace.last", false);
        } else if (Departures.isProtected(desk, service, id)) {
            guarded.add(id);
            tell(id, "replace.protected", false);
        } else if (desk.task(id).lastStatus() != TaskStatus.RUNNING) {
            stop(id, "replace.notRunning");
        } else if (isHealthy) {
            considerHealthy(id);
        } else if (spare >= 0) {
            stop(id, "replace.notHealthy");
        } else {
            tell(id, "replace.needed", false);
        }
    }

    private void considerHealthy(TaskId id) {
        healthy++;
        if (spare > 0) {
            spare--;
            healthyStopped++;
            stop(id, "replace.healthy");
        } else {
            tell(id, "replace.needed", false);
        }
    }

    private void stop(TaskId id, String why) {
        stopped.add(id);
        tell(id, why, true);
    }

    /// A service may have thousands of tasks.
    private void tell(TaskId id, String why, boolean goes) {
        if (candidates.size() < Victims.CANDIDATES_MAX) {
            var name = Objects.requireNonNull(desk.state().taskNames.get(id));
            var status = desk.task(id).lastStatus();
            candidates.add(new Candidate(name, goes, Phrase.of(why, "status", status)));
        }
    }

    List<TaskId> stopped() {
        return List.copyOf(stopped);
    }

    /// Those that would have to go, but for scale-in protection.
    List<TaskId> guarded() {
        return List.copyOf(guarded);
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    String arithmetic(Plan plan) {
        var difference = plan.healthy() + " − " + plan.least();
        return "notHealthy + min(healthyOld, healthy − minimumHealthy) = "
                + (stopped.size() - healthyStopped)
                + " + min("
                + healthy
                + ", "
                + (plan.spare() < 0 ? "max(0, " + difference + ")" : difference)
                + ") = "
                + stopped.size();
    }
}
