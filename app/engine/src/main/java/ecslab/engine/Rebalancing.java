package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.engine.ZoneCounts.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves tasks of a steady service from full Availability Zones to empty ones (behaviour reference
/// §5.5): first a task starts in the emptiest zone, and when it is healthy one stops in the
/// fullest.
final class Rebalancing {

    private final Desk desk;
    private final ServiceMessages says;
    private final TaskLifecycle lifecycle;
    private final TaskStarter starter;
    private final Health health;

    Rebalancing(Desk desk, ServiceMessages says, TaskLifecycle lifecycle, TaskStarter starter) {
        this.desk = desk;
        this.says = says;
        this.lifecycle = lifecycle;
        this.starter = starter;
        health = new Health(desk);
    }

    void look(ServiceName name) {
        var service = desk.service(name);
        var memory = desk.memory(name);
        memory.extra.retainAll(memory.members());
        if (!memory.rebalancing && (!memory.steady || !service.scheduling().isRebalanced())) {
            return;
        }
        if (mustNot(service)) {
            abort(service);
            return;
        }
        if (isProtected(service)) {
            abort(service);
            holdForProtection(service);
            return;
        }
        swapHealthy(service);
        var counts = counts(service);
        var move = counts.move(memory.extra.size());
        if (move.isPresent()) {
            start(service, counts, move.get());
            return;
        }
        memory.rebalancingHeldBy = "";
        if (memory.rebalancing && memory.extra.isEmpty()) {
            end(service, counts);
        }
    }

    /// A deployment comes first, and one that has failed starts nothing. While a zone is out, what
    /// is started for it would come up in another.
    private boolean mustNot(Service service) {
        return !service.isActive()
                || !service.scheduling().isRebalanced()
                || service.deployments().size() != 1
                || service.deployments().getFirst().rolloutState() != RolloutState.COMPLETED
                || zones(service).stream().anyMatch(desk.state().darkZones::contains);
    }

    /// Tasks that are protected stay where they are.
    private boolean isProtected(Service service) {
        var members = desk.memory(service.name()).members;
        return desk.state().protectedTasks.keySet().stream().anyMatch(members::contains);
    }

    private void holdForProtection(Service service) {
        var counts = counts(service);
        if (counts.move(0).isPresent()) {
            hold(service, counts, Phrase.of("rebalance.protected"));
        }
    }

    /// Says once why nothing is moved although the zones differ.
    private void hold(Service service, ZoneCounts counts, Phrase why) {
        var memory = desk.memory(service.name());
        if (!memory.rebalancingHeldBy.equals(why.key())) {
            memory.rebalancingHeldBy = why.key();
            var zones = counts.candidates("");
            decide(service, Kind.SCHEDULE, zones, counts.arithmetic(service.desiredCount()), why);
        }
    }

    private void abort(Service service) {
        var memory = desk.memory(service.name());
        if (memory.rebalancing) {
            memory.rebalancing = false;
            memory.extra.clear();
            says.act(service.name(), "INFO", "SERVICE_REBALANCING_STOPPED", "");
        }
    }

    private ZoneCounts counts(Service service) {
        var counts = ZoneCounts.of(zones(service));
        for (var id : desk.memory(service.name()).members()) {
            counts.add(desk.task(id).availabilityZone());
        }
        return counts;
    }

    /// Where the service could have tasks: on EC2 only instances that are there count.
    private List<String> zones(Service service) {
        if (service.launchType() == LaunchType.FARGATE) {
            return desk.state().network.subnets().stream()
                    .filter(one -> service.network().subnets().contains(one.subnetId()))
                    .map(one -> one.availabilityZone())
                    .distinct()
                    .toList();
        }
        var judge = new Judge(desk.state(), ask(service), List.of());
        return desk.state().containerInstances.values().stream()
                .filter(one -> one.cluster().equals(service.name().cluster()))
                .filter(judge::isEligible)
                .map(one -> one.availabilityZone())
                .distinct()
                .toList();
    }

    private Ask ask(Service service) {
        return Ask.of(desk.state(), ServiceLauncher.order(desk.state(), service), "");
    }

    private void start(Service service, ZoneCounts counts, Move move) {
        var memory = desk.memory(service.name());
        var most = service.deploymentConfiguration().most(service.desiredCount());
        var started = new ArrayList<TaskId>();
        var next = Optional.of(move);
        while (next.isPresent() && memory.members().size() < most) {
            var task = startOne(service, counts, next.get());
            if (task.isEmpty()) {
                break;
            }
            memory.rebalancingHeldBy = "";
            if (!memory.rebalancing) {
                begin(service, counts);
            }
            explain(service, counts, next.get());
            desk.join(service.name(), task.get().id());
            memory.extra.add(task.get().id());
            started.add(task.get().id());
            counts.add(next.get().to());
            next = counts.move(memory.extra.size()).filter(one -> one.to().equals(move.to()));
        }
        if (!started.isEmpty()) {
            says.sayPlain(
                    service.name(),
                    service.name().service()
                            + " has started "
                            + started.size()
                            + " tasks in "
                            + move.to()
                            + " to AZ Rebalance: "
                            + ServiceMessages.list(started)
                            + ".");
            says.act(service.name(), "INFO", "TASKS_STARTED", "");
        }
    }

    /// Nothing is started where no instance of the zone has room.
    private Optional<Task> startOne(Service service, ZoneCounts counts, Move move) {
        var order = ServiceLauncher.order(desk.state(), service);
        var provider = service.capacityProviderStrategy().stream().findFirst();
        var name = provider.map(one -> one.capacityProvider()).orElse("");
        if (service.launchType() == LaunchType.FARGATE) {
            if (starter.hasCapacity(name)) {
                return Optional.of(starter.onFargate(order, name));
            }
            hold(service, counts, Phrase.of("rebalance.noCapacity"));
            return Optional.empty();
        }
        var verdict = starter.lookIn(order, name, move.to());
        if (verdict.chosen().isPresent()) {
            return Optional.of(starter.onInstance(order, name, verdict));
        }
        hold(service, counts, Phrase.of("rebalance.noRoom", "zone", move.to()));
        return Optional.empty();
    }

    private void begin(Service service, ZoneCounts counts) {
        desk.memory(service.name()).rebalancing = true;
        says.sayPlain(
                service.name(),
                "service ("
                        + service.name().service()
                        + ") is not AZ balanced with "
                        + counts.unbalanced()
                        + ". AZ Rebalancing in progress.");
        says.act(service.name(), "INFO", "SERVICE_REBALANCING_STARTED", "");
    }

    private void end(Service service, ZoneCounts counts) {
        desk.memory(service.name()).rebalancing = false;
        says.sayPlain(
                service.name(),
                "service ("
                        + service.name().service()
                        + ") is AZ balanced with "
                        + counts.balanced()
                        + ".");
        says.act(service.name(), "INFO", "SERVICE_REBALANCING_COMPLETED", "");
    }

    /// For each new task that has become healthy an old one goes, unless too few are left.
    private void swapHealthy(Service service) {
        var memory = desk.memory(service.name());
        for (var id : List.copyOf(memory.extra)) {
            if (health.isHealthy(id)) {
                memory.extra.remove(id);
                if (memory.members().size() > service.desiredCount()) {
                    stopOne(service);
                }
            }
        }
    }

    private void stopOne(Service service) {
        var memory = desk.memory(service.name());
        var counts = counts(service);
        var zone = counts.fullest();
        var there =
                memory.members().stream()
                        .filter(id -> !memory.extra.contains(id))
                        .filter(id -> desk.task(id).availabilityZone().equals(zone))
                        .toList();
        if (there.isEmpty()) {
            return;
        }
        var victim = there.get(desk.ids().below(there.size(), "placement/victim"));
        decide(
                service,
                Kind.VICTIM,
                counts.candidates(zone),
                "",
                Phrase.of("rebalance.stop", "zone", zone));
        lifecycle.stops().stop(victim, Departures.scaling(service), true);
        says.sayPlain(
                service.name(),
                service.name().service()
                        + " has stopped 1 running tasks in "
                        + zone
                        + " due to AZ rebalancing: "
                        + ServiceMessages.list(List.of(victim))
                        + ".");
        says.act(service.name(), "INFO", "TASKS_STOPPED", "");
    }

    private void explain(Service service, ZoneCounts counts, Move move) {
        decide(
                service,
                Kind.SCHEDULE,
                counts.candidates(move.to()),
                counts.arithmetic(service.desiredCount()),
                Phrase.of("rebalance.start", "zone", move.to(), "from", move.from()));
    }

    private void decide(
            Service service, Kind kind, List<Candidate> zones, String arithmetic, Phrase outcome) {
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        kind,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("availabilityZoneRebalancing", "ENABLED")),
                        zones,
                        arithmetic,
                        outcome);
    }
}
