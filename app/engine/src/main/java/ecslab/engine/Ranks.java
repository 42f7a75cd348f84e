package ecslab.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Things in the order in which a chain of links prefers them, kept so while they change: finding
/// the best costs the logarithm of how many there are, not their number.
///
/// A thing is a number. What it is worth at each link is its [Mark]. Where all links are of one
/// mind, all of them are best.
final class Ranks {

    private final List<Link> links;
    private final Node root;

    Ranks(List<Link> links) {
        this.links = links;
        root = node(0);
    }

    /// How a link compares two things.
    enum Link {
        /// By how much is counted for their mark's name, which they share with others: the fewest
        /// first.
        COUNT,
        /// By their mark's own score: the lowest first.
        SCORE
    }

    /// What a thing is worth at a link.
    ///
    /// @param counted shared by all things with the same mark
    record Mark(String name, int score, Count counted) {

        static Mark score(int score) {
            return new Mark("", score, Count.NONE);
        }

        /// Counts things for the mark's name.
        void count(int by) {
            if (counted != Count.NONE) {
                counted.value += by;
            }
        }

        int worth() {
            return counted == Count.NONE ? score : counted.value;
        }
    }

    /// A count that changes while things stand.
    static final class Count {

        /// Of marks that count for themselves alone; it stays 0.
        private static final Count NONE = new Count();

        int value;
    }

    void add(int thing, List<Mark> marks) {
        root.add(thing, marks);
    }

    /// @param marks those that it was added with
    void remove(int thing, List<Mark> marks) {
        root.remove(thing, marks);
    }

    int size() {
        return root.size;
    }

    /// The things that no link prefers another to.
    BitSet best() {
        var left = List.of(root);
        for (var depth = 0; depth < links.size(); depth++) {
            left = next(left);
        }
        if (left.size() == 1 && left.getFirst() instanceof Leaf leaf) {
            return leaf.things;
        }
        var things = new BitSet();
        for (var node : left) {
            if (node instanceof Leaf leaf) {
                things.or(leaf.things);
            }
        }
        return things;
    }

