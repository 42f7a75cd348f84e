package ecslab.simulator;

import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
import ecslab.engine.TargetChoice;

/// A target as its load balancer's nodes know it.
final class Lane implements TargetChoice.Standing {

    /// No connection has been used yet.
    private static final long NEVER = -1;

    final int number;
    Target target;
    boolean isGone;

    /// Requests that it has been given and hasn't answered.
    int outstanding;

    /// When its newest idle connection became idle, in microseconds.
    long idleSince = NEVER;

    /// Slow start: from when until when, in microseconds; nothing if both are 0.
    long slowFrom;

    long slowUntil;

    Lane(int number, Target target) {
        this.number = number;
        this.target = target;
    }

    Lane copy() {
        var copy = new Lane(number, target);
        copy.isGone = isGone;
        copy.outstanding = outstanding;
        copy.idleSince = idleSince;
        copy.slowFrom = slowFrom;
        copy.slowUntil = slowUntil;
        return copy;
    }

    @Override
    public TargetState state() {
        return isGone ? TargetState.UNUSED : target.state();
    }

    @Override
    public int outstanding() {
        return outstanding;
    }

    boolean isHealthy() {
        return !isGone && target.state() == TargetState.HEALTHY;
    }

    @Override
    public boolean isSlow(long now) {
        return now < slowUntil;
    }

    /// Grows evenly.
    @Override
    public double share(long now) {
        return isSlow(now) ? (double) (now - slowFrom) / (slowUntil - slowFrom) : 1;
    }

    /// How long the connection that would be used has been idle; negative if a new one is opened.
    long idle(long now) {
        return idleSince == NEVER ? NEVER : now - idleSince;
    }
}
