package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says why a task runs where it does: of a small cluster every container instance, of a large one
/// the best few, and how many each check has refused.
final class PlacementTold {

    /// Of a cluster with more instances than this not all are told.
    static final int ALL_MAX = 30;

    /// How many of a large cluster's instances are told: those that come first.
    static final int FIRST_MAX = 3;

    /// How many tasks the choice stands for.
    private static final String COUNT = "count";

    private final Desk desk;

    PlacementTold(Desk desk) {
        this.desk = desk;
    }

    /// What there is to tell of a choice, as things stood when it was made.
    record Reasons(
            List<Fact> facts,
            List<Decision.Candidate> candidates,
            String arithmetic,
            Phrase outcome) {

        /// One choice may stand for many tasks that ask the same.
        Reasons of(int tasks) {
            if (tasks == 1) {
                return this;
            }
            var facts = new ArrayList<>(this.facts);
            facts.add(Fact.of("tasks", tasks));
            var values = new TreeMap<>(outcome.values());
            values.computeIfPresent(COUNT, (_, _) -> String.valueOf(tasks));
            var said = new Phrase(outcome.key(), values);
            return new Reasons(List.copyOf(facts), candidates, arithmetic, said);
        }
    }

    Reasons somebody(Ranking ranking, int taken) {
        var instance = ranking.instance(taken);
        return new Reasons(
                facts(ranking),
                ranking.size() > ALL_MAX ? first(ranking, taken) : all(ranking, taken),
                arithmetic(ranking),
                Phrase.of(
                        ranking.ask().isByChance() ? "place.byChance" : "place.onInstance",
                        "instance",
                        name(instance),
                        "zone",
                        instance.availabilityZone()));
    }

    Reasons daemon(Ask ask, Candidate candidate) {
        var outcome =
                Phrase.of(
                        "place.daemon",
                        "instance",
                        name(candidate.instance()),
                        "zone",
                        candidate.instance().availabilityZone());
        return new Reasons(
                facts(ask),
                List.of(told(candidate, candidate.fits(), "")),
                "",
                candidate.fits() ? outcome : remedy(candidate));
    }

    Reasons nobody(Ranking ranking, Optional<Candidate> closest) {
        return new Reasons(
                facts(ranking),
                ranking.size() > ALL_MAX
                        ? closest.map(one -> List.of(told(one, false, ""))).orElse(List.of())
                        : all(ranking, -1),
                "",
                closest.map(this::remedy).orElse(Phrase.of("place.noInstances")));
    }

    /// Of an instance that the caller has named.
    Reasons named(Ask ask, Candidate candidate) {
        return new Reasons(
                facts(ask),
                List.of(told(candidate, candidate.fits(), "")),
                "",
                candidate.fits()
                        ? Phrase.of("place.named", "instance", name(candidate.instance()))
                        : remedy(candidate));
    }

    /// What would help depends on what the closest one lacks.
    private Phrase remedy(Candidate closest) {
        return Phrase.of(
                switch (closest.reason()) {
                    case PORTS -> "place.nobody.ports";
                    case MEMORY -> "place.nobody.memory";
                    case CPU -> "place.nobody.cpu";
                    case ENI -> "place.nobody.eni";
                    case GPU -> "place.nobody.gpu";
                    case ATTRIBUTE -> "place.nobody.attribute";
                    case LOCATION -> "place.nobody.location";
                    case MEMBER_OF -> "place.nobody.memberOf";
                    case DISTINCT_INSTANCE -> "place.nobody.distinct";
                    case AGENT -> "place.nobody.agent";
                    case DRAINING ->
                            closest.instance().isRegistered()
                                    ? "place.nobody.draining"
                                    : "place.nobody.inactive";
                },
                "closest",
                name(closest.instance()),
                "reason",
                closest.reason().word(),
                COUNT,
                1);
    }

