package ecslab.docker;

import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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

    void add(Member member) {
        find(member.target().id()).ifPresent(this::remove);
        members.add(member);
    }

    void remove(Member member) {
        members.remove(member);
        member.close();
        gone.add(member.count());
    }

    /// Round robin among the healthy targets. With none healthy the load balancer fails open and
    /// goes round among all that are registered (ALB guide, *Health checks*).
    Optional<Member> choose() {
        var candidates = in(TargetState.HEALTHY);
        if (candidates.isEmpty()) {
            candidates.addAll(in(TargetState.UNHEALTHY));
            candidates.addAll(in(TargetState.INITIAL));
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get((int) (turn.getAndIncrement() % candidates.size())));
    }

    private List<Member> in(TargetState wanted) {
        var all = new ArrayList<Member>(members.size());
        for (var member : members) {
            if (member.target().state() == wanted) {
                all.add(member);
            }
        }
        return all;
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
