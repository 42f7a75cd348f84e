package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.HostResources;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A container instance that was considered for a task, and the checks that it failed.
///
/// @param missing attributes that it would need
/// @param failed empty if the task fits
record Candidate(
        ContainerInstance instance,
        HostResources left,
        Reservation needs,
        List<String> missing,
        Set<Check> failed) {

    /// What must hold. Where several fail, the one named first is told ([Guesses#isCloser]).
    enum Check {
        PORTS(1, "RESOURCE:PORTS", "is already using a port required by your task."),
        MEMORY(1 << 1, "RESOURCE:MEMORY", "has insufficient memory available."),
        CPU(1 << 2, "RESOURCE:CPU", "has insufficient CPU units available."),
        /// ECS's own words for it and for GPU aren't known; these have the form of AGENT's.
        ENI(1 << 3, "RESOURCE:ENI", "encountered error \"RESOURCE:ENI\"."),
        GPU(1 << 4, "RESOURCE:GPU", "encountered error \"RESOURCE:GPU\"."),
        ATTRIBUTE(1 << 5, "ATTRIBUTE", "is missing an attribute required by your task."),
        /// In `awsvpc`, none of the task's subnets is in the instance's Availability Zone.
        LOCATION(1 << 6, "LOCATION", "encountered error \"LOCATION\"."),
        MEMBER_OF(
                1 << 7,
                "MemberOf placement constraint unsatisfied.",
                "encountered error \"MemberOf placement constraint unsatisfied.\""),
        DISTINCT_INSTANCE(
                1 << 8,
                "DistinctInstance placement constraint unsatisfied.",
                "encountered error \"DistinctInstance placement constraint unsatisfied.\""),
        AGENT(1 << 9, "AGENT", "encountered error \"AGENT\"."),
        DRAINING(1 << 10, "INACTIVE", "encountered error \"INACTIVE\".");

        private final int bit;
        private final String word;
        private final String said;

        Check(int bit, String word, String said) {
            this.bit = bit;
            this.word = word;
            this.said = said;
        }

        /// In a set of checks.
        int bit() {
            return bit;
        }

        /// As RunTask's `failures[].reason` has it.
        String word() {
            return word;
        }

        /// As a service event says it of the closest instance.
        String said() {
            return said;
        }
    }

    boolean fits() {
        return failed.isEmpty();
    }

    /// Only ACTIVE instances are considered: one that is DRAINING is never the closest.
    boolean isActive() {
        return !failed.contains(Check.DRAINING);
    }

    /// The check that is told. What an instance has is looked at only if it takes tasks at all
    /// (behaviour reference §5.1).
    Check reason() {
        for (var first : List.of(Check.DRAINING, Check.AGENT)) {
            if (failed.contains(first)) {
                return first;
            }
        }
        return failed.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /// @param scores what it is worth at each strategy; empty where chance decides alone
    Phrase why(boolean chosen, String scores) {
        if (fits()) {
            var cpu = left.cpuUnits();
            var memory = left.memoryMib();
            if (scores.isEmpty()) {
                var key = chosen ? "place.chosen" : "place.alsoFits";
                return Phrase.of(key, "cpu", cpu, "memory", memory);
            }
            var key = chosen ? "place.chosen.by" : "place.alsoFits.by";
            return Phrase.of(key, "cpu", cpu, "memory", memory, "scores", scores);
        }
        return switch (reason()) {
            case PORTS -> Phrase.of("place.check.ports", "ports", needs.ports());
            case MEMORY -> lack("memory", needs.memoryMib(), left.memoryMib());
            case CPU -> lack("cpu", needs.cpuUnits(), left.cpuUnits());
            case ENI -> lack("eni", needs.enis(), left.enis());
            case GPU -> lack("gpu", needs.gpus(), left.gpus());
            case ATTRIBUTE -> Phrase.of("place.check.missing", "attributes", Names.list(missing));
            case LOCATION ->
                    Phrase.of("place.check.attribute", "zone", instance.availabilityZone());
            case MEMBER_OF -> Phrase.of("place.check.memberOf");
            case DISTINCT_INSTANCE -> Phrase.of("place.check.distinct");
            case AGENT -> Phrase.of("place.check.agent");
            case DRAINING -> Phrase.of("place.check.draining", "status", instance.status());
        };
    }

    private static Phrase lack(String what, int needed, int left) {
        return Phrase.of("place.check." + what, "needed", needed, "left", left);
    }
}