    private List<Fact> facts(Ranking ranking) {
        if (ranking.wishes().isEmpty()) {
            ranking.keepWishes(wishes(ranking.ask()));
        }
        if (ranking.size() <= ALL_MAX) {
            return ranking.wishes();
        }
        var facts = new ArrayList<>(ranking.wishes());
        facts.add(Fact.of("containerInstances", ranking.size()));
        facts.add(Fact.of("fitting", ranking.fitting()));
        ranking.refusals().forEach((check, count) -> facts.add(Fact.of(check.word(), count)));
        return facts;
    }

    private static List<Fact> wishes(Ask ask) {
        var facts = facts(ask);
        facts.add(new Fact("placementStrategy", ask.strategies()));
        return List.copyOf(facts);
    }

    private static List<Fact> facts(Ask ask) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("group", ask.group()));
        facts.add(new Fact("launchType", "EC2"));
        facts.add(Fact.of("cpu", ask.needs().cpuUnits()));
        facts.add(Fact.of("memory", ask.needs().memoryMib()));
        facts.add(Fact.of("ports", ask.needs().ports()));
        facts.add(Fact.of("enis", ask.needs().enis()));
        if (ask.needs().gpus() > 0) {
            facts.add(Fact.of("gpus", ask.needs().gpus()));
        }
        if (!ask.constraints().isEmpty()) {
            facts.add(new Fact("placementConstraints", constraints(ask.constraints())));
        }
        if (ask.daemon()) {
            facts.add(new Fact("schedulingStrategy", "DAEMON"));
        }
        return facts;
    }

    private static String constraints(List<PlacementConstraint> constraints) {
        return constraints.stream()
                .map(one ->
                        one.expression().isEmpty()
                                ? one.type().printed()
                                : one.type().printed() + " " + one.expression())
                .collect(Collectors.joining(" · "));
    }

    private List<Decision.Candidate> all(Ranking ranking, int taken) {
        var all = new ArrayList<Decision.Candidate>();
        for (var number : ranking.all()) {
            all.add(told(ranking, number, number == taken));
        }
        return all;
    }

    /// Chance may have taken one that isn't among the first.
    private List<Decision.Candidate> first(Ranking ranking, int taken) {
        var first = ranking.first(FIRST_MAX);
        var told = new ArrayList<Decision.Candidate>();
        if (!first.contains(taken)) {
            told.add(told(ranking, taken, true));
        }
        for (var number : first) {
            told.add(told(ranking, number, number == taken));
        }
        return told;
    }

    /// Of an instance that isn't taken the same is told until something about it changes.
    private Decision.Candidate told(Ranking ranking, int number, boolean taken) {
        var scores = ranking.scores(number);
        if (taken) {
            return told(ranking.candidate(number), true, scores);
        }
        return ranking.told(number, scores, candidate -> told(candidate, false, scores));
    }

    private Decision.Candidate told(Candidate candidate, boolean taken, String scores) {
        return new Decision.Candidate(
                name(candidate.instance()), taken, candidate.why(taken, scores));
    }

    /// `4 → spread(attribute:ecs.availability-zone) 2 → spread(instanceId) 1`: how many were left
    /// after each strategy.
    private static String arithmetic(Ranking ranking) {
        var sizes = ranking.sizes();
        var names = ranking.names();
        var text = new StringBuilder().append(sizes.getFirst());
        for (var i = 1; i < sizes.size(); i++) {
            text.append(" → ").append(names.get(i - 1)).append(' ').append(sizes.get(i));
        }
        return text.append(ranking.ask().isByChance() ? " → random 1" : "").toString();
    }

    void explain(Ref about, Reasons reasons) {
        desk.journal()
                .decide(
                        about,
                        Kind.PLACE,
                        reasons.facts(),
                        reasons.candidates(),
                        reasons.arithmetic(),
                        reasons.outcome());
    }

    private String name(ContainerInstance instance) {
        return name(desk.state(), instance);
    }

    static String name(EngineState state, ContainerInstance instance) {
        var machine = state.instances.get(instance.ec2InstanceId());
        return machine == null ? instance.ec2InstanceId() : machine.name();
    }
}
