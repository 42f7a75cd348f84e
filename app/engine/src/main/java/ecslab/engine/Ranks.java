package ecslab.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// Things in the order in which a chain of links prefers them, kept so while they change: finding
/// the best costs the logarithm of how many there are, not their number.
///
/// A thing is a number. What it is worth at each link is its [Mark]. Where all links are of one
/// mind, the smaller number is better.
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

    /// The things that no link prefers another to, in order.
    BitSet best() {
        var at = root;
        while (at instanceof Fork fork) {
            at = fork.best();
        }
        return ((Leaf) at).things;
    }

    /// How many are left after each link.
    List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        var at = root;
        sizes.add(at.size);
        while (at instanceof Fork fork) {
            at = fork.best();
            sizes.add(at.size);
        }
        return sizes;
    }

    /// The first so many things.
    List<Integer> first(int count) {
        var first = new ArrayList<Integer>();
        root.collect(first, count);
        return first;
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

        abstract void collect(List<Integer> into, int count);
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

        @Override
        void collect(List<Integer> into, int count) {
            for (var at = things.nextSetBit(0);
                    at >= 0 && into.size() < count;
                    at = things.nextSetBit(at + 1)) {
                into.add(at);
            }
        }
    }

    private abstract static sealed class Fork extends Node {
        abstract Node best();
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
        Node best() {
            return byScore.firstEntry().getValue();
        }

        @Override
        void collect(List<Integer> into, int count) {
            for (var child : byScore.values()) {
                if (into.size() < count) {
                    child.collect(into, count);
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
        Node best() {
            var best = byName.firstEntry().getValue();
            for (var pair : byName.values()) {
                if (pair.counted().value < best.counted().value) {
                    best = pair;
                }
            }
            return best.child();
        }

        @Override
        void collect(List<Integer> into, int count) {
            var sorted = new ArrayList<>(byName.values());
            sorted.sort(
                    (one, other) -> Integer.compare(one.counted().value, other.counted().value));
            for (var pair : sorted) {
                if (into.size() < count) {
                    pair.child().collect(into, count);
                }
            }
        }
    }
}
