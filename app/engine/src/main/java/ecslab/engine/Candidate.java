package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.HostResources;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
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

    /// What must hold. Where several fail, the one named first is told ([Guesses#CLOSEST_FIRST]).
    enum Check {
        PORTS("RESOURCE:PORTS", "is already using a port required by your task."),
        MEMORY("RESOURCE:MEMORY", "has insufficient memory available."),
        CPU("RESOURCE:CPU", "has insufficient CPU units available."),
        /// ECS's own words for it aren't known; these have the form of those for AGENT.
        ENI("RESOURCE:ENI", "encountered error \"RESOURCE:ENI\"."),
        ATTRIBUTE("ATTRIBUTE", "is missing an attribute required by your task."),
        AGENT("AGENT", "encountered error \"AGENT\"."),
        DRAINING("INACTIVE", "encountered error \"INACTIVE\".");

        private final String word;
        private final String said;

        Check(String word, String said) {
            this.word = word;
            this.said = said;
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

    static final Comparator<Candidate> CLOSEST_FIRST = Guesses.CLOSEST_FIRST;

    /// @param zones where the task may run; none: anywhere
    /// @param attributes that the instance must have
    static Candidate judge(
            ContainerInstance instance,
            HostResources left,
            Reservation needs,
            List<String> zones,
            List<String> attributes) {
        var missing = attributes.stream().filter(name -> !instance.has(name)).toList();
        var failed = EnumSet.noneOf(Check.class);
        check(failed, Check.DRAINING, instance.status() == ContainerInstanceStatus.ACTIVE);
        check(failed, Check.AGENT, instance.agentConnected());
        check(
                failed,
                Check.ATTRIBUTE,
                missing.isEmpty()
                        && (zones.isEmpty() || zones.contains(instance.availabilityZone())));
        check(
                failed,
                Check.PORTS,
                Collections.disjoint(left.ports(), needs.ports())
                        && Collections.disjoint(left.portsUdp(), needs.portsUdp()));
        check(failed, Check.MEMORY, needs.memoryMib() <= left.memoryMib());
        check(failed, Check.CPU, needs.cpuUnits() <= left.cpuUnits());
        check(failed, Check.ENI, needs.enis() <= left.enis());
        return new Candidate(instance, left, needs, missing, Collections.unmodifiableSet(failed));
    }

    private static void check(EnumSet<Check> failed, Check check, boolean holds) {
        if (!holds) {
            failed.add(check);
        }
    }

    boolean fits() {
        return failed.isEmpty();
    }

    /// The check that is told.
    Check reason() {
        return failed.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    Phrase why(boolean chosen) {
        if (fits()) {
            return Phrase.of(
                    chosen ? "place.chosen" : "place.alsoFits",
                    "cpu",
                    left.cpuUnits(),
                    "memory",
                    left.memoryMib());
        }
        return switch (reason()) {
            case PORTS -> Phrase.of("place.check.ports", "ports", needs.ports());
            case MEMORY -> lack("memory", needs.memoryMib(), left.memoryMib());
            case CPU -> lack("cpu", needs.cpuUnits(), left.cpuUnits());
            case ENI -> lack("eni", needs.enis(), left.enis());
            case ATTRIBUTE ->
                    missing.isEmpty()
                            ? Phrase.of(
                                    "place.check.attribute", "zone", instance.availabilityZone())
                            : Phrase.of("place.check.missing", "attributes", Names.list(missing));
            case AGENT -> Phrase.of("place.check.agent");
            case DRAINING -> Phrase.of("place.check.draining");
        };
    }

    private static Phrase lack(String what, int needed, int left) {
        return Phrase.of("place.check." + what, "needed", needed, "left", left);
    }
}
