package ecslab.engine;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.query.ClusterQuery;
import ecslab.ecs.query.Member;
import ecslab.ecs.query.QueryProblem;
import ecslab.engine.Candidate.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Holds container instances against what a task asks for (behaviour reference §5.1): state, room,
/// attributes and zone, constraints.
final class Judge {

    private static final Set<Check> NO_CHECK =
            Collections.unmodifiableSet(EnumSet.noneOf(Check.class));

    private final EngineState state;
    private final Ask ask;
    private final List<ClusterQuery> queries;
    private final boolean distinct;
    private final List<Judge> daemons;

    /// @param daemons of the cluster: those whose task is still to come keep their room
    Judge(EngineState state, Ask ask, List<Ask> daemons) {
        this.state = state;
        this.ask = ask;
        queries = queries(ask.constraints());
        distinct = ask.constraints().contains(PlacementConstraint.distinctInstance());
        this.daemons = daemons.stream().map(one -> new Judge(state, one, List.of())).toList();
    }

    /// They were read when the command was: they can be read again.
    private static List<ClusterQuery> queries(List<PlacementConstraint> constraints) {
        var queries = new ArrayList<ClusterQuery>();
        for (var constraint : constraints) {
            if (constraint.type() == PlacementConstraint.Type.MEMBER_OF) {
                try {
                    queries.add(ClusterQuery.parse(constraint.expression()));
                } catch (QueryProblem impossible) {
                    throw new IllegalStateException(constraint.expression(), impossible);
                }
            }
        }
        return List.copyOf(queries);
    }

    /// The checks that fail, each by its bit.
    int failed(ContainerInstance instance) {
        var there = state.occupancy(instance.id());
        var failed = bit(Check.DRAINING, instance.status() == ContainerInstanceStatus.ACTIVE);
        failed |= bit(Check.AGENT, instance.agentConnected());
        failed |= bit(Check.ATTRIBUTE, hasAll(instance));
        failed |= bit(Check.LOCATION, isInZone(instance));
        failed |= room(instance, there);
        failed |= bit(Check.MEMBER_OF, isMember(instance, there));
        failed |= bit(Check.DISTINCT_INSTANCE, !distinct || there.staying(ask.group()) == 0);
        return failed;
    }

    private int room(ContainerInstance instance, Occupancy there) {
        var all = instance.registered();
        var cpu = there.cpuLeft(all);
        var memory = there.memoryLeft(all);
        var enis = there.enisLeft(all);
        var gpus = there.gpusLeft(all);
        for (var daemon : daemons) {
            if (daemon.isToCome(instance, there)) {
                cpu -= daemon.ask.needs().cpuUnits();
                memory -= daemon.ask.needs().memoryMib();
                enis -= daemon.ask.needs().enis();
                gpus -= daemon.ask.needs().gpus();
            }
        }
        var needs = ask.needs();
        return bit(Check.PORTS, hasPorts(instance, there))
                | bit(Check.MEMORY, needs.memoryMib() <= memory)
                | bit(Check.CPU, needs.cpuUnits() <= cpu)
                | bit(Check.ENI, needs.enis() <= enis)
                | bit(Check.GPU, needs.gpus() <= gpus);
    }

    private boolean hasPorts(ContainerInstance instance, Occupancy there) {
        var needs = ask.needs();
        if (needs.ports().isEmpty() && needs.portsUdp().isEmpty() && daemons.isEmpty()) {
            return true;
        }
        var left = left(instance, there);
        var taken = left.ports().size() + left.portsUdp().size();
        var asked = needs.ports().size() + needs.portsUdp().size();
        return Collections.disjoint(left.ports(), needs.ports())
                && Collections.disjoint(left.portsUdp(), needs.portsUdp())
                && taken + asked <= Quotas.HOST_PORTS_OF_AN_INSTANCE;
    }

    /// What a task may still take: without what daemons will.
    HostResources left(ContainerInstance instance, Occupancy there) {
        var left = there.remaining(instance.registered());
        for (var daemon : daemons) {
            if (daemon.isToCome(instance, there)) {
                left = daemon.ask.needs().takenFrom(left);
            }
        }
        return left;
    }

    /// Whether a daemon's task belongs here and isn't here yet.
    private boolean isToCome(ContainerInstance instance, Occupancy there) {
        return there.staying(ask.group()) == 0 && isEligible(instance);
    }

    /// Whether the instance is one of those that the task may run on, room or not.
    boolean isEligible(ContainerInstance instance) {
        return instance.status() == ContainerInstanceStatus.ACTIVE
                && hasAll(instance)
                && isInZone(instance)
                && isMember(instance, state.occupancy(instance.id()));
    }

    private boolean hasAll(ContainerInstance instance) {
        for (var attribute : ask.attributes()) {
            if (!instance.has(attribute)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInZone(ContainerInstance instance) {
        return ask.zones().isEmpty() || ask.zones().contains(instance.availabilityZone());
    }

    private boolean isMember(ContainerInstance instance, Occupancy there) {
        if (queries.isEmpty()) {
            return true;
        }
        var member = new Member(instance, there.groups(), state.calendar(instance.registeredAt()));
        return queries.stream().allMatch(query -> query.matches(member));
    }

    private static int bit(Check check, boolean holds) {
        return holds ? 0 : check.bit();
    }

    /// The whole of it, for telling.
    Candidate candidate(ContainerInstance instance) {
        return candidate(instance, failed(instance));
    }

    /// @param failed what [#failed(ContainerInstance)] says of it
    Candidate candidate(ContainerInstance instance, int failed) {
        var left = left(instance, state.occupancy(instance.id()));
        return failed == 0
                ? new Candidate(instance, left, ask.needs(), List.of(), NO_CHECK)
                : new Candidate(instance, left, ask.needs(), missing(instance), checks(failed));
    }

    private List<String> missing(ContainerInstance instance) {
        return ask.attributes().stream().filter(name -> !instance.has(name)).toList();
    }

    /// Whether the instance is one of those that the task may run on, for telling.
    Candidate eligibility(ContainerInstance instance) {
        var all = candidate(instance);
        var kept = EnumSet.of(Check.ATTRIBUTE, Check.LOCATION, Check.MEMBER_OF);
        kept.retainAll(all.failed());
        return new Candidate(instance, all.left(), all.needs(), all.missing(), kept);
    }

    private static Set<Check> checks(int bits) {
        var failed = EnumSet.noneOf(Check.class);
        for (var check : Check.values()) {
            if ((bits & check.bit()) != 0) {
                failed.add(check);
            }
        }
        return Collections.unmodifiableSet(failed);
    }
}
