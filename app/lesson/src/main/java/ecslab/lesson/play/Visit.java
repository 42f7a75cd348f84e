package ecslab.lesson.play;

import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A beat that has begun, and how far it is.
///
/// @param began when, on the run's clock
/// @param commandsBefore how many commands the learner had given by then: while the run holds, all
///   that a learner does happens at one moment
/// @param hints how many were given
/// @param wrong which of the wrong paths were taken, by their index
/// @param opened which parts of the window were opened meanwhile
/// @param copied which were copied
public record Visit(
        SimInstant began,
        int commandsBefore,
        Standing standing,
        int hints,
        SortedSet<Integer> wrong,
        List<String> opened,
        List<String> copied) {

    public Visit {
        wrong = Collections.unmodifiableSortedSet(new TreeSet<>(wrong));
        opened = List.copyOf(opened);
        copied = List.copyOf(copied);
    }

    static Visit begun(SimInstant began, int commandsBefore) {
        return new Visit(
                began,
                commandsBefore,
                new Standing.Open(),
                0,
                Collections.emptySortedSet(),
                List.of(),
                List.of());
    }

    /// Whether going back would leave something of the learner's behind.
    boolean hasWork() {
        return !(standing instanceof Standing.Open) || !opened.isEmpty() || !copied.isEmpty();
    }

    Visit withBeginning(SimInstant at, int commands) {
        return new Visit(at, commands, standing, hints, wrong, opened, copied);
    }

    Visit withStanding(Standing next) {
        return new Visit(began, commandsBefore, next, hints, wrong, opened, copied);
    }

    Visit withHints(int next) {
        return new Visit(began, commandsBefore, standing, next, wrong, opened, copied);
    }

    Visit withWrong(int index) {
        var more = new TreeSet<>(wrong);
        more.add(index);
        return new Visit(began, commandsBefore, standing, hints, more, opened, copied);
    }

    Visit withOpened(String part) {
        return new Visit(began, commandsBefore, standing, hints, wrong, with(opened, part), copied);
    }

    Visit withCopied(String part) {
        return new Visit(began, commandsBefore, standing, hints, wrong, opened, with(copied, part));
    }

    private static List<String> with(List<String> list, String more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
