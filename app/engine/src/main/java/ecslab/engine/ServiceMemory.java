package ecslab.engine;

import ecslab.ecs.model.Stop;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the control plane remembers of a service beyond what DescribeServices shows.
final class ServiceMemory {

    final Members members;

    /// Tasks that must be replaced, and what they will have been stopped for.
    final LinkedHashMap<TaskId, Stop.Asked> unfit = new LinkedHashMap<>();

    /// Tasks that were told to stop and still wait for their targets to drain.
    final LinkedHashSet<TaskId> draining = new LinkedHashSet<>();

    /// When each message was last said.
    final TreeMap<String, SimInstant> said = new TreeMap<>();

    /// Tasks that rebalancing has started beside the desired count, until they are healthy.
    final LinkedHashSet<TaskId> extra = new LinkedHashSet<>();

    /// Whether tasks are being moved to other Availability Zones.
    boolean rebalancing;

    /// Why no task is moved although the zones differ, as it was told last; empty if nothing holds
    /// rebalancing.
    String rebalancingHeldBy = "";

    boolean reconcileIsDue;
    boolean steady;

    /// Rounds of failed starts in a row.
    int failedRounds;

    /// Failures of tasks that were started before this belong to a round that has been counted.
    SimInstant roundSince = SimInstant.START;

    /// The service may not start tasks before this.
    SimInstant notBefore = SimInstant.START;

    /// The last deployment that was COMPLETED: what a failed one is rolled back to. Empty if there
    /// is none.
    String completed = "";

    /// Whether the newest deployment is one that the service was rolled back to.
    boolean rollingBack;

    /// Deployments of which a task has been RUNNING: the circuit breaker's second stage.
    final TreeSet<String> ran = new TreeSet<>();

    /// Alarms that were in ALARM when the newest deployment began.
    final TreeSet<String> ignoredAlarms = new TreeSet<>();

    /// Until when the newest deployment is watched; the start of time if it isn't yet.
    SimInstant bakesUntil = SimInstant.START;

    /// Task sets that are in STEADY_STATE.
    final TreeSet<String> steadySets = new TreeSet<>();

    /// How far traffic has been shifted.
    Shift shift = Shift.NONE;

    ServiceMemory() {
        this(new Members());
    }

    private ServiceMemory(Members members) {
        this.members = members;
    }

    /// What the service remembers of its newest deployment is of no use to the next one.
    void forgetDeployment() {
        rollingBack = false;
        bakesUntil = SimInstant.START;
        ignoredAlarms.clear();
    }

    /// Tasks that nobody asked to stop, in the order in which they were started.
    Set<TaskId> members() {
        return members.ids();
    }

    ServiceMemory copy() {
        var copy = new ServiceMemory(members.copy());
        copy.unfit.putAll(unfit);
        copy.draining.addAll(draining);
        copy.said.putAll(said);
        copy.extra.addAll(extra);
        copy.rebalancing = rebalancing;
        copy.rebalancingHeldBy = rebalancingHeldBy;
        copy.reconcileIsDue = reconcileIsDue;
        copy.steady = steady;
        copy.failedRounds = failedRounds;
        copy.roundSince = roundSince;
        copy.notBefore = notBefore;
        copy.completed = completed;
        copy.rollingBack = rollingBack;
        copy.ran.addAll(ran);
        copy.ignoredAlarms.addAll(ignoredAlarms);
        copy.steadySets.addAll(steadySets);
        copy.bakesUntil = bakesUntil;
        copy.shift = shift;
        return copy;
    }
}