    /// How many are left after each link.
    List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        var left = List.of(root);
        sizes.add(root.size);
        for (var depth = 0; depth < links.size(); depth++) {
            left = next(left);
            var size = 0;
            for (var node : left) {
                size += node.size;
            }
            sizes.add(size);
        }
        return sizes;
    }

    /// Whatever is equally good stays.
    private static List<Node> next(List<Node> left) {
        if (left.size() == 1 && left.getFirst() instanceof Scored one) {
            return List.of(one.byScore.firstEntry().getValue());
        }
        var best = Integer.MAX_VALUE;
        var next = new ArrayList<Node>();
        for (var node : left) {
            var worth = ((Fork) node).worth();
            if (worth < best) {
                next.clear();
            }
            if (worth <= best) {
                best = worth;
                ((Fork) node).children(worth, next);
            }
        }
        return next;
    }

    /// The first so many things.
    List<Integer> first(int count) {
        var first = new ArrayList<Integer>();
        collect(List.of(root), first, count);
        return first;
    }

    private static void collect(List<Node> nodes, List<Integer> into, int count) {
        if (nodes.size() == 1) {
            collect(nodes.getFirst(), into, count);
            return;
        }
        if (nodes.getFirst() instanceof Leaf) {
            var things = new BitSet();
            nodes.forEach(node -> things.or(((Leaf) node).things));
            collect(things, into, count);
            return;
        }
        var byWorth = new TreeMap<Integer, List<Node>>();
        nodes.forEach(node -> ((Fork) node).gather(byWorth, count - into.size()));
        collect(byWorth, into, count);
    }

    private static void collect(Node node, List<Integer> into, int count) {
        switch (node) {
            case Leaf leaf -> collect(leaf.things, into, count);
            case Scored scored -> {
                for (var child : scored.byScore.values()) {
                    if (into.size() < count) {
                        collect(child, into, count);
                    }
                }
            }
            case Counted counted -> {
                var byWorth = new TreeMap<Integer, List<Node>>();
                counted.gather(byWorth, count - into.size());
                collect(byWorth, into, count);
            }
        }
    }

    private static void collect(
            SortedMap<Integer, List<Node>> byWorth, List<Integer> into, int count) {
        for (var equal : byWorth.values()) {
            if (into.size() < count) {
                collect(equal, into, count);
            }
        }
    }

    private static void collect(BitSet things, List<Integer> into, int count) {
        for (var at = things.nextSetBit(0);
                at >= 0 && into.size() < count;
                at = things.nextSetBit(at + 1)) {
            into.add(at);
        }
    }

    private Node node(int depth) {
        if (depth == links.size()) {
            return new Leaf();
        }
        return switch (links.get(depth)) {
            case COUNT -> new Counted(depth);
            case SCORE -> new Scored(depth);
        };
    }

    private abstract static sealed class Node {
        int size;

        abstract void add(int thing, List<Mark> marks);

        abstract void remove(int thing, List<Mark> marks);
    }

    private static final class Leaf extends Node {
        private final BitSet things = new BitSet();

        @Override
        void add(int thing, List<Mark> marks) {
            things.set(thing);
            size++;
        }

        @Override
        void remove(int thing, List<Mark> marks) {
            things.clear(thing);
            size--;
        }
    }

    private abstract static sealed class Fork extends Node {

        /// Of the best that is in it.
        abstract int worth();

        /// Those of its children that are worth so much.
        abstract void children(int worth, List<Node> into);

        /// Its children by what they are worth, but no more than so many.
        abstract void gather(Map<Integer, List<Node>> byWorth, int count);
    }

    private final class Scored extends Fork {
        private final TreeMap<Integer, Node> byScore = new TreeMap<>();
        private final int depth;

        Scored(int depth) {
            this.depth = depth;
        }

        @Override
        void add(int thing, List<Mark> marks) {
            byScore.computeIfAbsent(marks.get(depth).score(), _ -> node(depth + 1))
                    .add(thing, marks);
            size++;
        }

        @Override
        void remove(int thing, List<Mark> marks) {
            var score = marks.get(depth).score();
            var child = byScore.get(score);
            if (child != null) {
                child.remove(thing, marks);
                if (child.size == 0) {
                    byScore.remove(score);
                }
            }
            size--;
        }

        @Override
        int worth() {
            return byScore.firstKey();
        }

        @Override
        void children(int worth, List<Node> into) {
            var child = byScore.get(worth);
            if (child != null) {
                into.add(child);
            }
        }

        @Override
        void gather(Map<Integer, List<Node>> byWorth, int count) {
            var taken = 0;
            for (var entry : byScore.entrySet()) {
                if (taken++ < count) {
                    byWorth.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue());
                } else {
                    return;
                }
            }
        }
    }

    /// There are few names, and their counts change under way: the best is looked for each time.
    private final class Counted extends Fork {
        private final TreeMap<String, Pair> byName = new TreeMap<>();
        private final int depth;

        private record Pair(Count counted, Node child) {}

        Counted(int depth) {
            this.depth = depth;
        }

        @Override
        void add(int thing, List<Mark> marks) {
            var mark = marks.get(depth);
            byName.computeIfAbsent(mark.name(), _ -> new Pair(mark.counted(), node(depth + 1)))
                    .child()
                    .add(thing, marks);
            size++;
        }

        @Override
        void remove(int thing, List<Mark> marks) {
            var name = marks.get(depth).name();
            var pair = byName.get(name);
            if (pair != null) {
                pair.child().remove(thing, marks);
                if (pair.child().size == 0) {
                    byName.remove(name);
                }
            }
            size--;
        }

        @Override
        int worth() {
            var best = Integer.MAX_VALUE;
            for (var pair : byName.values()) {
                best = Math.min(best, pair.counted().value);
            }
            return best;
        }

        @Override
        void children(int worth, List<Node> into) {
            for (var pair : byName.values()) {
                if (pair.counted().value == worth) {
                    into.add(pair.child());
                }
            }
        }

        @Override
        void gather(Map<Integer, List<Node>> byWorth, int count) {
            for (var pair : byName.values()) {
                byWorth.computeIfAbsent(pair.counted().value, _ -> new ArrayList<>())
                        .add(pair.child());
            }
        }
    }
}
