package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.engine.Placement.Verdict;

/// How many of the tasks that a service was to start were started, and what held the rest.
record Launched(int count, Held held) {

    static final Held NOTHING = new Nothing();
    static final Held NO_CAPACITY = new NoCapacity();
    static final Held PROVISIONING_FULL = new ProvisioningFull();

    /// What stood in the way.
    sealed interface Held {}

    /// All that might be started were.
    private record Nothing() implements Held {}

    /// No container instance takes another one.
    record NoRoom(Verdict verdict) implements Held {}

    /// Fargate has no capacity of this kind.
    private record NoCapacity() implements Held {}

    /// Too many tasks wait for a capacity provider.
    private record ProvisioningFull() implements Held {}

    /// As the service's decision says it.
    Phrase outcome(Desk desk, Plan plan) {
        return switch (held) {
            case Nothing() when count < plan.missing() -> some("schedule.startAsRoom", plan);
            case Nothing() -> Phrase.of("schedule.start", "count", count);
            case NoRoom(var verdict) -> noRoom(desk, plan, verdict);
            case NoCapacity() -> some("schedule.startAsCapacity", plan);
            case ProvisioningFull() -> some("schedule.startAsProvisioning", plan);
        };
    }

    private Phrase noRoom(Desk desk, Plan plan, Verdict verdict) {
        var closest = verdict.closest().orElseThrow();
        return Phrase.of(
                "schedule.startAsFits",
                "missing",
                plan.missing(),
                "count",
                count,
                "closest",
                PlacementTold.name(desk.state(), closest.instance()),
                "reason",
                closest.reason().word());
    }

    private Phrase some(String key, Plan plan) {
        return Phrase.of(key, "missing", plan.missing(), "count", count);
    }
}
