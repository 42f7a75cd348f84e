package ecslab.engine;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.engine.Candidate.Check;
import ecslab.engine.Placement.Verdict;
import ecslab.engine.Ranks.Count;
import ecslab.engine.Ranks.Link;
import ecslab.engine.Ranks.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The container instances of a cluster as one kind of task sees them: who may have it, in the
/// order of its strategies, and who may not and why.
///
/// It is kept between tasks, and looks again only at instances that have changed. Nothing depends
/// on when it was made: what it says follows from the state alone.
final class Ranking {

    private final EngineState state;
    private final Ask ask;
    private final Judge judge;
    private final List<PlacementStrategy> links;
    private final List<String> names;
    private final Ranks ranks;
    private final List<TreeMap<String, Count>> counts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final LinkedHashMap<String, Integer> numbers = new LinkedHashMap<>();
    private final LinkedHashSet<String> touched = new LinkedHashSet<>();
    private final Refused refused = new Refused();
    private int known;
    private List<Fact> wishes = List.of();
    private Optional<Verdict> nobody = Optional.empty();

    Ranking(EngineState state, Ask ask, List<Ask> daemons) {
        this.state = state;
        this.ask = ask;
        judge = new Judge(state, ask, daemons);
        links = links(ask.chain());
        names = links.stream().map(PlacementStrategy::toString).toList();
        ranks = new Ranks(links.stream().map(Ranking::link).toList());
        links.forEach(_ -> counts.add(new TreeMap<>()));
        touched.addAll(state.containerInstances.keySet());
    }

    /// What was noted of an instance.
    private static final class Entry {
        private static final int UNKNOWN = -1;

        final String id;
        List<Mark> marks = List.of();
        int staying;
        int failed = UNKNOWN;
        Optional<Told> told = Optional.empty();

        Entry(String id) {
            this.id = id;
        }

        boolean isKnown() {
            return failed != UNKNOWN;
        }

        boolean fits() {
            return failed == 0;
        }
    }

    /// What was told of an instance that wasn't taken, and what it was worth then.
    private record Told(String scores, Decision.Candidate words) {}

    /// After chance has spoken there is nothing left to prefer.
    private static List<PlacementStrategy> links(List<PlacementStrategy> chain) {
        var links = new ArrayList<PlacementStrategy>();
        for (var strategy : chain) {
            if (strategy.type() == PlacementStrategy.Type.RANDOM) {
                break;
            }
            links.add(strategy);
        }
        return List.copyOf(links);
    }

    private static Link link(PlacementStrategy strategy) {
        var shared =
                strategy.type() == PlacementStrategy.Type.SPREAD
                        && !strategy.field().equals(PlacementStrategy.INSTANCE_ID);
        return shared ? Link.COUNT : Link.SCORE;
    }

    void touch(String instance) {
        touched.add(instance);
    }

    void catchUp() {
        for (var each = touched.iterator(); each.hasNext(); ) {
            var instance = Objects.requireNonNull(state.containerInstances.get(each.next()));
            // One by one: to clear the set would cost as much as it once was large.
            each.remove();
            if (instance.cluster().equals(ask.cluster())) {
                look(instance);
            }
        }
    }

    private void look(ContainerInstance instance) {
        nobody = Optional.empty();
        var number =
                numbers.computeIfAbsent(
                        instance.id(),
                        id -> {
                            entries.add(new Entry(id));
                            return entries.size() - 1;
                        });
        var entry = entries.get(number);
        forget(number, entry);
        if (!instance.isRegistered()) {
            return;
        }
        var there = state.occupancy(instance.id());
        entry.staying = there.staying(ask.group());
        entry.marks = marks(instance, there);
        for (var mark : entry.marks) {
            mark.count(entry.staying);
        }
        if (ask.provider().isEmpty() || ask.provider().equals(instance.capacityProvider())) {
            entry.failed = judge.failed(instance);
            known++;
            if (entry.fits()) {
                ranks.add(number, entry.marks);
            } else {
                refused.add(number, entry.failed);
            }
        }
    }

    private void forget(int number, Entry entry) {
        if (entry.isKnown()) {
            known--;
            if (entry.fits()) {
                ranks.remove(number, entry.marks);
            } else {
                refused.remove(number, entry.failed);
            }
        }
        for (var mark : entry.marks) {
            mark.count(-entry.staying);
        }
        entry.marks = List.of();
        entry.staying = 0;
        entry.failed = Entry.UNKNOWN;
        entry.told = Optional.empty();
    }

