package ecslab.lesson.play;

import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One way through a lesson: together with the scenario it is everything that a learner did.
///
/// @param number counts from 1
/// @param place where the learner is
/// @param visits the beats that have begun
/// @param commands all of the learner's commands
/// @param at how far the run has been seen
public record Attempt(
        int number,
        Place place,
        SortedMap<Place, Visit> visits,
        List<TimedCommand> commands,
        SimInstant at) {

    public Attempt {
        visits = Collections.unmodifiableSortedMap(new TreeMap<>(visits));
        commands = List.copyOf(commands);
    }

    static Attempt first() {
        var visits = new TreeMap<Place, Visit>();
        visits.put(Place.FIRST, Visit.begun(SimInstant.START, 0));
        return new Attempt(1, Place.FIRST, visits, List.of(), SimInstant.START);
    }

    Visit visit(Place where) {
        var found = visits.get(where);
        if (found == null) {
            throw new IllegalStateException("the beat at " + where + " has not begun");
        }
        return found;
    }

    Visit visit() {
        return visit(place);
    }

    boolean hasBegun(Place where) {
        return visits.containsKey(where);
    }

    /// The beat begun last: where the learner is, unless looking back.
    Place newest() {
        return visits.lastKey();
    }

    boolean looksBack() {
        return !place.equals(newest());
    }

    Attempt withNumber(int next) {
        return new Attempt(next, place, visits, commands, at);
    }

    Attempt withPlace(Place next) {
        return new Attempt(number, next, visits, commands, at);
    }

    Attempt withVisit(Place where, Visit next) {
        var more = new TreeMap<>(visits);
        more.put(where, next);
        return new Attempt(number, place, more, commands, at);
    }

    Attempt withCommands(List<TimedCommand> next) {
        return new Attempt(number, place, visits, next, at);
    }

    Attempt withAt(SimInstant next) {
        return new Attempt(number, place, visits, commands, next);
    }

    /// The same as far as the beat at `last`, which is where the learner is then.
    Attempt cutAfter(Place last) {
        var kept = new TreeMap<>(visits.headMap(last));
        kept.put(last, visit(last));
        return new Attempt(number, last, kept, commands, at);
    }

    /// The same as it was when the beat at `where` began.
    Attempt cutBefore(Place where) {
        var visit = visit(where);
        return cutAfter(where)
                .withVisit(where, Visit.begun(visit.began(), visit.commandsBefore()))
                .withCommands(commands.subList(0, visit.commandsBefore()))
                .withAt(visit.began());
    }

    /// Whether something the learner did is lost by cutting before a beat.
    boolean hasWorkSince(Place where) {
        return commands.size() > visit(where).commandsBefore()
                || visits.tailMap(where).values().stream().anyMatch(Visit::hasWork);
    }
}
