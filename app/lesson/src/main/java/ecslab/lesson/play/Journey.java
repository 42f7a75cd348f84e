package ecslab.lesson.play;

import ecslab.lesson.Lesson.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// How far a learner is in a lesson: all that is needed to go on exactly there.
///
/// @param present what the learner is doing
/// @param kept what was done before going back and acting otherwise, oldest first
/// @param putAway terms whose cards were put away
public record Journey(Part part, Attempt present, List<Attempt> kept, SortedSet<String> putAway) {

    public Journey {
        kept = List.copyOf(kept);
        putAway = Collections.unmodifiableSortedSet(new TreeSet<>(putAway));
    }

    public static Journey beginning(Part part) {
        return new Journey(part, Attempt.first(), List.of(), Collections.emptySortedSet());
    }

    Journey with(Attempt next) {
        return new Journey(part, next, kept, putAway);
    }

    Journey withPutAway(String term) {
        var more = new TreeSet<>(putAway);
        more.add(term);
        return new Journey(part, present, kept, more);
    }

    /// Keeps the present attempt and goes on with another, under a number of its own.
    Journey keepAndGoOnWith(Attempt next) {
        var more = new ArrayList<>(kept);
        more.add(present);
        return new Journey(part, next.withNumber(highest() + 1), more, putAway);
    }

    /// Takes a kept attempt up again, and keeps the present one.
    Journey takeUp(int number) {
        var wanted = kept.stream().filter(one -> one.number() == number).findFirst().orElseThrow();
        var more = new ArrayList<>(kept);
        more.remove(wanted);
        more.add(present);
        return new Journey(part, wanted, more, putAway);
    }

    private int highest() {
        return kept.stream().mapToInt(Attempt::number).reduce(present.number(), Math::max);
    }
}
