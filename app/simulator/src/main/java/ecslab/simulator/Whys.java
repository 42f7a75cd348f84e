package ecslab.simulator;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Says why a target was chosen, and why a request failed: now and then, since there may be
/// thousands a second that have the same answer.
final class Whys {

    /// The same question is answered again after so long.
    private static final long AGAIN_AFTER = 10_000_000;

    private static final int CANDIDATES_MAX = 10;

    private final PlaneState state;
    private final SimAgenda agenda;
    private final Fleet fleet;
    private final Teller teller;
    private final Consumer<Event> events;

    Whys(PlaneState state, SimAgenda agenda, Fleet fleet, Teller teller, Consumer<Event> events) {
        this.state = state;
        this.agenda = agenda;
        this.fleet = fleet;
        this.teller = teller;
        this.events = events;
    }

    private boolean isDue(String question) {
        var now = agenda.now().micros();
        var last = state.explained.get(question);
        if (last != null && now - last < AGAIN_AFTER) {
            return false;
        }
        state.explained.put(question, now);
        return true;
    }

    /// A target was chosen. Those that were not are told with their share of the work.
    void chosen(Asked asked, Pool pool, Lane lane, Chooser chooser) {
        if (!asked.isTold()
                || pool.members.size() < 2
                || !isDue("target " + pool.group.name() + " " + asked.crowd())) {
            return;
        }
        var candidates = new ArrayList<Candidate>();
        for (var number : pool.members) {
            if (candidates.size() == CANDIDATES_MAX) {
                break;
            }
            candidates.add(candidate(state.lanes.get(number), lane));
        }
        var stays = pool.stays.containsKey(asked.userKey());
        events.accept(
                new Decision(
                        agenda.now(),
                        Ref.of(Ref.Kind.TARGET_GROUP, pool.group.name()),
                        Kind.TARGET,
                        List.of(
                                Fact.of("request", asked.request()),
                                Fact.of("path", asked.path()),
                                Fact.of(
                                        ElbAttributes.ALGORITHM,
                                        pool.group.isHttp()
                                                ? pool.group
                                                        .attributes()
                                                        .text(ElbAttributes.ALGORITHM)
                                                : "flow_hash"),
                                Fact.of("healthyTargets", chooser.candidates(pool, "").size())),
                        candidates,
                        "",
                        Phrase.of(
                                stays && !pool.group.stickiness().isZero()
                                        ? "target.stays"
                                        : lane.isHealthy() ? "target.chosen" : "target.failOpen",
                                "address",
                                lane.target.id().address() + ":" + lane.target.id().port())));
    }

    private Candidate candidate(Lane lane, Lane chosen) {
        var name = lane.target.id().address() + ":" + lane.target.id().port();
        if (lane.number == chosen.number) {
            return new Candidate(name, true, Phrase.of("target.gets", "count", lane.outstanding));
        }
        var fits = lane.isHealthy() || !chosen.isHealthy();
        return fits && lane.target.state() != TargetState.DRAINING
                ? new Candidate(name, false, Phrase.of("target.waits", "count", lane.outstanding))
                : new Candidate(
                        name,
                        false,
                        Phrase.of("target.state", "state", lane.target.state().printed()));
    }

    /// A request has failed: from what the user saw to its root.
    void failed(Flight flight, String balancer) {
        var word = flight.cause().word();
        if (!isDue("request " + word + " " + flight.lane())) {
            return;
        }
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("request", flight.request()));
        facts.add(Fact.of("traffic", teller.name(flight.crowd())));
        facts.add(Fact.of("loadBalancer", balancer));
        facts.add(Fact.of("status", flight.status()));
        var about = Ref.of(Ref.Kind.LOAD_BALANCER, balancer);
        if (flight.lane() != Flight.NOWHERE) {
            var target = state.lanes.get(flight.lane()).target;
            facts.add(Fact.of("target", target.id()));
            facts.add(Fact.of("targetHealth", target.state().printed()));
            if (!target.reason().isEmpty()) {
                facts.add(Fact.of("reason", target.reason()));
            }
            about = Ref.task(target.task());
            facts.addAll(fleet.doors().facts(target.task()));
        }
        if (flight.station() != Flight.NOWHERE) {
            var backlog = state.stations.get(flight.station()).backlog(agenda.now().micros());
            facts.add(Fact.of("cpuBacklog", backlog / 1_000 + " ms"));
        }
        events.accept(
                new Decision(
                        agenda.now(),
                        about,
                        Kind.REQUEST,
                        List.copyOf(facts),
                        List.of(),
                        "",
                        Phrase.of("request.root." + word)));
    }
}
