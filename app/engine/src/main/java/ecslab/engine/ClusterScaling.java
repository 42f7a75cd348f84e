package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Managed scaling (behaviour reference §8.5): once a minute CapacityProviderReservation is held
/// against its target, and the Auto Scaling group grows at once or shrinks after 15 minutes.
final class ClusterScaling {

    /// The scale-in alarm needs so many datapoints.
    private static final int BELOW_MINUTES = 15;

    /// The first scale-out from nothing.
    private static final int FROM_ZERO = 2;

    private final Desk desk;
    private final Waiting waiting;
    private final Groups groups;

    ClusterScaling(Desk desk, Waiting waiting, Groups groups) {
        this.desk = desk;
        this.waiting = waiting;
        this.groups = groups;
    }

    /// What was counted.
    ///
    /// @param n instances of the group
    /// @param m instances that the tasks need, by estimate
    /// @param waits tasks in PROVISIONING
    /// @param excluded whether all of them are too big for an instance of the group
    private record Count(int n, int m, int waits, boolean excluded, int target) {

        int reservation() {
            if (n == 0) {
                return m == 0 ? 100 : 200;
            }
            return excluded ? target : 100 * m / n;
        }

        /// How many instances bring the reservation to its target.
        int wanted() {
            return Math.ceilDiv(100 * m, target);
        }

        String arithmetic() {
            var left = "CapacityProviderReservation = ";
            if (n == 0 || excluded) {
                return left + reservation();
            }
            return left + m + " / " + n + " × 100 = " + reservation();
        }
    }

    void look(CapacityProvider provider) {
        desk.state().scaling.remove(provider.name());
        var group = desk.state().autoScalingGroups.get(provider.autoScalingGroup());
        if (group == null || !provider.managedScaling().enabled()) {
            return;
        }
        waiting.watch(provider);
        var count = count(provider, group);
        if (count.n() == 0 && count.waits() == 0) {
            return;
        }
        var memory = memory(provider);
        if (count.reservation() > count.target()) {
            grow(provider, group, count, memory.withBelow(0));
        } else if (count.reservation() < count.target()) {
            shrink(provider, group, count, memory.withBelow(memory.below() + 1));
        } else {
            var key = count.excluded() ? "capacity.excluded" : "capacity.onTarget";
            hold(provider, group, count, memory.withBelow(0), key);
        }
    }

    private void grow(
            CapacityProvider provider, AutoScalingGroup group, Count count, ScalingMemory memory) {
        var scaling = provider.managedScaling();
        var step =
                Math.clamp(
                        (long) count.wanted() - count.n(),
                        Math.min(
                                scaling.minimumScalingStepSize(), scaling.maximumScalingStepSize()),
                        scaling.maximumScalingStepSize());
        var asked = count.n() == 0 ? FROM_ZERO : count.n() + step;
        var next = Math.min(group.maxSize(), asked);
        if (desk.now().isBefore(memory.warmUntil())) {
            hold(provider, group, count, memory, "capacity.warming");
        } else if (next <= group.desiredCapacity()) {
            hold(provider, group, count, memory, "capacity.atMax");
        } else {
            var warm = Duration.ofSeconds(scaling.instanceWarmupPeriod());
            remember(provider, memory.warmingUntil(desk.now().plus(warm)).withSaid(""));
            explain(provider, group, count, List.of(), phrase("capacity.scaleOut", group, next));
            groups.resize(group.withDesiredCapacity(next));
        }
    }

    /// At least one, and less than half of them.
    private void shrink(
            CapacityProvider provider, AutoScalingGroup group, Count count, ScalingMemory memory) {
        if (memory.below() < BELOW_MINUTES) {
            hold(provider, group, count, memory, "capacity.below");
            return;
        }
        var most = Math.max(1, Math.ceilDiv(count.n(), 2) - 1);
        var less = Math.clamp((long) count.n() - count.wanted(), 1, most);
        var next = Math.max(group.minSize(), count.n() - less);
        if (next >= count.n()) {
            hold(provider, group, count, memory, "capacity.atMin");
            return;
        }
        var victims = groups.victims(group.name(), count.n() - next);
        if (victims.isEmpty()) {
            hold(provider, group, count, memory, "capacity.protected");
            return;
        }
        remember(provider, memory.withSaid(""));
        var left = count.n() - victims.size();
        explain(
                provider,
                group,
                count,
                told(group, victims),
                phrase("capacity.scaleIn", group, left));
        groups.resize(group.withDesiredCapacity(left));
    }

