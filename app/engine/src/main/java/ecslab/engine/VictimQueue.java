package ecslab.engine;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Task;
import ecslab.engine.Ranks.Count;
import ecslab.engine.Ranks.Link;
import ecslab.engine.Ranks.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// A service's tasks in the order in which they go when it is scaled in. What one of them leaves
/// behind counts for the next.
final class VictimQueue {

    private static final List<PlacementStrategy> ZONES =
            List.of(PlacementStrategy.spread(PlacementStrategy.ZONE));

    private final EngineState state;
    private final List<Task> tasks;
    private final List<PlacementStrategy> chain;
    private final boolean onInstances;
    private final Ranks waiting;
    private final Ranks running;
    private final List<TreeMap<String, Count>> counts = new ArrayList<>();
    private final List<List<Mark>> marks = new ArrayList<>();
    private final TreeMap<String, Seats> seats = new TreeMap<>();
    private final BitSet left = new BitSet();

    /// The service's tasks on one container instance.
    private static final class Seats {
        final BitSet tasks = new BitSet();
        int freedCpu;
        int freedMemory;
    }

    VictimQueue(EngineState state, Service service, List<Task> tasks) {
        this.state = state;
        this.tasks = tasks;
        onInstances = tasks.stream().anyMatch(task -> task.place().isOnInstance());
        chain = onInstances ? links(service) : ZONES;
        var links = chain.stream().map(VictimQueue::link).toList();
        waiting = new Ranks(links);
        running = new Ranks(links);
        chain.forEach(_ -> counts.add(new TreeMap<>()));
        for (var i = 0; i < tasks.size(); i++) {
            left.set(i);
            seats(i).tasks.set(i);
        }
        for (var i = 0; i < tasks.size(); i++) {
            marks.add(marks(i));
            marks.get(i).forEach(mark -> mark.count(-1));
        }
        for (var i = 0; i < tasks.size(); i++) {
            ranks(i).add(i, marks.get(i));
        }
    }

    /// Chance comes last in any case.
    private static List<PlacementStrategy> links(Service service) {
        var chain = Ask.chain(service.scheduling().placement().strategy(), service.group());
        return chain.stream()
                .takeWhile(one -> one.type() != PlacementStrategy.Type.RANDOM)
                .toList();
    }

    private static Link link(PlacementStrategy strategy) {
        return isShared(strategy) ? Link.COUNT : Link.SCORE;
    }

    private static boolean isShared(PlacementStrategy strategy) {
        return strategy.type() == PlacementStrategy.Type.SPREAD
                && !strategy.field().equals(PlacementStrategy.INSTANCE_ID);
    }

    private Seats seats(int number) {
        var place = tasks.get(number).place();
        var name = place.isOnInstance() ? place.containerInstance() : "task/" + number;
        return seats.computeIfAbsent(name, _ -> new Seats());
    }

    private Ranks ranks(int number) {
        return tasks.get(number).lastStatus().isBeforeRunning() ? waiting : running;
    }

    /// The fullest comes first, so that what counts for a task counts below 0.
    private List<Mark> marks(int number) {
        var made = new ArrayList<Mark>();
        for (var i = 0; i < chain.size(); i++) {
            var strategy = chain.get(i);
            if (isShared(strategy)) {
                var name = value(strategy, tasks.get(number));
                var count = counts.get(i).computeIfAbsent(name, _ -> new Count());
                made.add(new Mark(name, 0, count));
            } else {
                made.add(Mark.score(-score(strategy, number)));
            }
        }
        return made;
    }

    private String value(PlacementStrategy strategy, Task task) {
        var instance = state.containerInstances.get(task.place().containerInstance());
        return strategy.isZoneSpread() || instance == null
                ? task.availabilityZone()
                : Ranking.value(strategy, instance);
    }

    private int score(PlacementStrategy strategy, int number) {
        var there = seats(number);
        if (strategy.type() != PlacementStrategy.Type.BINPACK) {
            return there.tasks.cardinality();
        }
        var task = tasks.get(number);
        var instance = state.containerInstances.get(task.place().containerInstance());
        return instance == null ? 0 : leftAfter(strategy, task, instance, there);
    }

    private int leftAfter(
            PlacementStrategy strategy, Task task, ContainerInstance instance, Seats there) {
        var taken = state.occupancy(instance.id());
        return strategy.field().equals("cpu")
                ? taken.cpuLeft(instance.registered()) + there.freedCpu + task.cpuUnits()
                : taken.memoryLeft(instance.registered()) + there.freedMemory + task.memoryMib();
    }

    /// Those of whom chance takes one.
    BitSet best() {
        return (waiting.size() > 0 ? waiting : running).best();
    }

    /// A task goes: its neighbours on the instance have one less beside them.
    void take(int number) {
        var there = seats(number);
        there.tasks.stream().forEach(one -> ranks(one).remove(one, marks.get(one)));
        marks.get(number).forEach(mark -> mark.count(1));
        left.clear(number);
        there.tasks.clear(number);
        there.freedCpu += tasks.get(number).cpuUnits();
        there.freedMemory += tasks.get(number).memoryMib();
        there.tasks.stream()
                .forEach(one -> {
                    marks.set(one, marks(one));
                    ranks(one).add(one, marks.get(one));
                });
    }

    int size() {
        return left.cardinality();
    }

    List<Integer> all() {
        return left.stream().boxed().toList();
    }

    List<Integer> first(int count) {
        var first = new ArrayList<>(waiting.size() == 0 ? List.of() : waiting.first(count));
        if (first.size() < count && running.size() > 0) {
            first.addAll(running.first(count - first.size()));
        }
        return first;
    }

    Task task(int number) {
        return tasks.get(number);
    }

    boolean isOnInstances() {
        return onInstances;
    }

    /// How many the first strategy counts together with a task.
    int shared(int number) {
        return -marks.get(number).getFirst().worth();
    }

    String strategies() {
        var all = chain.stream().map(PlacementStrategy::toString).toList();
        return all.isEmpty() ? "random" : String.join(" → ", all);
    }

    /// What a task is worth at each strategy, such as `spread(instanceId) 3`.
    String scores(int number) {
        var scores = new ArrayList<String>();
        for (var i = 0; i < chain.size(); i++) {
            scores.add(chain.get(i) + " " + -marks.get(number).get(i).worth());
        }
        return scores.isEmpty() ? "random" : String.join(" · ", scores);
    }
}
