package ecslab.docker;

import ecslab.ecs.model.RuleAction.Forward;
import java.time.Duration;
import java.util.Optional;

/// A request on its way through a load balancer.
final class Passage {

    private final long sentAtNanos;
    private final String traffic;
    private final String loadBalancer;
    private final String path;
    private volatile Optional<Member> member = Optional.empty();
    private volatile boolean isTaken;

    /// Whether the load balancer answers itself.
    private volatile boolean isOurs = true;

    private volatile Optional<Group> group = Optional.empty();
    private volatile Optional<Forward> forward = Optional.empty();

    /// Its number among the run's requests; 0 if nobody hears of it.
    private volatile long number;

    Passage(long sentAtNanos, String traffic, String loadBalancer, String path) {
        this.sentAtNanos = sentAtNanos;
        this.traffic = traffic;
        this.loadBalancer = loadBalancer;
        this.path = path;
    }

    String traffic() {
        return traffic;
    }

    String loadBalancer() {
        return loadBalancer;
    }

    String path() {
        return path;
    }

    Optional<Member> member() {
        return member;
    }

    /// The rule has led to a target group.
    void toGroup(Forward rule, Optional<Group> next) {
        forward = Optional.of(rule);
        group = next;
        isOurs = false;
    }

    boolean isOurs() {
        return isOurs;
    }

    Optional<Group> group() {
        return group;
    }

    Optional<Forward> forward() {
        return forward;
    }

    void leadTo(Optional<Member> next) {
        leave();
        member = next;
        isTaken = false;
        next.ifPresent(one -> one.inFlight.incrementAndGet());
    }

    void taken() {
        isTaken = true;
    }

    boolean isTaken() {
        return isTaken;
    }

    void leave() {
        member.ifPresent(one -> one.inFlight.decrementAndGet());
    }

    long number() {
        return number;
    }

    void number(long next) {
        number = next;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - sentAtNanos);
    }
}
