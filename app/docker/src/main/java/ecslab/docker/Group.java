package ecslab.docker;

import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.engine.TargetChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// A target group. The owner thread changes it, the load balancer's threads choose from it.
final class Group {

    private volatile TargetGroup settings;

    /// In the order of registration.
    private final CopyOnWriteArrayList<Member> members = new CopyOnWriteArrayList<>();

    /// What targets did that are gone.
    private final List<TargetCount> gone = new CopyOnWriteArrayList<>();

    private final AtomicLong turn = new AtomicLong();

    Group(TargetGroup settings) {
        this.settings = settings;
    }

    TargetGroup settings() {
        return settings;
    }

    void become(TargetGroup next) {
        settings = next;
    }

    Optional<Member> find(TargetId id) {
        return members.stream().filter(one -> one.target().id().equals(id)).findFirst();
    }

    /// What a cookie names a target by.
    static String key(Member member) {
        return member.target().task().hex() + ":" + member.target().id().port();
    }

    Optional<Member> find(String key) {
        return members.stream().filter(one -> key(one).equals(key)).findFirst();
    }

    void add(Member member) {
        find(member.target().id()).ifPresent(this::remove);
        members.add(member);
    }

    void remove(Member member) {
        members.remove(member);
        member.close();
        gone.add(member.count());
    }

    /// A target that becomes healthy starts slowly if the group says so and another takes the load
    /// meanwhile (ALB guide, *Slow start mode*).
    void become(Member member, Target next) {
        var becomesHealthy =
                member.state() != TargetState.HEALTHY && next.state() == TargetState.HEALTHY;
        var now = System.nanoTime();
        var lasts = settings.slowStart().toNanos();
        var others =
                members.stream()
                        .anyMatch(one -> one.state() == TargetState.HEALTHY && !one.isSlow(now));
        if (becomesHealthy && lasts > 0 && others) {
            member.slowStart(now, lasts);
        }
        member.become(next);
    }

    Optional<Member> choose() {
        var attributes = settings.attributes();
        var below = attributes.number(ElbAttributes.FAIL_OPEN_BELOW, 1);
        var candidates = TargetChoice.candidates(members, below);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var chance = ThreadLocalRandom.current();
        return Optional.of(
                switch (attributes.text(ElbAttributes.ALGORITHM)) {
                    case TargetChoice.LEAST_OUTSTANDING ->
                            TargetChoice.leastOutstanding(candidates, turn.getAndIncrement());
                    case TargetChoice.WEIGHTED_RANDOM ->
                            candidates.get(chance.nextInt(candidates.size()));
                    default ->
                            TargetChoice.roundRobin(
                                    candidates,
                                    turn::getAndIncrement,
                                    System.nanoTime(),
                                    _ -> chance.nextDouble());
                });
    }

    boolean isChecked(Target target) {
        return find(target.id())
                .filter(one -> one.target().task().equals(target.task()))
                .filter(one -> one.target().state() != TargetState.DRAINING)
                .isPresent();
    }

    List<TargetCount> counts() {
        var all = new ArrayList<>(gone);
        members.forEach(member -> all.add(member.count()));
        return all;
    }
}