    private List<Mark> marks(ContainerInstance instance, Occupancy there) {
        if (links.size() == 1 && link(links.getFirst()) == Link.SCORE) {
            return List.of(Mark.score(score(links.getFirst(), instance, there)));
        }
        var marks = new ArrayList<Mark>(links.size());
        for (var i = 0; i < links.size(); i++) {
            var strategy = links.get(i);
            if (link(strategy) == Link.SCORE) {
                marks.add(Mark.score(score(strategy, instance, there)));
            } else {
                var name = value(strategy, instance);
                var count = counts.get(i).computeIfAbsent(name, _ -> new Count());
                marks.add(new Mark(name, 0, count));
            }
        }
        return marks;
    }

    /// Instances without the attribute are one group of their own.
    static String value(PlacementStrategy strategy, ContainerInstance instance) {
        return instance.attribute(strategy.field().substring("attribute:".length())).orElse("-");
    }

    private int score(PlacementStrategy strategy, ContainerInstance instance, Occupancy there) {
        return switch (strategy.type()) {
            case SPREAD, RANDOM -> there.staying(ask.group());
            case BINPACK ->
                    strategy.field().equals("cpu")
                            ? there.cpuLeft(instance.registered())
                            : there.memoryLeft(instance.registered());
        };
    }

    int size() {
        return known;
    }

    int fitting() {
        return ranks.size();
    }

    /// Those that no strategy prefers another to, by number.
    BitSet best() {
        return ranks.size() == 0 ? new BitSet() : ranks.best();
    }

    /// How many instances are left after each strategy; first, how many may have the task.
    List<Integer> sizes() {
        return ranks.sizes();
    }

    List<Integer> first(int count) {
        return ranks.size() == 0 ? List.of() : ranks.first(count);
    }

    /// All that were considered, by number: in the order in which they were registered.
    List<Integer> all() {
        var all = new ArrayList<Integer>();
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).isKnown()) {
                all.add(i);
            }
        }
        return all;
    }

    ContainerInstance instance(int number) {
        return Objects.requireNonNull(state.containerInstances.get(entries.get(number).id));
    }

    Candidate candidate(int number) {
        return judge.candidate(instance(number), entries.get(number).failed);
    }

    /// What is told of an instance that isn't taken. It is put into words once, and kept until the
    /// instance changes, which makes it forgotten, or is worth something else.
    Decision.Candidate told(
            int number, String scores, Function<Candidate, Decision.Candidate> words) {
        var entry = entries.get(number);
        if (entry.told.isEmpty() || !entry.told.get().scores().equals(scores)) {
            entry.told = Optional.of(new Told(scores, words.apply(candidate(number))));
        }
        return entry.told.get().words();
    }

    /// The strategies that compare instances, such as `binpack(memory)`.
    List<String> names() {
        return names;
    }

    /// What an instance is worth at each strategy, such as `binpack(memory) 512`.
    String scores(int number) {
        var scores = new StringBuilder();
        for (var i = 0; i < names.size(); i++) {
            scores.append(i == 0 ? "" : " · ")
                    .append(names.get(i))
                    .append(' ')
                    .append(entries.get(number).marks.get(i).worth());
        }
        return scores.toString();
    }

    /// Who of the refused comes nearest; empty if there is none.
    Optional<Candidate> closest() {
        var closest = refused.closest();
        return closest.isEmpty() ? Optional.empty() : Optional.of(candidate(closest.getAsInt()));
    }

    /// How many instances each check has refused.
    Map<Check, Integer> refusals() {
        return refused.byCheck();
    }

    /// The verdict where nobody may have the task: the same for all who ask, until an instance
    /// changes.
    Verdict nobody(Function<Ranking, Verdict> verdict) {
        if (nobody.isEmpty()) {
            nobody = Optional.of(verdict.apply(this));
        }
        return nobody.get();
    }

    Ask ask() {
        return ask;
    }

    /// What every decision says of the task, as it was put into words once.
    List<Fact> wishes() {
        return wishes;
    }

    void keepWishes(List<Fact> told) {
        wishes = told;
    }
}
