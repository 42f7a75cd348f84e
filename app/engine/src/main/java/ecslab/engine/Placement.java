package ecslab.engine;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Ref;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Finds the container instance that a task runs on (behaviour reference §5.1): who may have it,
/// and of those the one that the strategies prefer, one after another.
final class Placement {

    private static final String CHANCE = "placement/instance";

    private final Desk desk;
    private final PlacementTold told;
    private Asked lastAsked = Asked.NOTHING;

    Placement(Desk desk) {
        this.desk = desk;
        told = new PlacementTold(desk);
    }

    /// What came out.
    ///
    /// @param chosen empty if nobody may have the task
    /// @param closest who comes nearest to it; empty if there is no instance at all, and where one
    ///   was chosen
    record Verdict(
            Optional<ContainerInstance> chosen,
            Optional<Candidate> closest,
            PlacementTold.Reasons reasons) {}

    Verdict choose(TaskStarter.Order order, String provider) {
        return choose(ask(order, provider));
    }

    /// Whether anybody would take the task; cheaper than who, and why not the others.
    boolean hasRoom(TaskStarter.Order order, String provider) {
        return desk.state().ranking(ask(order, provider)).fitting() > 0;
    }

    private Ask ask(TaskStarter.Order order, String provider) {
        if (!lastAsked.isFor(order, provider, desk.state().network)) {
            var ask = Ask.of(desk.state(), order, provider);
            lastAsked = new Asked(Optional.of(order), provider, desk.state().network, ask);
        }
        return lastAsked.ask();
    }

    /// What was asked last: the tasks of one RunTask ask the same.
    private record Asked(
            Optional<TaskStarter.Order> order, String provider, Network network, Ask ask) {

        private static final Asked NOTHING =
                new Asked(Optional.empty(), "", Network.NONE, Ask.NOTHING);

        // The tasks of one RunTask ask with one order, and comparing values costs more.
        @SuppressWarnings("ReferenceEquality")
        boolean isFor(TaskStarter.Order other, String otherProvider, Network now) {
            return order.isPresent()
                    && (order.get() == other || order.get().equals(other))
                    && provider.equals(otherProvider)
                    && (network == now || network.equals(now));
        }
    }

    Verdict choose(Ask ask) {
        var ranking = desk.state().ranking(ask);
        var best = ranking.best();
        if (best.isEmpty()) {
            return ranking.nobody(this::nobody);
        }
        var taken = pick(ask, best);
        return new Verdict(
                Optional.of(ranking.instance(taken)),
                Optional.empty(),
                told.somebody(ranking, taken));
    }

    private Verdict nobody(Ranking ranking) {
        var closest = ranking.closest();
        return new Verdict(
                Optional.empty(),
                closest.filter(Candidate::isActive),
                told.nobody(ranking, closest));
    }

    /// Whether the instance that the caller has named takes the task.
    Verdict on(TaskStarter.Order order, ContainerInstance instance) {
        var ask = Ask.of(desk.state(), order, "");
        var candidate = new Judge(desk.state(), ask, List.of()).candidate(instance);
        var reasons = told.named(ask, candidate);
        return candidate.fits()
                ? new Verdict(Optional.of(instance), Optional.empty(), reasons)
                : new Verdict(Optional.empty(), Optional.of(candidate), reasons);
    }

    /// A daemon's task goes to the one instance that it is for.
    Verdict only(Ask ask, Candidate candidate) {
        var fits = candidate.fits();
        return new Verdict(
                fits ? Optional.of(candidate.instance()) : Optional.empty(),
                fits ? Optional.empty() : Optional.of(candidate),
                told.daemon(ask, candidate));
    }

    /// Where the strategies leave several, the one that was registered first; or, where they say
    /// so, any of them.
    private int pick(Ask ask, BitSet best) {
        var at = best.nextSetBit(0);
        if (ask.isByChance()) {
            for (var skip = desk.ids().below(best.cardinality(), CHANCE); skip > 0; skip--) {
                at = best.nextSetBit(at + 1);
            }
        }
        return at;
    }

    /// Tells every candidate and the check that refused it.
    ///
    /// @param tasks how many of them ask the same
    void explain(Ref about, Verdict verdict, int tasks) {
        told.explain(about, verdict.reasons().of(tasks));
    }

    /// Who would have had to take a task that nobody takes, as RunTask's failures name them: the
    /// ACTIVE instances, of a large cluster only the closest.
    List<Candidate> refusers(TaskStarter.Order order, String provider, Verdict verdict) {
        var ranking = desk.state().ranking(ask(order, provider));
        return ranking.size() > PlacementTold.ALL_MAX
                ? verdict.closest().stream().toList()
                : ranking.all().stream()
                        .map(ranking::candidate)
                        .filter(Candidate::isActive)
                        .toList();
    }
}