    private List<Candidate> told(AutoScalingGroup group, List<Ec2Instance> victims) {
        return groups.members(group.name()).stream()
                .map(one -> {
                    var tasks = groups.tasksOn(one).size();
                    var why =
                            tasks == 0
                                    ? Phrase.of("capacity.member.empty")
                                    : Phrase.of("capacity.member.busy", "count", tasks);
                    return new Candidate(one.name(), victims.contains(one), why);
                })
                .toList();
    }

    /// Nothing changes; why not is told once.
    private void hold(
            CapacityProvider provider,
            AutoScalingGroup group,
            Count count,
            ScalingMemory memory,
            String key) {
        var words = key + " " + count.arithmetic();
        if (!words.equals(memory.said())) {
            explain(provider, group, count, List.of(), phrase(key, group, group.desiredCapacity()));
        }
        remember(provider, memory.withSaid(words));
    }

    private static Phrase phrase(String key, AutoScalingGroup group, int count) {
        return switch (key) {
            case "capacity.atMax" ->
                    Phrase.of(key, "group", group.name(), "count", count, "max", group.maxSize());
            case "capacity.atMin" ->
                    Phrase.of(key, "group", group.name(), "count", count, "min", group.minSize());
            case "capacity.below" ->
                    Phrase.of(key, "group", group.name(), "minutes", BELOW_MINUTES);
            case "capacity.scaleIn" ->
                    Phrase.of(key, "group", group.name(), "count", count, "minutes", BELOW_MINUTES);
            case "capacity.scaleOut", "capacity.onTarget" ->
                    Phrase.of(key, "group", group.name(), "count", count);
            default -> Phrase.of(key, "group", group.name());
        };
    }

    private Count count(CapacityProvider provider, AutoScalingGroup group) {
        var there = groups.members(group.name());
        var tasks = waiting.tasksOf(provider);
        var packed =
                Packing.of(
                        tasks.stream()
                                .map(id -> Objects.requireNonNull(desk.state().waiting.get(id)))
                                .map(order -> Reservation.of(order.definition()))
                                .toList(),
                        empty(group, there));
        var busy =
                there.stream()
                        .filter(one ->
                                groups.tasksOn(one).stream()
                                        .anyMatch(task ->
                                                task.place()
                                                        .capacityProvider()
                                                        .equals(provider.name())))
                        .count();
        return new Count(
                there.size(),
                (int) busy + packed.bins(),
                tasks.size(),
                !tasks.isEmpty() && packed.excluded() == tasks.size(),
                provider.managedScaling().targetCapacity());
    }

    private HostResources empty(AutoScalingGroup group, List<Ec2Instance> there) {
        var template = Objects.requireNonNull(desk.state().groupTemplates.get(group.name()));
        var type = InstanceTypes.find(template.instanceType()).orElseThrow();
        var trunking = there.stream().anyMatch(Ec2Instance::trunking);
        return new HostResources(
                type.vcpus() * 1_024,
                Guesses.registeredMemory(type.memoryMib()) - template.reservedMemoryMib(),
                List.of(),
                List.of(),
                type.taskEnis(trunking),
                type.gpus());
    }

    private ScalingMemory memory(CapacityProvider provider) {
        return desk.state().scalingMemories.getOrDefault(provider.name(), ScalingMemory.NONE);
    }

    private void remember(CapacityProvider provider, ScalingMemory memory) {
        desk.state().scalingMemories.put(provider.name(), memory);
    }

    private void explain(
            CapacityProvider provider,
            AutoScalingGroup group,
            Count count,
            List<Candidate> candidates,
            Phrase outcome) {
        desk.journal()
                .decide(
                        Ref.of(Ref.Kind.CAPACITY_PROVIDER, provider.name()),
                        Kind.MANAGED_SCALING,
                        List.of(
                                Fact.of("N", count.n()),
                                Fact.of("M", count.m()),
                                Fact.of("PROVISIONING", count.waits()),
                                Fact.of("targetCapacity", count.target()),
                                Fact.of("minSize", group.minSize()),
                                Fact.of("maxSize", group.maxSize()),
                                Fact.of("desiredCapacity", group.desiredCapacity())),
                        candidates,
                        count.arithmetic(),
                        outcome);
    }
}
